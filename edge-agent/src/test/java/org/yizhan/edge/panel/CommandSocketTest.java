package org.yizhan.edge.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.edge.hardware.simulated.SimulatedTime;
import org.yizhan.edge.time.Moments;

class CommandSocketTest {
  @TempDir Path data;
  private final DeskDouble desk = new DeskDouble();
  private final SimulatedTime time = new SimulatedTime(Moments.BEGAN);
  private CommandSocket socket;

  @BeforeEach
  void open() throws IOException {
    socket = CommandSocket.open(data, desk, time);
  }

  @AfterEach
  void close() {
    socket.close();
  }

  @Test
  void answers_a_scan_with_decision_reason_and_micros() throws Exception {
    String good = ask("{\"command\":\"scan\",\"text\":\"good\"}");
    String bad = ask("{\"command\":\"scan\",\"text\":\"bad\"}");

    assertThat(good).isEqualTo("{\"decision\":\"admitted\",\"reason\":null,\"micros\":321}");
    assertThat(bad)
        .isEqualTo("{\"decision\":\"refused\",\"reason\":\"NOT_A_PASS\",\"micros\":321}");
  }

  @Test
  void answers_status_and_journal() throws Exception {
    assertThat(ask("{\"command\":\"status\"}"))
        .contains("\"hardware\":\"SIMULATED\"")
        .contains("\"occupancy\":{\"people\":3,\"confidencePercent\":80}")
        .contains("\"stock\":{\"water-550ml\":{\"units\":7,\"how\":\"SCALE\",\"asOf\":null}}");
    assertThat(ask("{\"command\":\"journal\",\"last\":2}"))
        .contains("\"number\":1")
        .contains("\"number\":2")
        .doesNotContain("\"number\":3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "{",
        "{}",
        "{\"command\":{}}",
        "{\"command\":\"scan\"}",
        "{\"command\":\"scan\",\"text\":[1]}",
        "{\"command\":\"reboot\"}",
        "{\"command\":\"status\"} {\"command\":\"status\"}",
        "{\"command\":\"journal\",\"last\":\"all\"}",
        "{\"command\":\"simulate\",\"act\":\"explode\"}",
        "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"command\":\"status\"}",
        "{\"command\":\"scan\",\"text\":\"real\"}",
      })
  void refuses_what_is_no_request_and_says_why(String line) throws Exception {
    String answer = ask(line);

    assertThat(answer).startsWith("{\"error\":\"").endsWith(".\"}");
    assertThat(ask("{\"command\":\"status\"}")).as("still there").startsWith("{\"station\"");
  }

  @Test
  void refuses_an_endless_line() throws Exception {
    try (SocketChannel channel = connect()) {
      write(channel, "x".repeat(Request.BYTES_MAX));

      assertThat(readToEnd(channel)).contains("at most 8 KiB");
    }
  }

  @Test
  void refuses_more_talks_than_it_can_hold() throws Exception {
    List<SocketChannel> open = new ArrayList<>();
    for (int i = 0; i < CommandSocket.TALKS_MAX; i++) {
      SocketChannel channel = connect();
      write(channel, "{\"command\":\"status\"}\n");
      readLine(channel);
      open.add(channel);
    }

    try (SocketChannel oneMore = connect()) {
      assertThat(oneMore.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
    for (SocketChannel channel : open) {
      channel.close();
    }
  }

  @Test
  void hangs_up_on_the_silent() throws Exception {
    try (SocketChannel channel = connect()) {
      write(channel, "{\"command\":\"status\"}\n{\"comm");
      readLine(channel);

      CompletableFuture<String> rest = CompletableFuture.supplyAsync(() -> readQuietly(channel));
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      // again and again: the socket may begin to wait for the next line only after the first
      while (!rest.isDone() && System.nanoTime() < deadline) {
        time.advance(CommandSocket.SILENCE_MAX.plus(Duration.ofSeconds(1)));
        LockSupport.parkNanos(1_000_000);
      }

      assertThat(rest).isCompletedWithValue("");
    }
  }

  @Test
  void understands_requests_in_pieces_and_in_heaps() throws Exception {
    Random random = new Random(7);
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      requests.append("{\"command\":\"scan\",\"text\":\"驿站 %d\"}\n".formatted(i));
    }
    byte[] bytes = requests.toString().getBytes(StandardCharsets.UTF_8);

    try (SocketChannel channel = connect()) {
      for (int sent = 0; sent < bytes.length; ) {
        int piece = Math.min(bytes.length - sent, 1 + random.nextInt(100));
        ByteBuffer part = ByteBuffer.wrap(bytes, sent, piece);
        while (part.hasRemaining()) {
          channel.write(part);
        }
        sent += piece;
      }
      for (int i = 0; i < 50; i++) {
        assertThat(readLine(channel)).contains("refused");
      }
    }
    assertThat(desk.scanned).hasSize(50).last().isEqualTo("驿站 49");
  }

  @Test
  void survives_random_bytes() throws Exception {
    for (long seed = 0; seed < 50; seed++) {
      byte[] junk = new byte[500];
      new Random(seed).nextBytes(junk);
      try (SocketChannel channel = connect()) {
        ByteBuffer bytes = ByteBuffer.wrap(junk);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.shutdownOutput();
        ByteBuffer answers = ByteBuffer.allocate(64 * 1024);
        while (channel.read(answers) >= 0) {
          answers.clear();
        }
      }
    }

    assertThat(ask("{\"command\":\"status\"}")).startsWith("{\"station\"");
  }

  @Test
  void lets_nobody_else_in() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve(CommandSocket.FILE))))
        .isEqualTo("rw-------");
  }

  @Test
  void replaces_a_socket_left_behind_and_takes_its_own_away() throws Exception {
    socket.close();
    Files.writeString(data.resolve(CommandSocket.FILE), "left behind");

    socket = CommandSocket.open(data, desk, time);
    String answer = ask("{\"command\":\"status\"}");
    socket.close();

    assertThat(answer).startsWith("{\"station\"");
    assertThat(AgentLine.ask(data, "{}")).isEmpty();
  }

  @Test
  void refuses_a_folder_whose_path_is_too_long_for_a_socket() throws IOException {
    Path deep = Files.createDirectories(data.resolve("d".repeat(60)).resolve("e".repeat(60)));

    assertThatThrownBy(() -> CommandSocket.open(deep, desk, time))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too long");
  }

  @Test
  void writes_requests_that_it_reads_back() throws Exception {
    String nasty = "\"\\\n\u0000{驿站}";

    Request read = Request.read(AnswerJson.request("scan", Map.of("text", nasty)));

    assertThat(read.command()).isEqualTo("scan");
    assertThat(read.text("text")).isEqualTo(nasty);
  }

  private String ask(String line) throws DeskRefusal {
    return AgentLine.ask(data, line).orElseThrow();
  }

  private SocketChannel connect() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(data.resolve(CommandSocket.FILE)));
    return channel;
  }

  private static void write(SocketChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static String readLine(SocketChannel channel) throws IOException {
    StringBuilder line = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (channel.read(one) > 0) {
      char c = (char) one.flip().get();
      one.clear();
      if (c == '\n') {
        break;
      }
      line.append(c);
    }
    return line.toString();
  }

  private static String readQuietly(SocketChannel channel) {
    try {
      return readToEnd(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String readToEnd(SocketChannel channel) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = readLine(channel); !line.isEmpty(); line = readLine(channel)) {
      all.append(line);
    }
    return all.toString();
  }
}
