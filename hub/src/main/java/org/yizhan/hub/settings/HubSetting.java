package org.yizhan.hub.settings;

import java.util.Arrays;
import java.util.Optional;

/** Each number an operator may set, with its unit in the name, its usual value and its bounds. */
public enum HubSetting {
  /**
   * How long the hub keeps single facts; what was folded from them stays. 0 keeps them for ever.
   */
  KEEP_FACTS_DAYS("keep-facts-days", 0, 0, 36_500),
  /** How long a station's certificate lives; it renews itself at two thirds. */
  CERTIFICATE_DAYS("certificate-days", 90, 1, 825),
  /**
   * 1 while the union declares an epidemic: what is stocked in one is in season at every station.
   * StockReadings reads it by its word.
   */
  EPIDEMIC("epidemic", 0, 0, 1);

  private final String word;
  private final int usual;
  private final int least;
  private final int most;

  HubSetting(String word, int usual, int least, int most) {
    this.word = word;
    this.usual = usual;
    this.least = least;
    this.most = most;
  }

  /** As people write it: {@code keep-facts-days}. */
  public String word() {
    return word;
  }

  public int usual() {
    return usual;
  }

  public int least() {
    return least;
  }

  public int most() {
    return most;
  }

  public boolean allows(int value) {
    return value >= least && value <= most;
  }

  public static Optional<HubSetting> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
