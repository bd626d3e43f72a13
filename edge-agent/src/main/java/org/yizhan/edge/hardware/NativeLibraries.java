package org.yizhan.edge.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Libraries with native code unpack it to {@code java.io.tmpdir} and load it from there; a folder
 * mounted {@code noexec} makes that fail with messages that hide the cause.
 */
public final class NativeLibraries {
  private static final Path MOUNTS = Path.of("/proc/self/mounts");

  private NativeLibraries() {}

  /** What would keep native code from being loaded, and the remedy; empty when nothing does. */
  public static Optional<String> obstacle() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toAbsolutePath();
    if (!Files.isWritable(temporary)) {
      return Optional.of(
          "the temporary folder "
              + temporary
              + " may not be written; start the agent with -Djava.io.tmpdir on a folder of its"
              + " own");
    }
    try {
      return isNoexec(Files.readAllLines(MOUNTS), temporary)
          ? Optional.of(
              "the temporary folder "
                  + temporary
                  + " is mounted noexec; start the agent with -Djava.io.tmpdir on another folder")
          : Optional.empty();
    } catch (IOException unknowable) {
      return Optional.empty();
    }
  }

  /**
   * Whether the file system that holds the folder is mounted noexec.
   *
   * @param mounts lines as in {@code /proc/self/mounts}, proc(5): device, mount point, type,
   *     options
   */
  static boolean isNoexec(List<String> mounts, Path folder) {
    Path longest = Path.of("/");
    boolean noexec = false;
    for (String line : mounts) {
      String[] words = line.split(" ", 5);
      if (words.length < 4) {
        continue;
      }
      Path point = Path.of(words[1].replace("\\040", " "));
      if (folder.startsWith(point) && point.getNameCount() >= longest.getNameCount()) {
        longest = point;
        noexec = Arrays.asList(words[3].split(",", -1)).contains("noexec");
      }
    }
    return noexec;
  }
}
