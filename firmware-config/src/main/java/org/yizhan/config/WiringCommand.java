package org.yizhan.config;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.yizhan.station.ProfileReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what the technician connects where. */
@Command(name = "wiring")
final class WiringCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", descriptionKey = "parameter.file")
  private Path file;

  @Override
  public Integer call() {
    Words words = ConfigMain.words(spec);
    return switch (ProfileFile.read(file, words)) {
      case ProfileReading.Read(var profile) -> {
        PrintWriter out = spec.commandLine().getOut();
        new WiringTable(words).lines(profile).forEach(out::println);
        yield 0;
      }
      case ProfileReading.Refused(var problems) -> {
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(problem -> err.println(file + ":" + problem));
        yield ConfigMain.WRONG_FILE;
      }
    };
  }
}
