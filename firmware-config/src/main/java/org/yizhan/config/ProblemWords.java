package org.yizhan.config;

import org.yizhan.speech.SentenceBook;
import org.yizhan.station.ProfileProblem;

/**
 * Problems of a profile in Chinese. The reader speaks English only, as its words also travel in
 * logs and results of orders; what a technician reads is put into words here, sentence by sentence.
 */
public final class ProblemWords {
  private static final SentenceBook BOOK =
      SentenceBook.beside(ProblemWords.class, "problems_zh.txt");

  private ProblemWords() {}

  /** For the command lines of other programs. */
  public static SentenceBook book() {
    return BOOK;
  }

  static ProfileProblem inChinese(ProfileProblem problem) {
    return new ProfileProblem(
        problem.line(),
        problem.column(),
        problem.path(),
        inChinese(problem.message()),
        inChinese(problem.remedy()));
  }

  static String inChinese(String text) {
    return BOOK.inChinese(text);
  }
}
