package org.yizhan.hub.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One hub's data folder: {@code hub.db}, {@code authority/}, and {@code hub.lock} while it runs.
 */
public record HubFolder(Path path) {
  Path database() {
    return path.resolve("hub.db");
  }

  Path authority() {
    return path.resolve("authority");
  }

  boolean holdsHub() {
    return Files.exists(database());
  }

  /** Makes the folder when it is missing. */
  void make() {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new CommandException(
          "the folder " + path + " cannot be made: give --data one this user may write", e);
    }
    if (!Files.isWritable(path)) {
      throw new CommandException(
          "the folder " + path + " cannot be written: give --data one this user may write");
    }
  }

  /** Does something while no other hub can run on this folder, or says who has it. */
  void alone(Runnable work) {
    FileChannel held = lock();
    try {
      work.run();
    } finally {
      closeQuietly(held);
    }
  }

  private FileChannel lock() {
    Path file = path.resolve("hub.lock");
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (AccessDeniedException e) {
      throw new CommandException(file + " cannot be written: give --data another folder", e);
    } catch (IOException e) {
      throw new CommandException(file + " cannot be opened (" + e.getMessage() + ")", e);
    }
    try {
      @Nullable FileLock lock = tryLock(channel);
      if (lock == null) {
        String other = owner(channel);
        channel.close();
        throw new CommandException(
            "another hub runs on " + path + other + ": stop it first, or give another --data");
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return channel;
    } catch (IOException e) {
      closeQuietly(channel);
      throw new CommandException(file + " cannot be locked (" + e.getMessage() + ")", e);
    }
  }

  /** Whether a hub runs on this folder now. */
  boolean isRunning() {
    if (!Files.exists(path.resolve("hub.lock"))) {
      return false;
    }
    try (FileChannel channel =
        FileChannel.open(
            path.resolve("hub.lock"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      @Nullable FileLock lock = tryLock(channel);
      return lock == null;
    } catch (IOException e) {
      return false;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
    return pid.chars().allMatch(Character::isDigit) && !pid.isEmpty()
        ? " (process " + pid + ")"
        : "";
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      System.getLogger(HubFolder.class.getName())
          .log(System.Logger.Level.DEBUG, "closing hub.lock", e);
    }
  }
}
