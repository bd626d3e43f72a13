package org.yizhan.station;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Collects what is wrong with one profile, so that all of it is told at once. */
final class Problems {
  /** More than this helps nobody, and a hostile text could hold tens of thousands. */
  static final int KEPT_MAX = 100;

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private final SortedSet<ProfileProblem> kept = new TreeSet<>();
  private int left;

  void add(Spot at, String message, String remedy) {
    ProfileProblem problem =
        new ProfileProblem(
            at.line(), at.column(), visible(at.path()), visible(message), visible(remedy));
    if (kept.size() < KEPT_MAX) {
      kept.add(problem);
    } else {
      left++;
    }
  }

  /** Parts of a hostile text stand in these words, and they are printed on terminals. */
  private static String visible(String text) {
    return UNSEEN.matcher(text).replaceAll("�");
  }

  boolean none() {
    return kept.isEmpty();
  }

  List<ProfileProblem> inReadingOrder() {
    List<ProfileProblem> all = new ArrayList<>(kept);
    if (left > 0) {
      ProfileProblem last = kept.last();
      all.add(
          new ProfileProblem(
              last.line(),
              last.column(),
              "",
              left + " more problems are not listed",
              "put these right first, then check again"));
    }
    return List.copyOf(all);
  }
}
