package org.yizhan.hub.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.identity.SettableClock;
import org.yizhan.hub.store.sqlite.HubDatabase;

class AccountsTest {
  private static final AccountName MEILIN = new AccountName("meilin");
  private static final String PASSWORD = "correct horse battery";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T04:00:00Z"));

  @SuppressWarnings("NullAway.Init")
  private HubDatabase database;

  @SuppressWarnings("NullAway.Init")
  private Accounts accounts;

  @SuppressWarnings("NullAway.Init")
  private Sessions sessions;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = HubDatabase.open(folder.resolve("hub.db"));
    accounts = new Accounts(database, clock);
    sessions = new Sessions(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void has_no_account_and_no_default_password_at_first() {
    assertThat(accounts.isEmpty()).isTrue();
    assertThat(accounts.isPassword(new AccountName("admin"), "admin")).isFalse();
  }

  @Test
  void makes_the_first_account_by_a_link_that_works_once() {
    String link = accounts.setupLink().orElseThrow();

    assertThat(accounts.setUp(link, MEILIN, PASSWORD)).isTrue();

    assertThat(accounts.setUp(link, new AccountName("second"), PASSWORD)).isFalse();
    assertThat(accounts.isPassword(MEILIN, PASSWORD)).isTrue();
    assertThat(accounts.isPassword(MEILIN, PASSWORD + " ")).isFalse();
    assertThat(accounts.setupLink()).isEmpty();
    assertThat(accounts.all()).extracting(Account::role).containsExactly(Role.ADMIN);
  }

  @Test
  void lets_only_the_newest_setup_link_work_and_only_for_a_day() {
    String first = accounts.setupLink().orElseThrow();
    String second = accounts.setupLink().orElseThrow();

    assertThat(accounts.link(first)).isEmpty();
    assertThat(accounts.link(second)).contains(new Accounts.Link.Setup());
    clock.advance(Accounts.SETUP_LINK_LIFE);
    assertThat(accounts.link(second)).isEmpty();
    assertThat(accounts.setUp(second, MEILIN, PASSWORD)).isFalse();
  }

  @Test
  void sets_a_forgotten_password_anew_and_signs_out_everywhere() {
    accounts.put(MEILIN, Role.UNION_VIEWER, PASSWORD);
    String session = sessions.open(MEILIN);
    String link = accounts.passwordLink(MEILIN).orElseThrow();

    assertThat(accounts.setPassword(link, new AccountName("other"), "橘子码头自行车雨伞天")).isFalse();
    assertThat(accounts.setPassword(link, MEILIN, "橘子码头自行车雨伞天")).isTrue();

    assertThat(accounts.isPassword(MEILIN, PASSWORD)).isFalse();
    assertThat(accounts.isPassword(MEILIN, "橘子码头自行车雨伞天")).isTrue();
    assertThat(sessions.find(session)).isEmpty();
    assertThat(accounts.link(link)).isEmpty();
  }

  @Test
  void ends_a_session_that_is_not_used_and_one_that_is_used_too_long() {
    accounts.put(MEILIN, Role.ADMIN, PASSWORD);
    String idle = sessions.open(MEILIN);
    clock.advance(Sessions.IDLE_MAX);
    assertThat(sessions.find(idle)).isEmpty();

    String busy = sessions.open(MEILIN);
    for (int minutes = 20; minutes < 12 * 60; minutes += 20) {
      clock.advance(Duration.ofMinutes(20));
      assertThat(sessions.find(busy)).as("after %d min", minutes).isPresent();
    }
    clock.advance(Duration.ofMinutes(20));
    assertThat(sessions.find(busy)).isEmpty();
  }

  @Test
  void keeps_no_secret_as_it_is() {
    accounts.put(MEILIN, Role.ADMIN, PASSWORD);
    String session = sessions.open(MEILIN);
    String token = new ApiTokens(database, clock).issue("demo", ApiTokens.Scope.READ);
    String link = accounts.passwordLink(MEILIN).orElseThrow();

    List<String> texts =
        database
            .reader()
            .withHandle(
                handle ->
                    handle
                        .select(
                            "SELECT hex(token_hash) FROM session UNION ALL SELECT hex(token_hash)"
                                + " FROM api_token UNION ALL SELECT hex(token_hash) FROM"
                                + " one_time_link UNION ALL SELECT password_hash FROM account")
                        .mapTo(String.class)
                        .list());

    assertThat(texts).hasSize(4);
    assertThat(texts).noneMatch(text -> text.contains(PASSWORD));
    assertThat(List.of(session, token, link)).doesNotContainAnyElementsOf(texts);
  }

  @Test
  void issues_api_tokens_that_end_when_revoked_or_replaced() {
    ApiTokens tokens = new ApiTokens(database, clock);
    String first = tokens.issue("demo", ApiTokens.Scope.READ);
    String second = tokens.issue("demo", ApiTokens.Scope.READ);

    assertThat(tokens.find(first)).isEmpty();
    assertThat(tokens.find(second)).isPresent();
    assertThat(tokens.revoke("demo")).isTrue();
    assertThat(tokens.find(second)).isEmpty();
    assertThatThrownBy(() -> tokens.issue(" ", ApiTokens.Scope.READ))
        .hasMessageContaining("name of 1 to 64");
  }

  @Test
  void never_removes_the_last_admin() {
    accounts.put(MEILIN, Role.ADMIN, PASSWORD);
    accounts.put(new AccountName("viewer"), Role.UNION_VIEWER, PASSWORD);

    assertThat(accounts.remove(MEILIN)).isFalse();
    assertThat(accounts.remove(new AccountName("viewer"))).isTrue();
    accounts.put(new AccountName("deputy"), Role.ADMIN, PASSWORD);
    assertThat(accounts.remove(MEILIN)).isTrue();
  }

  @Test
  void takes_names_that_look_alike_for_one() {
    assertThat(AccountName.of(" MeiLin ")).contains(MEILIN);
    assertThat(AccountName.of("ｍｅｉｌｉｎ")).contains(MEILIN);
    assertThat(AccountName.of("王美琳")).isPresent();
    assertThat(AccountName.of("a")).isEmpty();
    assertThat(AccountName.of("x' OR 1=1")).isEmpty();
    assertThat(AccountName.of("a".repeat(5_000))).isEmpty();
  }
}
