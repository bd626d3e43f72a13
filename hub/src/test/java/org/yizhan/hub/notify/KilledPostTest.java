package org.yizhan.hub.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.HubMain;
import org.yizhan.hub.notice.Kiosk;
import org.yizhan.hub.notice.NoticeWords;
import org.yizhan.station.FixtureName;
import org.yizhan.wire.FaultKind;

/** The real program, killed after the receiver has a message and before the hub knows. */
class KilledPostTest {
  private static final long SECONDS_MAX = 60;

  @TempDir Path folder;
  private final VendorStandIn vendors = new VendorStandIn(InstantSource.system());
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (Process process : started) {
      process.destroyForcibly();
      process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
    }
    vendors.close();
  }

  @Test
  void a_message_that_was_under_way_is_sent_again_by_its_id_and_then_no_more() throws Exception {
    BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    CountDownLatch killed = new CountDownLatch(1);
    tellOf("front-lock", true);
    vendors.next.add(
        exchange -> {
          arrived.add("first");
          await(killed); // the receiver has it; its answer will find nobody
        });
    Process hub = start();
    assertThat(arrived.poll(SECONDS_MAX, TimeUnit.SECONDS)).isEqualTo("first");

    hub.destroyForcibly();
    assertThat(hub.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    killed.countDown();
    vendors.next.add(answering(arrived, "second"));
    vendors.next.add(answering(arrived, "third"));
    start();
    assertThat(arrived.poll(SECONDS_MAX, TimeUnit.SECONDS)).isEqualTo("second");
    tellOf("back-lock", false);
    assertThat(arrived.poll(SECONDS_MAX, TimeUnit.SECONDS)).isEqualTo("third");

    List<String> ids = vendors.received.stream().map(each -> each.json().getString("id")).toList();
    assertThat(ids).hasSize(3);
    assertThat(ids.get(1)).isEqualTo(ids.get(0));
    assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
  }

  private static VendorStandIn.Misbehaviour answering(BlockingQueue<String> arrived, String word) {
    return exchange -> {
      VendorStandIn.say(exchange, 202, "");
      arrived.add(word);
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From this process, as a command beside the hub would. */
  private void tellOf(String lock, boolean first) {
    try (TellingHub beside = new TellingHub(folder)) {
      if (first) {
        beside.addKeeper(vendors.webhook());
      }
      beside.queue.tell(
          NoticeWords.faultRaised(Kiosk.REF, FaultKind.LOCK_FAILED, new FixtureName(lock)));
    }
  }

  private Process start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                HubMain.class.getName(),
                "--data",
                folder.toString(),
                "--host",
                "127.0.0.1",
                "--web-port",
                "0",
                "--mqtt-port",
                "0",
                "--enrol-port",
                "0",
                "--json")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    started.add(process);
    assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isNotNull();
    return process;
  }
}
