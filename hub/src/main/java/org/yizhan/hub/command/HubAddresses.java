package org.yizhan.hub.command;

import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.web.HubWeb;

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

  /** Where the pages listen, as the web side wants it said. */
  HubWeb.Listen web() {
    try {
      return new HubWeb.Listen(
          webHost, webPort, webCertificate.map(PagesCertificate::options), webUrl.map(URI::create));
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The given certificate of the pages, PEM files. */
  record PagesCertificate(Path chain, Path key) {
    private KeyCertOptions options() {
      return new PemKeyCertOptions().addCertPath(chain.toString()).addKeyPath(key.toString());
    }
  }
}
