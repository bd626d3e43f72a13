package org.yizhan.hub.duty;

import java.util.Optional;
import org.yizhan.wire.Fact;

/**
 * People who take a week of duty together.
 *
 * @param number the hub's own, stays when the name changes
 */
public record Group(int number, String name) {
  /** A name as it is kept, 1 to {@link Fact.DutySigned#GROUP_MAX} characters, or none. */
  public static Optional<String> name(String typed) {
    String name = typed.strip().replaceAll("\\s+", " ");
    boolean printable = name.codePoints().noneMatch(Character::isISOControl);
    return printable && !name.isEmpty() && name.length() <= Fact.DutySigned.GROUP_MAX
        ? Optional.of(name)
        : Optional.empty();
  }
}
