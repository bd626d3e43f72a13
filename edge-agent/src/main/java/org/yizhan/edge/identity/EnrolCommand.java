package org.yizhan.edge.identity;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code station enrol}: gives this device the identity of the station its bundle names. */
@Command(
    name = "enrol",
    mixinStandardHelpOptions = true,
    description = "Enrol this device at its hub with a provisioning bundle.")
public final class EnrolCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The station's data folder; made if it is missing.")
  private Path data;

  @Option(names = "--json", description = "Answer in one line of JSON.")
  private boolean json;

  @Parameters(paramLabel = "BUNDLE", description = "The file that 'hub station add' wrote.")
  private Path bundle;

  public EnrolCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    try {
      StationIdentity enrolled = new Enrolment(data).enrol(bundle, clock.instant());
      String until = enrolled.certificate().getNotAfter().toInstant().toString();
      String line =
          json
              ? "{\"station\":\"%s\",\"certificateUntil\":\"%s\"}"
                  .formatted(enrolled.station(), until)
              : "Enrolled as %s; the certificate holds until %s and renews by itself."
                  .formatted(enrolled.station(), until);
      spec.commandLine().getOut().println(line);
      return CommandLine.ExitCode.OK;
    } catch (IdentityException refused) {
      spec.commandLine().getErr().println("Not enrolled: " + refused.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
