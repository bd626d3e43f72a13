package org.yizhan.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as a person starts it: real processes, real enrolment, real past. */
class DemoTest {
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx128m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  @TempDir Path temporary;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (Process process : started) {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void brings_a_day_of_the_past_to_the_hub_lets_a_pass_in_and_leaves_nothing_behind()
      throws Exception {
    Process demo = start("--port", "0", "--stations", "1", "--days", "1", "--json");

    JsonObject ready = readyLine(demo);

    Path data = Path.of(ready.getJsonArray("stations").getJsonObject(0).getString("data"));
    assertThat(ready.getString("url")).startsWith("http://127.0.0.1:");
    assertThat(ready.getString("token")).isNotBlank();
    assertThat(ready.getString("password")).hasSizeGreaterThanOrEqualTo(16);
    assertThat(run("scan", "--data", data.toString(), "--json", ready.getString("pass")))
        .contains("\"decision\":\"admitted\"");

    List<ProcessHandle> family = demo.descendants().toList();
    demo.destroy();

    assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(family).hasSize(2).noneMatch(ProcessHandle::isAlive);
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith("yizhan-demo-"));
    }
  }

  @Test
  void its_children_end_even_when_it_is_killed() throws Exception {
    Process demo = start("--port", "0", "--stations", "1", "--days", "0", "--json");
    readyLine(demo);
    List<ProcessHandle> family = demo.descendants().toList();

    demo.destroyForcibly();

    assertThat(family).hasSize(2);
    for (ProcessHandle child : family) {
      child.onExit().get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_folder_with_other_things_in_it_is_left_alone() throws Exception {
    Files.writeString(temporary.resolve("mine"), "mine");

    Process demo = start("--data", temporary.toString());

    assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(demo.exitValue()).isEqualTo(1);
    assertThat(temporary.resolve("mine")).hasContent("mine");
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(java());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Dyizhan.root=" + System.getProperty("yizhan.root", ".."));
    command.add("-Dyizhan.java=" + java().getFirst());
    command.add("-Dyizhan.hub.command=" + program("org.yizhan.hub.HubMain"));
    command.add("-Dyizhan.station.command=" + program("org.yizhan.edge.EdgeMain"));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.yizhan.hub.demo.Demo");
    command.addAll(List.of(arguments));
    Process demo =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    started.add(demo);
    return demo;
  }

  private static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    return command;
  }

  private static String program(String main) {
    List<String> lines = new ArrayList<>(FLAGS);
    lines.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    return String.join("\n", lines);
  }

  private static JsonObject readyLine(Process demo) throws IOException {
    BufferedReader out = demo.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertThat(line).as("the demonstration ended before it was ready").isNotNull();
    return new JsonObject(line);
  }

  private static String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(java());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "org.yizhan.edge.EdgeMain"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).start();
    try (OutputStream nothing = process.getOutputStream()) {
      nothing.flush();
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
