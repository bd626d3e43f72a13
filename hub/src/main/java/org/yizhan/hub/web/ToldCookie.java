package org.yizhan.hub.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yizhan.wire.MatterId;

/** Which matters a phone told, the latest first, so that it finds its answers again. */
final class ToldCookie {
  private static final String NAME = "yizhan-told";
  private static final int REMEMBERED_MAX = 10;
  private static final Duration KEPT_FOR = Duration.ofDays(90);

  private ToldCookie() {}

  static List<MatterId> read(Visit visit) {
    Cookie cookie = visit.context().request().getCookie(NAME);
    String value = cookie == null || cookie.getValue() == null ? "" : cookie.getValue();
    return List.of(value.split("\\.", REMEMBERED_MAX + 1)).stream()
        .filter(MatterId::isValid)
        .limit(REMEMBERED_MAX)
        .map(MatterId::new)
        .toList();
  }

  static void remember(Visit visit, MatterId matter) {
    List<MatterId> all = new ArrayList<>(read(visit));
    all.remove(matter);
    all.addFirst(matter);
    String value =
        String.join(".", all.stream().limit(REMEMBERED_MAX).map(MatterId::value).toList());
    visit
        .context()
        .response()
        .addCookie(
            Cookie.cookie(NAME, value)
                .setPath("/m")
                .setHttpOnly(true)
                .setSecure(visit.site().secure())
                .setMaxAge(KEPT_FOR.toSeconds())
                .setSameSite(CookieSameSite.LAX));
  }
}
