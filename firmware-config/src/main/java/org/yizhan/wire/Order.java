package org.yizhan.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yizhan.pass.IssuerKey;
import org.yizhan.pass.PassId;

/** What the hub asks of a station. Orders come down, in the imperative. */
public sealed interface Order {

  /**
   * "I hold everything of this journal below {@code next}." Also the resend request. {@code
   * attempt} is that of the envelope it answers, or 0 when it answers a presence whose ranges
   * differ from the hub's cursor.
   */
  record Acknowledge(JournalId journal, Sequence next, long attempt) implements Order {
    public Acknowledge {
      requireWithin("attempt", attempt, 0, Sequence.MAX);
    }
  }

  /** State the station shall be in; sent on every connect until presence shows it applied. */
  sealed interface Desired extends Order {
    /** Only ever rises; a station refuses a lower one and says which it holds. */
    long revision();

    OrderKind kind();
  }

  /** The station's profile as printable YAML text, at most 64 KiB in UTF-8. */
  record ApplyProfile(long revision, String yaml) implements Desired {
    public static final int YAML_BYTES_MAX = 64 * 1024;

    public ApplyProfile {
      requireWithin("revision", revision, 0, Sequence.MAX);
      if (yaml.length() > YAML_BYTES_MAX
          || yaml.getBytes(StandardCharsets.UTF_8).length > YAML_BYTES_MAX) {
        throw new IllegalArgumentException("a profile has at most " + YAML_BYTES_MAX + " bytes");
      }
      if (yaml.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
        throw new IllegalArgumentException("a profile has no control characters (YAML 1.2, 5.1)");
      }
    }

    @Override
    public OrderKind kind() {
      return OrderKind.PROFILE;
    }
  }

  /** The keys whose signature on a pass opens the door. */
  record ApplyIssuers(long revision, List<IssuerKey> keys) implements Desired {
    public static final int KEYS_MAX = 32;

    public ApplyIssuers {
      requireWithin("revision", revision, 0, Sequence.MAX);
      keys = List.copyOf(keys);
      if (keys.size() > KEYS_MAX) {
        throw new IllegalArgumentException("at most " + KEYS_MAX + " issuer keys");
      }
    }

    @Override
    public OrderKind kind() {
      return OrderKind.ISSUERS;
    }
  }

  /** The complete list of passes that open no more, as of {@code asOfMs} (wall time of the hub). */
  record ApplyRevocations(long revision, long asOfMs, List<PassId> passes) implements Desired {
    public static final int PASSES_MAX = 4_000;

    public ApplyRevocations {
      requireWithin("revision", revision, 0, Sequence.MAX);
      requireWithin("wall time", asOfMs, 0, Moment.WALL_MS_MAX);
      passes = List.copyOf(passes);
      if (passes.size() > PASSES_MAX) {
        throw new IllegalArgumentException("at most " + PASSES_MAX + " revoked passes in one list");
      }
    }

    @Override
    public OrderKind kind() {
      return OrderKind.REVOCATIONS;
    }
  }

  /**
   * What stands on the station's shelves as the hub knows it, so that the station can show it where
   * it is. Sent only to a station whose presence names {@link OrderKind#STOCK}: an older agent
   * would complain of each.
   *
   * @param levels each item once
   */
  record ApplyStock(long revision, List<ShelfLevel> levels) implements Desired {
    public static final int LEVELS_MAX = 100;

    public ApplyStock {
      requireWithin("revision", revision, 0, Sequence.MAX);
      levels = List.copyOf(levels);
      if (levels.size() > LEVELS_MAX) {
        throw new IllegalArgumentException("at most " + LEVELS_MAX + " levels in one order");
      }
      if (levels.stream().map(ShelfLevel::item).distinct().count() < levels.size()) {
        throw new IllegalArgumentException("an item stands once among the levels");
      }
    }

    @Override
    public OrderKind kind() {
      return OrderKind.STOCK;
    }
  }

  /**
   * Release the lock once, unless {@code expiresAtMs} (wall time) has passed; the id makes it once.
   */
  record UnlockDoor(String id, long expiresAtMs) implements Order {
    public UnlockDoor {
      if (id.isEmpty() || id.length() > 64) {
        throw new IllegalArgumentException("an order id has 1 to 64 characters");
      }
      requireWithin("expiry", expiresAtMs, 0, Moment.WALL_MS_MAX);
    }
  }

  /** An order of a newer hub: refused by name, never guessed at. */
  record Unknown(String type) implements Order {
    public static final int TYPE_MAX = 64;

    public Unknown {
      if (type.length() > TYPE_MAX) {
        throw new IllegalArgumentException("an order's type has at most 64 characters");
      }
    }
  }

  private static void requireWithin(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " lies between " + least + " and " + most + ", not " + value);
    }
  }
}
