package org.yizhan.edge.panel;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.yizhan.edge.hardware.Schedule;
import org.yizhan.edge.hardware.Schedule.Pending;
import org.yizhan.edge.journal.RecentFact;

/**
 * The command channel of a running agent: a Unix domain socket in its data folder that only its
 * owner may open, one JSON object a line in each direction. At most {@link #TALKS_MAX} talk at
 * once, each line has at most {@link Request#BYTES_MAX} bytes, and who is silent for {@link
 * #SILENCE_MAX} is hung up on.
 */
public final class CommandSocket implements AutoCloseable {
  public static final String FILE = "agent.sock";

  static final int TALKS_MAX = 16;
  static final Duration SILENCE_MAX = Duration.ofSeconds(30);

  /** sun_path of unix(7), its final zero excluded. */
  private static final int PATH_BYTES_MAX = 107;

  private static final Logger LOG = System.getLogger(CommandSocket.class.getName());
  private static final int JOURNAL_LAST_USUAL = 20;

  private final StationDesk desk;
  private final Schedule schedule;
  private final Path file;
  private final ServerSocketChannel server;
  private final Semaphore talks = new Semaphore(TALKS_MAX);

  private CommandSocket(
      StationDesk desk, Schedule schedule, Path file, ServerSocketChannel server) {
    this.desk = desk;
    this.schedule = schedule;
    this.file = file;
    this.server = server;
  }

  /**
   * Begins to listen; a socket that an earlier agent left behind is replaced. The caller must make
   * sure that no other agent runs on this folder.
   *
   * @throws IOException when the folder's path is too long for a socket, or cannot be written
   */
  public static CommandSocket open(Path data, StationDesk desk, Schedule schedule)
      throws IOException {
    Path file = data.resolve(FILE);
    if (file.toString().getBytes(StandardCharsets.UTF_8).length > PATH_BYTES_MAX) {
      throw new IOException(
          "the path "
              + file
              + " is too long for a socket: choose a data folder with a shorter one");
    }
    Files.deleteIfExists(file);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(file));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    CommandSocket socket = new CommandSocket(desk, schedule, file, server);
    Thread.ofVirtual().name("command-socket").start(socket::listen);
    return socket;
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "closing the command socket", e);
    }
  }

  private void listen() {
    while (server.isOpen()) {
      try {
        SocketChannel client = server.accept();
        if (talks.tryAcquire()) {
          Thread.ofVirtual().name("command").start(() -> talk(client));
        } else {
          client.close();
        }
      } catch (ClosedChannelException closed) {
        return;
      } catch (IOException e) {
        LOG.log(Level.WARNING, "The command socket fails: {0}", e.getMessage());
        return;
      }
    }
  }

  private void talk(SocketChannel client) {
    try (client) {
      ByteBuffer buffer = ByteBuffer.allocate(Request.BYTES_MAX);
      for (Optional<String> line = readLine(client, buffer);
          line.isPresent();
          line = readLine(client, buffer)) {
        write(client, answer(line.get()));
      }
    } catch (DeskRefusal tooMuch) {
      LOG.log(Level.DEBUG, "hung up on a command: {0}", tooMuch.getMessage());
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "a command went away", gone);
    } finally {
      talks.release();
    }
  }

  /** The next line without its end; empty when the other side is done or too silent. */
  private Optional<String> readLine(SocketChannel client, ByteBuffer buffer)
      throws IOException, DeskRefusal {
    Pending hangUp = schedule.after(SILENCE_MAX, () -> closeQuietly(client));
    try {
      while (true) {
        int end = indexOfNewline(buffer);
        if (end >= 0) {
          return Optional.of(takeLine(buffer, end));
        }
        if (!buffer.hasRemaining()) {
          write(client, AnswerJson.refusal("A request has at most 8 KiB."));
          throw new DeskRefusal("a line of more than 8 KiB");
        }
        if (client.read(buffer) < 0) {
          return Optional.empty();
        }
      }
    } finally {
      hangUp.cancel();
    }
  }

  private static int indexOfNewline(ByteBuffer buffer) {
    for (int i = 0; i < buffer.position(); i++) {
      if (buffer.get(i) == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static String takeLine(ByteBuffer buffer, int end) {
    byte[] line = new byte[end];
    buffer.flip();
    buffer.get(line);
    buffer.get();
    buffer.compact();
    return new String(line, StandardCharsets.UTF_8);
  }

  private String answer(String line) {
    try {
      Request request = Request.read(line);
      return switch (request.command()) {
        case "scan" ->
            AnswerJson.decision(desk.scan(request.text("text"), request.isTrue("walkIn")));
        case "status" ->
            request.isTrue("asText")
                ? AnswerJson.text(StatusText.of(desk.report()))
                : AnswerJson.status(desk.report());
        case "journal" -> journal(request);
        case "simulate" -> {
          desk.simulate(request.text("act"));
          yield AnswerJson.done();
        }
        default ->
            throw new DeskRefusal(
                "There is no such command; the commands are scan, status, journal and simulate.");
      };
    } catch (DeskRefusal refusal) {
      return AnswerJson.refusal(String.valueOf(refusal.getMessage()));
    }
  }

  private String journal(Request request) throws DeskRefusal {
    int last = Math.clamp(request.number("last", JOURNAL_LAST_USUAL), 0, RecentFact.FACTS_MAX);
    List<RecentFact> facts = desk.last(last);
    return request.isTrue("asText")
        ? AnswerJson.text(StatusText.of(facts))
        : AnswerJson.facts(facts);
  }

  private static void write(SocketChannel client, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      client.write(bytes);
    }
  }

  private static void closeQuietly(SocketChannel client) {
    try {
      client.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "hanging up", e);
    }
  }
}
