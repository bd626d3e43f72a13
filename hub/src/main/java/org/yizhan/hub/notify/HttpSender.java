package org.yizhan.hub.notify;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to strangers: an answer may take 20 s and 64 KiB in all, a redirect is a failure (it could
 * lead the message and its secret anywhere).
 */
final class HttpSender implements AutoCloseable {
  static final int ANSWER_BYTES_MAX = 64 * 1024;
  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
  private static final Duration RETRY_AFTER_MAX = Duration.ofHours(1);

  private final Duration answerMax;
  private @Nullable HttpClient client;

  HttpSender(Duration answerMax) {
    this.answerMax = answerMax;
  }

  /**
   * Made when the first message goes: it reads all trusted certificates, which a start would feel.
   */
  private synchronized HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(CONNECT_MAX)
              .build();
      client = made;
    }
    return made;
  }

  Outcome post(HttpFormat format, HttpFormat.Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.url())
            .timeout(answerMax)
            .header("Content-Type", request.contentType())
            .header("User-Agent", "yizhan")
            .POST(HttpRequest.BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8));
    request.headers().forEach(builder::header);
    CompletableFuture<HttpResponse<String>> answering =
        client()
            .sendAsync(
                builder.build(),
                BodyHandlers.limiting(
                    BodyHandlers.ofString(StandardCharsets.UTF_8), ANSWER_BYTES_MAX));
    try {
      return judge(format, answering.get(answerMax.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Outcome.failed("no answer in " + answerMax.toSeconds() + " s");
    } catch (ExecutionException e) {
      return Outcome.failed(explain(e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.failed("interrupted");
    } finally {
      answering.cancel(true);
    }
  }

  private static String explain(Throwable cause) {
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return cause instanceof IOException ? cause.getClass().getSimpleName() + message : cause + "";
  }

  private static Outcome judge(HttpFormat format, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      return Outcome.failed("HTTP " + status + ": redirects are not followed");
    }
    Outcome outcome = format.judge(new HttpFormat.Answer(status, response.body()));
    return outcome instanceof Outcome.Failed(String why, Duration _) && status == 429
        ? new Outcome.Failed(why, retryAfter(response))
        : outcome;
  }

  /** Seconds, as RFC 9110, 10.2.3; a date is not worth the trouble. */
  private static Duration retryAfter(HttpResponse<String> response) {
    String text = response.headers().firstValue("Retry-After").orElse("");
    if (!text.matches("\\d{1,5}")) {
      return Duration.ofMinutes(1);
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(text));
    return asked.compareTo(RETRY_AFTER_MAX) > 0 ? RETRY_AFTER_MAX : asked;
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.shutdownNow();
      client.close();
    }
  }
}
