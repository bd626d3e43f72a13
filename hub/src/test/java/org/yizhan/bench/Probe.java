package org.yizhan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yizhan.hub.demo.Programs;

/** A program put together from the agent's parts, run with the agent's own flags. */
record Probe(Programs programs, String mainClass, Path log) {
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);

  /** Runs it to its end; what it said, line by line. */
  List<String> run(String... arguments) {
    try {
      Process process =
          new ProcessBuilder(Programs.with(command(), arguments))
              .redirectError(log.toFile())
              .start();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        return out.lines().toList();
      } finally {
        end(process, Arrays.toString(arguments));
      }
    } catch (IOException e) {
      throw new BenchException("the station cannot be started: " + e.getMessage(), e);
    }
  }

  private void end(Process process, String arguments) throws IOException {
    try {
      if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new BenchException(mainClass + " does not end");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
    if (process.exitValue() != 0) {
      throw new BenchException(
          mainClass + " failed with " + arguments + ":\n" + Files.readString(log));
    }
  }

  /** The agent's command line with another main class, found after the agent's own. */
  private List<String> command() {
    List<String> command = new ArrayList<>(programs.station());
    int classPath = command.indexOf("-cp") + 1;
    Path tests = programs.root().resolve("edge-agent/target/test-classes");
    command.set(classPath, command.get(classPath) + ":" + tests);
    command.set(command.size() - 1, mainClass);
    return command;
  }
}
