package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.people.AccountName;

/** Several people who open the plan at once. */
class PlanTurnTest extends WithShelf {
  @Test
  void a_second_plan_waits_for_the_first() throws Exception {
    PlanTurn turn = new PlanTurn(Duration.ofSeconds(60));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var first =
          CompletableFuture.supplyAsync(() -> turn.take(() -> await(begun, enough)), threads);
      begun.await();
      var second = CompletableFuture.supplyAsync(() -> turn.take(() -> "second"), threads);
      whileWaiting(turn, 1);
      boolean waited = !second.isDone();

      enough.countDown();

      assertThat(waited).isTrue();
      assertThat(first.get(60, TimeUnit.SECONDS)).contains("first");
      assertThat(second.get(60, TimeUnit.SECONDS)).contains("second");
    }
  }

  /** Each holds a thread that other pages need. */
  @Test
  void when_a_few_wait_the_next_is_told_at_once() throws Exception {
    PlanTurn turn = new PlanTurn(Duration.ofSeconds(60));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(1 + PlanTurn.WAITING_MAX)) {
      List<CompletableFuture<Optional<String>>> all = new ArrayList<>();
      all.add(CompletableFuture.supplyAsync(() -> turn.take(() -> await(begun, enough)), threads));
      begun.await();
      for (int number = 0; number < PlanTurn.WAITING_MAX; number++) {
        all.add(CompletableFuture.supplyAsync(() -> turn.take(() -> "waited"), threads));
      }
      whileWaiting(turn, PlanTurn.WAITING_MAX);

      Optional<String> next = turn.take(() -> "one too many");
      enough.countDown();

      assertThat(next).isEmpty();
      for (var each : all) {
        assertThat(each.get(60, TimeUnit.SECONDS)).isPresent();
      }
    }
  }

  @Test
  void who_waited_in_vain_is_asked_kindly_to_come_back() throws Exception {
    Vertx vertx = Vertx.vertx();
    PlanTurn turn = new PlanTurn(Duration.ZERO);
    Site site = new Site(hub.parts(), Assets.load(), turn, false, Optional.empty());
    try (LiveEvents live = new LiveEvents(vertx, hub.parts())) {
      var server =
          vertx
              .createHttpServer()
              .requestHandler(HubRoutes.of(vertx, site, live))
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get(60, TimeUnit.SECONDS);
      String cookie = hub.parts().sessions().open(new AccountName(TestHub.NAME));

      HttpResponse<String> busy = turn.take(() -> plan(server.actualPort(), cookie)).orElseThrow();
      HttpResponse<String> later = plan(server.actualPort(), cookie);

      assertThat(busy.statusCode()).isEqualTo(503);
      assertThat(busy.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(busy.body())
          .contains("Other plans are being made just now.")
          .doesNotContain("makes no sense");
      assertThat(later.statusCode()).isEqualTo(200);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
  }

  private static HttpResponse<String> plan(int port, String cookie) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/supplies/plan?lang=en"))
              .header("Cookie", "yizhan=" + cookie)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String await(CountDownLatch begun, CountDownLatch enough) {
    begun.countDown();
    try {
      enough.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "first";
  }

  private static void whileWaiting(PlanTurn turn, int number) {
    while (turn.waiting() < number) {
      Thread.onSpinWait();
    }
  }
}
