package org.yizhan.hub.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.hub.people.PasswordRules.Problem;

class PasswordRulesTest {
  private static final AccountName NAME = new AccountName("meilin");

  @ParameterizedTest
  @CsvSource({
    "short, TOO_SHORT",
    "123456789, TOO_SHORT",
    "1234567890, EASY_TO_GUESS",
    "9876543210, EASY_TO_GUESS",
    "aaaaaaaaaaaa, EASY_TO_GUESS",
    "password123, EASY_TO_GUESS",
    "Yizhan12345, EASY_TO_GUESS",
    "hello MEILIN there, HOLDS_THE_NAME",
    "correct horse battery,",
    "橘子 码头 自行车 雨伞,",
  })
  void judges_a_password(String password, @Nullable Problem problem) {
    assertThat(PasswordRules.judge(password, NAME)).isEqualTo(Optional.ofNullable(problem));
  }

  @Test
  void refuses_one_that_is_endless() {
    assertThat(PasswordRules.judge("ab3".repeat(50), NAME)).contains(Problem.TOO_LONG);
  }
}
