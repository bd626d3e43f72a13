package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.yizhan.config.ProvisioningBundle;
import org.yizhan.config.ProvisioningBundleCodec;
import org.yizhan.hub.identity.EnrolmentTokens;
import org.yizhan.hub.identity.HostName;
import org.yizhan.hub.settings.HubSettings.Reachable;
import org.yizhan.station.StationId;
import picocli.CommandLine.Option;

/** Issues a token and writes the bundle a new device is given. */
final class BundleWriter {
  @Option(names = "--bundle", paramLabel = "FILE", descriptionKey = "bundle")
  private Optional<Path> bundle = Optional.empty();

  @Option(
      names = "--token-hours",
      paramLabel = "N",
      descriptionKey = "token-hours",
      defaultValue = "24")
  private int tokenHours;

  @Option(names = "--public-host", paramLabel = "HOST", descriptionKey = "bundle-host")
  private Optional<String> publicHost = Optional.empty();

  /** Checked before anything is changed. */
  Reachable reachable(OpenHub hub) {
    if (tokenHours < 1 || tokenHours > EnrolmentTokens.LIFE_MAX.toHours()) {
      throw new CommandException(
          "--token-hours lies between 1 and " + EnrolmentTokens.LIFE_MAX.toHours());
    }
    publicHost.ifPresent(
        host -> {
          if (!HostName.isValid(host)) {
            throw new CommandException("--public-host " + host + " is no host name or address");
          }
        });
    Reachable last =
        hub.settings()
            .reachable()
            .orElseThrow(
                () ->
                    new CommandException(
                        "this hub has not run yet, so its ports are not known: start it once"));
    return publicHost
        .map(host -> new Reachable(host, last.mqttPort(), last.enrolPort()))
        .orElse(last);
  }

  void write(OpenHub hub, Reachable reachable, StationId station, String yaml, HubOptions options) {
    EnrolmentTokens.Issued token = hub.tokens().issue(station, Duration.ofHours(tokenHours));
    ProvisioningBundle content =
        new ProvisioningBundle(
            station,
            reachable.host(),
            reachable.mqttPort(),
            "https://" + HostName.inUrl(reachable.host()) + ':' + reachable.enrolPort(),
            hub.authority().certificatePem(),
            token.token(),
            token.expires(),
            yaml);
    Path file = bundle.orElseGet(() -> Path.of(station + ".bundle.json"));
    byte[] text = ProvisioningBundleCodec.write(content).getBytes(StandardCharsets.UTF_8);
    PrivateFile.write(file, out -> out.write(text));
    options.answer(
        new JsonObject()
            .put("station", station.value())
            .put("bundle", file.toAbsolutePath().toString())
            .put("tokenExpires", token.expires().toString()),
        file
            + " enrols "
            + station
            + " once, until "
            + token.expires()
            + ". Bring it to the device and run there: yizhan station enrol --data DIR "
            + file.getFileName());
  }
}
