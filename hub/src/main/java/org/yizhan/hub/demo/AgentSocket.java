package org.yizhan.hub.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a running agent how much the hub does not have yet, over its socket, as its own command
 * does.
 */
final class AgentSocket {
  private static final Pattern BACKLOG = Pattern.compile("\"backlog\"\\s*:\\s*(\\d{1,16})");
  private static final int ANSWER_BYTES_MAX = 1024 * 1024;

  private AgentSocket() {}

  /** Empty while the agent does not answer. */
  static OptionalLong backlog(Path data) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(data.resolve("agent.sock")));
      channel.write(ByteBuffer.wrap("{\"command\":\"status\"}\n".getBytes(StandardCharsets.UTF_8)));
      Matcher found = BACKLOG.matcher(readLine(channel));
      return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    } catch (IOException notYet) {
      return OptionalLong.empty();
    }
  }

  private static String readLine(SocketChannel channel) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    boolean ended = false;
    while (!ended && answer.size() < ANSWER_BYTES_MAX && channel.read(buffer) >= 0) {
      answer.write(buffer.array(), 0, buffer.position());
      ended = buffer.position() > 0 && buffer.get(buffer.position() - 1) == '\n';
      buffer.clear();
    }
    return answer.toString(StandardCharsets.UTF_8);
  }
}
