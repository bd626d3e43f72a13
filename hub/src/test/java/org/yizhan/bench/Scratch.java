package org.yizhan.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yizhan.hub.command.Folders;

/** A folder that is gone when the measurement ends, and where progress is said meanwhile. */
final class Scratch implements AutoCloseable {
  private final Path folder;
  private final PrintWriter progress;

  Scratch(PrintWriter progress) {
    this.progress = progress;
    try {
      this.folder = Files.createTempDirectory("yizhan-bench-");
    } catch (IOException e) {
      throw new BenchException("no temporary folder can be made: " + e.getMessage(), e);
    }
  }

  Path folder() {
    return folder;
  }

  void say(String what) {
    progress.println("… " + what);
    progress.flush();
  }

  @Override
  public void close() {
    try {
      Folders.deleteTree(folder);
    } catch (IOException e) {
      throw new BenchException(folder + " cannot be removed: " + e.getMessage(), e);
    }
  }
}
