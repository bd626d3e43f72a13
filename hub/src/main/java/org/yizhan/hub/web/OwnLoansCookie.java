package org.yizhan.hub.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yizhan.hub.loans.Once;
import org.yizhan.hub.loans.OwnLoans;

/** What a phone keeps of its own loans: a text for each, the newest first. */
final class OwnLoansCookie {
  static final int LOANS_MAX = 12;

  private OwnLoansCookie() {}

  static List<Once> read(Visit visit) {
    Cookie cookie = visit.context().request().getCookie(name(visit.site()));
    String value = cookie == null || cookie.getValue() == null ? "" : cookie.getValue();
    return Arrays.stream(value.split("\\.", LOANS_MAX + 1))
        .limit(LOANS_MAX)
        .filter(Once::isValid)
        .distinct()
        .map(Once::new)
        .toList();
  }

  /** One more; the oldest are forgotten. */
  static void add(Visit visit, Once once) {
    List<Once> all = new ArrayList<>(read(visit));
    all.remove(once);
    all.addFirst(once);
    String value =
        String.join(".", all.stream().limit(LOANS_MAX).map(each -> each.value()).toList());
    visit
        .context()
        .response()
        .addCookie(
            Cookie.cookie(name(visit.site()), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(visit.site().secure())
                .setMaxAge(OwnLoans.KEPT_MAX.toSeconds())
                .setSameSite(CookieSameSite.LAX));
  }

  private static String name(Site site) {
    return site.secure() ? "__Host-yizhan-loans" : "yizhan-loans";
  }
}
