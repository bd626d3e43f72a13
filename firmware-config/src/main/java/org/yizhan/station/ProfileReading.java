package org.yizhan.station;

import java.util.List;

/** What came of reading a profile: the profile, or everything that is wrong with the text. */
public sealed interface ProfileReading {

  record Read(StationProfile profile) implements ProfileReading {}

  /** Never empty; in the order of the text. */
  record Refused(List<ProfileProblem> problems) implements ProfileReading {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal names at least one problem");
      }
    }
  }
}
