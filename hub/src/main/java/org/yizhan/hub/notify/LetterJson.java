package org.yizhan.hub.notify;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.notice.Letter;
import org.yizhan.hub.notice.MatterKey;
import org.yizhan.hub.notice.NoticeKind;
import org.yizhan.hub.notice.Tongue;
import org.yizhan.hub.notice.Urgency;
import org.yizhan.station.StationId;

/** A letter as it is kept: written and read by this program only. */
final class LetterJson {
  private LetterJson() {}

  static String of(Letter letter) {
    JsonArray items = new JsonArray();
    for (Letter.Item item : letter.items()) {
      JsonObject json =
          new JsonObject()
              .put("key", item.key().value())
              .put("kind", item.kind().name())
              .put("over", item.over())
              .put("title", item.title())
              .put("text", item.text())
              .put("link", item.link());
      item.station().ifPresent(station -> json.put("station", station.value()));
      items.add(json);
    }
    JsonObject json =
        new JsonObject()
            .put("id", letter.id())
            .put("written", letter.written().toEpochMilli())
            .put("tongue", letter.tongue().name())
            .put("urgency", letter.urgency().name())
            .put("items", items)
            .put("more", letter.more());
    letter.pages().ifPresent(pages -> json.put("pages", pages));
    switch (letter.wayOut()) {
      case Letter.WayOut.Link(String url) -> json.put("stop", url);
      case Letter.WayOut.Ask(String channel) -> json.put("ask", channel);
    }
    return json.encode();
  }

  static Letter read(String text) {
    JsonObject json = new JsonObject(text);
    List<Letter.Item> items =
        json.getJsonArray("items").stream().map(each -> item((JsonObject) each)).toList();
    String stop = json.getString("stop");
    return new Letter(
        json.getString("id"),
        Instant.ofEpochMilli(json.getLong("written")),
        Tongue.valueOf(json.getString("tongue")),
        Urgency.valueOf(json.getString("urgency")),
        items,
        json.getInteger("more"),
        Optional.ofNullable(json.getString("pages")),
        stop == null ? new Letter.WayOut.Ask(json.getString("ask")) : new Letter.WayOut.Link(stop));
  }

  private static Letter.Item item(JsonObject json) {
    return new Letter.Item(
        new MatterKey(json.getString("key")),
        NoticeKind.valueOf(json.getString("kind")),
        Optional.ofNullable(json.getString("station")).map(StationId::new),
        json.getBoolean("over"),
        json.getString("title"),
        json.getString("text"),
        json.getString("link"));
  }
}
