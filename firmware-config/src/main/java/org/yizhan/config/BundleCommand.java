package org.yizhan.config;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells which station a provisioning bundle is for and where it leads; never prints the token. */
@Command(name = "bundle")
final class BundleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", descriptionKey = "parameter.bundle")
  private Path file;

  @Override
  public Integer call() {
    return switch (ProfileFile.content(file, ProvisioningBundle.BYTES_MAX)) {
      case ProfileFile.Content.Unreadable(var problem) ->
          refuse(ConfigMain.words(spec).of(problem).toString());
      case ProfileFile.Content.Text(var text) ->
          switch (ProvisioningBundleCodec.read(text)) {
            case BundleReading.Refused refused -> refuse(refused.toString());
            case BundleReading.Read(var bundle) -> describe(bundle);
          };
    };
  }

  private int describe(ProvisioningBundle bundle) {
    PrintWriter out = spec.commandLine().getOut();
    Words words = ConfigMain.words(spec);
    out.println(words.of("bundle.station", bundle.station()));
    out.println(words.of("bundle.enrol", bundle.enrolUrl()));
    out.println(words.of("bundle.mqtt", bundle.mqttHost(), bundle.mqttPort()));
    out.println(words.of("bundle.expires", bundle.tokenExpires()));
    return 0;
  }

  private int refuse(String reason) {
    spec.commandLine().getErr().println(file + ": " + reason);
    return ConfigMain.WRONG_FILE;
  }
}
