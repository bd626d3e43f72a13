package org.yizhan.station;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person probably meant by a key that is not read. */
final class KeyAdvice {
  /**
   * Words for our keys in other products and in drafts of this one, where no likeness of letters
   * would lead from one to the other.
   */
  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("station", "id"),
          Map.entry("title", "name"),
          Map.entry("location", "place"),
          Map.entry("union", "place"),
          Map.entry("type", "kind"),
          Map.entry("owner", "host"),
          Map.entry("timezone", "zone"),
          Map.entry("tz", "zone"),
          Map.entry("opening", "hours"),
          Map.entry("opening-hours", "hours"),
          Map.entry("schedule", "hours"),
          Map.entry("policy", "door"),
          Map.entry("sensors", "fixtures"),
          Map.entry("devices", "fixtures"),
          Map.entry("hardware", "fixtures"),
          Map.entry("stock", "supplies"),
          Map.entry("items", "supplies"),
          Map.entry("temperature", "climate"),
          Map.entry("seats", "capacity"),
          Map.entry("simulate", "simulated"),
          Map.entry("device", "serial"),
          Map.entry("tty", "serial"),
          Map.entry("port", "serial"),
          Map.entry("pin", "gpio"),
          Map.entry("line", "gpio"),
          Map.entry("inverted", "active"),
          Map.entry("par", "target"),
          Map.entry("max", "target"),
          Map.entry("maximum", "target"),
          Map.entry("min", "minimum"),
          Map.entry("seasons", "season"),
          Map.entry("hot", "warmest"),
          Map.entry("cold", "coldest"),
          Map.entry("open-for", "unlock-for"));

  /** No key of ours is nearly as long: likeness with a longer word is not worth the search. */
  private static final int LENGTH_MAX = 32;

  private KeyAdvice() {}

  static String of(String key, Collection<String> known) {
    String nearest = nearest(key, known);
    return nearest != null
        ? "did you mean \"" + nearest + "\"?"
        : known.isEmpty()
            ? "remove it"
            : "remove it; the keys here are " + String.join(", ", known);
  }

  private static @Nullable String nearest(String key, Collection<String> known) {
    if (key.length() > LENGTH_MAX) {
      return null;
    }
    String plain = key.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    String other = OTHER_WORDS.get(plain);
    if (other != null && known.contains(other)) {
      return other;
    }
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(plain, candidate);
      if (distance < least && distance <= Math.max(1, candidate.length() / 3)) {
        best = candidate;
        least = distance;
      }
    }
    return best;
  }

  /** How many letters to insert, remove, change or swap with a neighbour (Damerau's distance). */
  private static int distance(String one, String other) {
    int[][] least = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      least[i][0] = i;
    }
    for (int j = 0; j <= other.length(); j++) {
      least[0][j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(least[i - 1][j], least[i][j - 1]) + 1;
        best = Math.min(best, least[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          best = Math.min(best, least[i - 2][j - 2] + 1);
        }
        least[i][j] = best;
      }
    }
    return least[one.length()][other.length()];
  }
}
