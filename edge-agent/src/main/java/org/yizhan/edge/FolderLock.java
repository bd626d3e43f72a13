package org.yizhan.edge;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Sees to it that one agent at a time runs on a data folder; freed by the system at any end. */
final class FolderLock implements AutoCloseable {
  private final @Nullable FileChannel channel;

  private FolderLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder. A card that cannot be written cannot be locked either; the door must work all
   * the same, so that is no trouble.
   *
   * @throws AgentTrouble when another agent has it
   */
  static FolderLock take(Path data) throws AgentTrouble {
    Path file = data.resolve("agent.lock");
    if (!Files.isWritable(data)) {
      return new FolderLock(null);
    }
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw anotherAgent(data);
      }
      return new FolderLock(channel);
    } catch (OverlappingFileLockException held) {
      throw anotherAgent(data);
    } catch (IOException unlockable) {
      return new FolderLock(null);
    }
  }

  private static AgentTrouble anotherAgent(Path data) {
    return new AgentTrouble(
        "Another agent runs on the folder " + data + "; stop it first, or choose another --data.");
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException gone) {
        return;
      }
    }
  }
}
