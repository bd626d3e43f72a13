package org.yizhan.hub.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the launcher says the programs are started: command lines, one argument a line.
 *
 * @param root the project's folder, with the sample profiles
 */
public record Programs(Path root, List<String> hub, List<String> station) {
  public static Programs ofLauncher() {
    return new Programs(
        Path.of(property("yizhan.root")),
        command("yizhan.hub.command"),
        command("yizhan.station.command"));
  }

  private static List<String> command(String property) {
    List<String> command = new ArrayList<>();
    command.add(property("yizhan.java"));
    command.addAll(property(property).lines().toList());
    return List.copyOf(command);
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new DemoException(
          "start the demonstration with ./yizhan demo (" + name + " is not set)");
    }
    return value;
  }

  /** A hub for this machine alone, as a child that ends with its parent; port 0 is any free one. */
  public List<String> hubAlone(Path data, int webPort, int mqttPort, int enrolPort) {
    return with(
        hub,
        "--data",
        data.toString(),
        "--host",
        "127.0.0.1",
        "--public-host",
        "127.0.0.1",
        "--web-port",
        Integer.toString(webPort),
        "--mqtt-port",
        Integer.toString(mqttPort),
        "--enrol-port",
        Integer.toString(enrolPort),
        "--stop-with-stdin",
        "--json");
  }

  public static List<String> with(List<String> command, String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    return all;
  }
}
