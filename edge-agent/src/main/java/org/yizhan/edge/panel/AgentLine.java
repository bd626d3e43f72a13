package org.yizhan.edge.panel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The other end of {@link CommandSocket}: asks the agent of a data folder one thing. */
public final class AgentLine {
  /** An answer of a thousand facts of eight kilobytes would be 8 MB; real ones are far smaller. */
  private static final int ANSWER_BYTES_MAX = 16 * 1024 * 1024;

  private AgentLine() {}

  /**
   * Sends one line and gives the line that answers it; empty when no agent runs there.
   *
   * @throws DeskRefusal when the agent hangs up without an answer
   */
  public static Optional<String> ask(Path data, String request) throws DeskRefusal {
    Path file = data.resolve(CommandSocket.FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      try {
        channel.connect(UnixDomainSocketAddress.of(file));
      } catch (IOException nobodyListens) {
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.wrap((request + '\n').getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      return Optional.of(readLine(channel));
    } catch (IOException e) {
      throw new DeskRefusal("The agent hung up: " + e.getMessage());
    }
  }

  private static String readLine(SocketChannel channel) throws IOException, DeskRefusal {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    while (answer.size() < ANSWER_BYTES_MAX && channel.read(buffer) >= 0) {
      buffer.flip();
      answer.write(buffer.array(), 0, buffer.limit());
      boolean ended = buffer.limit() > 0 && buffer.get(buffer.limit() - 1) == '\n';
      buffer.clear();
      if (ended) {
        return answer.toString(StandardCharsets.UTF_8).stripTrailing();
      }
    }
    throw new DeskRefusal("The agent hung up without an answer; see its log.");
  }
}
