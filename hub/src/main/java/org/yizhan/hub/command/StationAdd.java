package org.yizhan.hub.command;

import java.nio.file.Path;
import org.yizhan.hub.identity.StationRegister.ProfileText;
import org.yizhan.hub.settings.HubSettings.Reachable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub station add}: puts a station on the register and writes its provisioning bundle. */
@Command(name = "add")
final class StationAdd implements Runnable {
  @Mixin private HubOptions options;
  @Mixin private BundleWriter bundle;

  @Option(names = "--profile", required = true, paramLabel = "FILE", descriptionKey = "profile")
  private Path profile;

  @Override
  public void run() {
    ProfileText text = ProfileFile.read(profile);
    try (OpenHub hub = options.open()) {
      Reachable reachable = bundle.reachable(hub);
      hub.register().add(text.profile(), text.yaml());
      bundle.write(hub, reachable, text.profile().id(), text.yaml(), options);
    }
  }
}
