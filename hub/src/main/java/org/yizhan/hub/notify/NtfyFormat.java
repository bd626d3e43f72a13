package org.yizhan.hub.notify;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.hub.notice.Letter;
import org.yizhan.hub.notice.Urgency;

/**
 * ntfy, "Publish as JSON" (docs.ntfy.sh/publish/#publish-as-json): a POST to the server's root with
 * {@code topic}, {@code message} (4096 bytes; more would become an attachment), {@code title},
 * {@code priority} 1 to 5, {@code click} and {@code actions}. {@code sequence_id} lets a phone show
 * a message sent twice once. A visitor may send 60 at once and then one every 5 seconds
 * (docs.ntfy.sh/config/#rate-limiting); more is answered 429.
 */
record NtfyFormat(Channel.Ntfy topic) implements HttpFormat {
  static final int MESSAGE_BYTES_MAX = 4_096;

  @Override
  public Limits limits() {
    return new Limits(12, MESSAGE_BYTES_MAX);
  }

  @Override
  public int bytes(Letter letter) {
    return message(letter).getBytes(StandardCharsets.UTF_8).length;
  }

  private static String message(Letter letter) {
    List<String> lines = new ArrayList<>(PlainText.lines(letter, false));
    if (letter.wayOutLink().isEmpty()) {
      lines.add(letter.wayOutLine());
    }
    return String.join("\n", lines);
  }

  @Override
  public Request request(Letter letter, Instant now) {
    JsonObject json =
        new JsonObject()
            .put("topic", topic.topic())
            .put("message", message(letter))
            .put("title", letter.title())
            .put("priority", letter.urgency() == Urgency.URGENT ? 4 : 3);
    click(letter).ifPresent(url -> json.put("click", url));
    letter
        .wayOutLink()
        .ifPresent(url -> json.put("actions", new JsonArray().add(view(letter.wayOutLine(), url))));
    json.put("sequence_id", letter.id());
    Map<String, String> headers =
        topic.token().map(token -> Map.of("Authorization", "Bearer " + token)).orElse(Map.of());
    return new Request(root(topic.server()), "application/json", json.encode(), headers);
  }

  private static Optional<String> click(Letter letter) {
    return letter.items().size() == 1
        ? letter.linkOf(letter.items().getFirst())
        : letter.pages().map(pages -> pages + "/");
  }

  private static JsonObject view(String label, String url) {
    return new JsonObject().put("action", "view").put("label", label).put("url", url);
  }

  private static URI root(URI server) {
    String text = server.toString();
    return text.endsWith("/") ? server : URI.create(text + "/");
  }

  @Override
  public Outcome judge(Answer answer) {
    return answer.status() == 200
        ? new Outcome.Delivered()
        : Outcome.failed("HTTP " + answer.status() + " " + answer.body());
  }
}
