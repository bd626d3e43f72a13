package org.yizhan.hub.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a hub shall listen.
 *
 * @param host the address of the stations' two ports
 * @param publicHosts names and addresses by which stations reach it, the first for bundles; never
 *     empty
 * @param webUrl how people reach the pages when a proxy stands in front
 */
record HubAddresses(
    String host,
    List<String> publicHosts,
    int mqttPort,
    int enrolPort,
    String webHost,
    int webPort,
    Optional<PagesCertificate> webCertificate,
    Optional<String> webUrl) {
  HubAddresses {
    publicHosts = List.copyOf(publicHosts);
    for (int port : List.of(mqttPort, enrolPort, webPort)) {
      if (port < 0 || port > 65_535) {
        throw new CommandException("a port lies between 0 and 65535, not " + port);
      }
    }
  }

  /** The given certificate of the pages, PEM files. */
  record PagesCertificate(Path chain, Path key) {}
}
