package org.yizhan.edge.hardware;

import java.util.function.Consumer;

/**
 * A part that speaks by itself: a scanner ({@link Scan}), a contact, button, beam or presence
 * sensor ({@code Boolean}: true when active), a scale ({@code Integer}: grams, tray included).
 *
 * @param <T> what it says
 */
public interface FixtureInput<T> {
  /**
   * Opens the part and listens until closed. A part that has a state says it once at opening.
   * {@code heard} and {@code lost} are called from any thread and never block; {@code lost} comes
   * at most once for each opening, and nothing is heard after it.
   *
   * @throws HardwareException when the part is not there or may not be used
   */
  void open(Consumer<T> heard, Consumer<HardwareException> lost);

  /**
   * Stops listening; afterwards it may be opened again. Closing twice is harmless. Never throws.
   */
  void close();
}
