package org.yizhan.hub.web.view;

import java.util.List;
import java.util.regex.Pattern;

/** What servers answer to a message, as a sentence with what to do about it. */
final class AnswerWords {
  private record Known(Pattern answer, String key) {
    Known(String answer, String key) {
      this(Pattern.compile(answer, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), key);
    }
  }

  /**
   * The vendors' numbers as they document them (see {@code VendorStandIn} for where), and what the
   * way there answers.
   */
  private static final List<Known> KNOWN =
      List.of(
          new Known("errcode 93000\\b.*|errcode 300001\\b.*|code 19001\\b.*", "robot-gone"),
          new Known("errcode 310000\\b.*|code 19021\\b.*", "signature"),
          new Known("code 1902[24]\\b.*", "safety"),
          new Known("errcode 45009\\b.*|errcode 130101\\b.*|code 11232\\b.*|HTTP 429.*", "often"),
          new Known("HTTP 40[13]\\b.*", "not-allowed"),
          new Known("HTTP 404\\b.*", "not-there"),
          new Known("HTTP 3\\d\\d\\b.*", "moved"),
          new Known("HTTP 5\\d\\d\\b.*", "their-trouble"),
          new Known("no answer in .*|.*timed? ?out.*", "no-answer"),
          new Known("no mail server is set.*", "no-mail-server"),
          new Known("mail server: .*", "mail-server"),
          new Known("ConnectException.*|UnresolvedAddress.*|UnknownHost.*", "not-reached"),
          new Known("SSL.*|.*certificat.*", "certificate"));

  private AnswerWords() {}

  /** The sentence; what was answered word for word stands beside it. */
  static String of(String answer, Texts t) {
    String key =
        KNOWN.stream()
            .filter(known -> known.answer().matcher(answer).matches())
            .map(Known::key)
            .findFirst()
            .orElse("other");
    return t.say("notices.answer." + key);
  }
}
