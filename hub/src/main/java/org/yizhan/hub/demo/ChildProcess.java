package org.yizhan.hub.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One program started by the demonstration. What it says goes into a log file; the first line of
 * JSON is its word that it is ready. Its standard input stays open as long as we live, and it ends
 * when that closes: so nothing is left over even if we are killed.
 */
public final class ChildProcess {
  private static final int LOG_LINES_SHOWN = 12;

  private final String name;
  private final Process process;
  private final Path log;
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  public static ChildProcess start(String name, List<String> command, Path log) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      ChildProcess child = new ChildProcess(name, process, log);
      // reading a pipe holds a carrier: virtual ones would leave none to whatever else is virtual
      Thread.ofPlatform().daemon().name(name).start(child::listen);
      return child;
    } catch (IOException e) {
      throw new DemoException(name + " cannot be started: " + e.getMessage(), e);
    }
  }

  private void listen() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      while (line != null) {
        if (line.startsWith("{")) {
          ready.complete(line);
        }
        Files.writeString(log, line + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        line = out.readLine();
      }
    } catch (IOException | UncheckedIOException e) {
      System.getLogger(ChildProcess.class.getName())
          .log(System.Logger.Level.DEBUG, name + " says no more", e);
    }
    ready.completeExceptionally(new DemoException(name + " ended before it was ready"));
  }

  /** The line of JSON in which it says that it is ready. */
  public String awaitReady(Duration most) {
    try {
      return ready.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new DemoException(name + " ended before it was ready; it said last:\n" + tail(), e);
    } catch (TimeoutException e) {
      throw new DemoException(
          name
              + " did not become ready within "
              + most.toSeconds()
              + " s; it said last:\n"
              + tail(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("interrupted while waiting for " + name, e);
    }
  }

  /** Waits for a program that ends by itself; false when it failed or did not end in time. */
  public boolean succeeds(Duration most) {
    try {
      if (process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue() == 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop(Duration.ofSeconds(1));
      throw new DemoException("interrupted while waiting for " + name, e);
    }
    stop(Duration.ofSeconds(1));
    return false;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  String name() {
    return name;
  }

  /** Its number, for what the kernel counts of it. */
  public long pid() {
    return process.pid();
  }

  /** What it said last, for a person. */
  public String tail() {
    try {
      List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    } catch (IOException | UncheckedIOException e) {
      return "(its log " + log + " cannot be read)";
    }
  }

  /** Asks it to end. */
  void askToStop() {
    process.destroy();
  }

  /** Asks it to end, waits, and at last makes it. */
  public void stop(Duration most) {
    askToStop();
    try {
      if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
