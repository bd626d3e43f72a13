package org.yizhan.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The repository's own files. */
final class Sources {
  static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("yizhan.root"), "yizhan.root"));
  static final List<String> MODULES = List.of("firmware-config", "edge-agent", "hub");

  private Sources() {}

  static List<Path> java() {
    return MODULES.stream().flatMap(module -> below(ROOT.resolve(module).resolve("src"))).toList();
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(Path file) {
    return ROOT.relativize(file).toString();
  }
}
