package org.yizhan.hub.web;

import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yizhan.hub.people.Account;
import org.yizhan.hub.people.AccountName;
import org.yizhan.hub.people.Accounts;
import org.yizhan.hub.people.PasswordRules;
import org.yizhan.hub.web.view.SignInView;
import org.yizhan.hub.web.view.Texts;

/** Signing in and out, one-time links, and one's own password. */
final class SignInPages {
  private static final Pattern OWN_PATH = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/_?&=.%-]{0,198}");
  private static final int PASSWORD_CHARS_MAX = 2 * PasswordRules.LENGTH_MAX;

  private SignInPages() {}

  /** Where to go after signing in: an address of ours, or the overview. */
  static String next(String wished) {
    return OWN_PATH.matcher(wished).matches() && !wished.startsWith("/sign-") ? wished : "/";
  }

  static void signIn(Visit visit) {
    if (visit.who().isPresent()) {
      visit.goTo("/");
      return;
    }
    showSignIn(visit, 200, "", "", next(visit.query("next")));
  }

  private static void showSignIn(
      Visit visit, int status, String problem, String name, String next) {
    boolean first = visit.site().parts().accounts().isEmpty();
    visit.show(
        status,
        "signin.jte",
        visit.page(""),
        Map.of("view", new SignInView(problem, name, next, first)));
  }

  static void trySignIn(Visit visit) {
    Texts t = visit.texts();
    String name = visit.form("name");
    String password = visit.form("password");
    String next = next(visit.form("next"));
    if (name.isBlank() || password.isEmpty()) {
      showSignIn(visit, 400, t.say("signin.problem.empty"), shown(name), next);
      return;
    }
    if (password.length() > PASSWORD_CHARS_MAX) {
      showSignIn(visit, 401, t.say("signin.problem.wrong"), shown(name), next);
      return;
    }
    switch (visit.site().desk().signIn(name, password, visit.address())) {
      case SignInDesk.Answer.Welcome(String session) -> {
        visit.site().parts().sessions().close(visit.cookie());
        visit.setSession(session);
        visit.goTo(next);
      }
      case SignInDesk.Answer.Wrong _ ->
          showSignIn(visit, 401, t.say("signin.problem.wrong"), shown(name), next);
      case SignInDesk.Answer.Later(Duration wait) -> {
        long seconds = wait.plusMillis(999).toSeconds();
        visit.context().response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        showSignIn(visit, 429, t.say("signin.problem.later", t.wait(wait)), shown(name), next);
      }
    }
  }

  private static String shown(String name) {
    return name.length() > 40 ? name.substring(0, 40) : name;
  }

  static void signOut(Visit visit) {
    visit.site().parts().sessions().close(visit.cookie());
    visit.setSession("");
    visit.goTo("/sign-in");
  }

  static void link(Visit visit) {
    showLink(visit, 200, "", "");
  }

  private static void showLink(Visit visit, int status, String problem, String name) {
    String token = visit.path("token");
    Optional<Accounts.Link> link = visit.site().parts().accounts().link(token);
    if (link.isEmpty()) {
      throw new NotFound(visit.texts().say("link.gone"));
    }
    visit.show(
        status,
        "link.jte",
        visit.page(""),
        Map.of("link", link.get(), "token", token, "problem", problem, "name", name));
  }

  static void useLink(Visit visit) {
    Texts t = visit.texts();
    Accounts accounts = visit.site().parts().accounts();
    String token = visit.path("token");
    Accounts.Link link = accounts.link(token).orElseThrow(() -> new NotFound(t.say("link.gone")));
    Optional<AccountName> name =
        switch (link) {
          case Accounts.Link.Setup _ -> AccountName.of(visit.form("name"));
          case Accounts.Link.Password(AccountName account) -> Optional.of(account);
        };
    Optional<String> problem =
        name.isEmpty()
            ? Optional.of(t.say("link.problem.name"))
            : passwordProblem(visit, name.get());
    if (problem.isPresent()) {
      showLink(visit, 400, problem.get(), shown(visit.form("name")));
      return;
    }
    String password = visit.form("password");
    boolean done =
        visit
            .site()
            .desk()
            .inTurn(
                () ->
                    link instanceof Accounts.Link.Setup
                        ? accounts.setUp(token, name.get(), password)
                        : accounts.setPassword(token, name.get(), password))
            .orElse(false);
    if (!done) {
      throw new NotFound(t.say("link.gone"));
    }
    visit.setSession(visit.site().parts().sessions().open(name.get()));
    visit.goTo("/");
  }

  private static Optional<String> passwordProblem(Visit visit, AccountName name) {
    Texts t = visit.texts();
    String password = visit.form("password");
    if (!password.equals(visit.form("again"))) {
      return Optional.of(t.say("password.problem.differ"));
    }
    return PasswordRules.judge(password, name)
        .map(
            problem ->
                switch (problem) {
                  case TOO_SHORT -> t.say("password.problem.short", PasswordRules.LENGTH_MIN);
                  case TOO_LONG -> t.say("password.problem.long", PasswordRules.LENGTH_MAX);
                  case HOLDS_THE_NAME -> t.say("password.problem.name");
                  case EASY_TO_GUESS -> t.say("password.problem.easy");
                });
  }

  static void account(Visit visit) {
    showAccount(visit, 200, "", visit.query("done").equals("1"));
  }

  private static void showAccount(Visit visit, int status, String problem, boolean done) {
    visit.show(
        status, "account.jte", visit.page("account"), Map.of("problem", problem, "done", done));
  }

  static void changePassword(Visit visit) {
    Account account = visit.who().orElseThrow();
    String current = visit.form("current");
    if (current.length() > PASSWORD_CHARS_MAX
        || !visit.site().desk().isPassword(account.name(), current, visit.address())) {
      showAccount(visit, 400, visit.texts().say("password.problem.current"), false);
      return;
    }
    Optional<String> problem = passwordProblem(visit, account.name());
    if (problem.isPresent()) {
      showAccount(visit, 400, problem.get(), false);
      return;
    }
    visit.site().parts().accounts().changePassword(account.name(), visit.form("password"));
    visit.setSession(visit.site().parts().sessions().open(account.name()));
    visit.goTo("/account?done=1");
  }

  static void signOutEverywhere(Visit visit) {
    visit.site().parts().sessions().closeAll(visit.who().orElseThrow().name());
    visit.setSession("");
    visit.goTo("/sign-in");
  }
}
