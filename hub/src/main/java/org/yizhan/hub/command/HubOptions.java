package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options every command has: which hub, and how to answer. */
final class HubOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      descriptionKey = "data",
      defaultValue = "${sys:user.home}/.yizhan/hub")
  private Path data;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  HubFolder folder() {
    return new HubFolder(data.toAbsolutePath().normalize());
  }

  OpenHub open() {
    return OpenHub.of(folder());
  }

  boolean json() {
    return json;
  }

  PrintWriter out() {
    return command.commandLine().getOut();
  }

  /** For a command line that cannot mean anything: ends with the exit code of such. */
  ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }

  /** Answers in one line of JSON when asked so, else in a sentence. */
  void answer(JsonObject object, String sentence) {
    out().println(json ? object.encode() : sentence);
    out().flush();
  }
}
