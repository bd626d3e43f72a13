package org.yizhan.hub.notify;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.yizhan.hub.notice.Letter;
import org.yizhan.hub.notice.Urgency;

/**
 * A CloudEvent (CloudEvents 1.0, JSON format, HTTP binding 3.2 "structured mode") of type {@value
 * #TYPE}. {@code id} and {@code source} are the same when it is sent again. At most 64 KB, which
 * every intermediary must forward (CloudEvents 1.0, "Size Limits"). With a secret the headers of
 * Standard Webhooks (github.com/standard-webhooks, "Signature scheme") sign it: {@code
 * webhook-signature} = "v1," + Base64(HMAC-SHA256(secret, id + "." + timestamp + "." + body)).
 */
record WebhookFormat(Channel.Webhook webhook) implements HttpFormat {
  static final String TYPE = "org.yizhan.notices.v1";
  static final int EVENT_BYTES_MAX = 64_000;
  private static final String SOURCE = "urn:yizhan:hub";
  private static final String SECRET_PREFIX = "whsec_";

  @Override
  public Limits limits() {
    return new Limits(60, EVENT_BYTES_MAX);
  }

  @Override
  public int bytes(Letter letter) {
    return event(letter).getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public Request request(Letter letter, Instant now) {
    String body = event(letter);
    return new Request(
        webhook.url(),
        "application/cloudevents+json; charset=UTF-8",
        body,
        webhook.secret().map(secret -> signed(secret, letter.id(), now, body)).orElse(Map.of()));
  }

  private static String event(Letter letter) {
    JsonArray notices = new JsonArray();
    for (Letter.Item item : letter.items()) {
      JsonObject notice =
          new JsonObject().put("matter", item.key().value()).put("kind", item.kind().word());
      item.station().ifPresent(station -> notice.put("station", station.value()));
      notice.put("over", item.over()).put("title", item.title()).put("text", item.text());
      letter.linkOf(item).ifPresent(link -> notice.put("link", link));
      notices.add(notice);
    }
    JsonObject data =
        new JsonObject()
            .put("language", letter.tongue().word())
            .put("urgent", letter.urgency() == Urgency.URGENT)
            .put("notices", notices)
            .put("more", letter.more());
    letter.wayOutLink().ifPresent(url -> data.put("unsubscribe", url));
    return new JsonObject()
        .put("specversion", "1.0")
        .put("type", TYPE)
        .put("source", SOURCE)
        .put("id", letter.id())
        .put("time", letter.written().toString())
        .put("datacontenttype", "application/json")
        .put("data", data)
        .encode();
  }

  static Map<String, String> signed(String secret, String id, Instant now, String body) {
    long timestamp = now.getEpochSecond();
    String signature =
        Signature.of(
            key(secret), (id + '.' + timestamp + '.' + body).getBytes(StandardCharsets.UTF_8));
    return Map.of(
        "webhook-id",
        id,
        "webhook-timestamp",
        Long.toString(timestamp),
        "webhook-signature",
        "v1," + signature);
  }

  private static byte[] key(String secret) {
    if (secret.startsWith(SECRET_PREFIX)) {
      try {
        return Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
      } catch (IllegalArgumentException noBase64) {
        return secret.getBytes(StandardCharsets.UTF_8);
      }
    }
    return secret.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Outcome judge(Answer answer) {
    return answer.status() >= 200 && answer.status() < 300
        ? new Outcome.Delivered()
        : Outcome.failed("HTTP " + answer.status());
  }
}
