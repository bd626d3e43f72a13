package org.yizhan.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.yizhan.station.Port;
import org.yizhan.station.ProfileProblem;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints everything that is wrong with profiles, one problem a line as compilers do. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
  private static final JsonFactory JSON = new JsonFactory();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "parameter.file")
  private List<Path> files;

  @Option(names = "--json", descriptionKey = "option.check.json")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean allWell = true;
    for (Path file : files) {
      ProfileReading reading = ProfileFile.read(file, json ? Words.EN : ConfigMain.words(spec));
      allWell &= reading instanceof ProfileReading.Read;
      if (json) {
        out.println(asJson(file, reading));
      } else {
        print(file, reading, out, spec.commandLine().getErr());
      }
    }
    return allWell ? 0 : ConfigMain.WRONG_FILE;
  }

  private void print(Path file, ProfileReading reading, PrintWriter out, PrintWriter err) {
    switch (reading) {
      case ProfileReading.Read(var profile) -> out.println(okLine(file, profile));
      case ProfileReading.Refused(var problems) ->
          problems.forEach(problem -> err.println(file + ":" + problem));
    }
  }

  private String okLine(Path file, StationProfile profile) {
    Words words = ConfigMain.words(spec);
    String line =
        words.of(
            "check.ok",
            file,
            profile.id(),
            words.of(profile.name()),
            words.of("kind." + profile.kind().name().toLowerCase(Locale.ROOT)),
            profile.fixtures().size(),
            profile.supplies().size());
    long simulated = simulated(profile);
    return simulated == 0 ? line : line + words.of("check.simulated", simulated);
  }

  private static long simulated(StationProfile profile) {
    return profile.fixtures().stream()
        .filter(fixture -> fixture.port() instanceof Port.Simulated)
        .count();
  }

  private static String asJson(Path file, ProfileReading reading) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("file", file.toString());
      json.writeBooleanField("ok", reading instanceof ProfileReading.Read);
      switch (reading) {
        case ProfileReading.Read(var profile) -> {
          json.writeStringField("id", profile.id().value());
          json.writeNumberField("fixtures", profile.fixtures().size());
          json.writeNumberField("simulated", simulated(profile));
          json.writeNumberField("supplies", profile.supplies().size());
        }
        case ProfileReading.Refused(var problems) -> {
          json.writeArrayFieldStart("problems");
          for (ProfileProblem problem : problems) {
            write(json, problem);
          }
          json.writeEndArray();
        }
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, ProfileProblem problem) throws IOException {
    json.writeStartObject();
    json.writeNumberField("line", problem.line());
    json.writeNumberField("column", problem.column());
    json.writeStringField("path", problem.path());
    json.writeStringField("message", problem.message());
    json.writeStringField("remedy", problem.remedy());
    json.writeEndObject();
  }
}
