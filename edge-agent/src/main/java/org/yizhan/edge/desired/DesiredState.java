package org.yizhan.edge.desired;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.card.AtomicFile;
import org.yizhan.edge.station.StationEvent;
import org.yizhan.edge.station.StationEvent.LevelsTold;
import org.yizhan.edge.station.StationEvent.OrderTurnedDown;
import org.yizhan.edge.station.StationEvent.ProfileChanged;
import org.yizhan.edge.station.StationEvent.TrustChanged;
import org.yizhan.pass.IssuerKey;
import org.yizhan.pass.PassId;
import org.yizhan.pass.TrustedPassState;
import org.yizhan.station.ProfileProblem;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationId;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Order;
import org.yizhan.wire.Order.Desired;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.ShelfLevel;
import org.yizhan.wire.WireCodec;
import org.yizhan.wire.WireException;

/**
 * The last applied order of each {@link OrderKind}, one JSON file each in {@code desired/}, and in
 * memory. A lower revision is refused; a bad profile is refused while the old one keeps working; an
 * order that is held already changes nothing. Thread-safe.
 *
 * <p>When the card cannot be written, everything but a profile works from memory (a revoked pass
 * must not open because a card is full), but is not shown as applied, so that the hub sends it
 * again; a profile is refused.
 */
public final class DesiredState {
  private static final Logger LOG = System.getLogger(DesiredState.class.getName());
  private static final int WHY_LENGTH_MAX = 200;

  private final Path folder;
  private final StationId station;
  private final Map<OrderKind, Long> applied = new EnumMap<>(OrderKind.class);

  /** As {@link #applied}, with what works from memory only. */
  private final Map<OrderKind, Long> inForce = new EnumMap<>(OrderKind.class);

  private final Map<OrderKind, Long> answered = new EnumMap<>(OrderKind.class);
  private @Nullable StationProfile profile;
  private List<IssuerKey> issuers = List.of();
  private Set<PassId> revoked = Set.of();
  private List<ShelfLevel> levels = List.of();

  private DesiredState(Path folder, StationId station) {
    this.folder = folder;
    this.station = station;
  }

  /**
   * Reads what was applied before. A file that cannot be read counts as not applied: the hub sends
   * that order again.
   */
  public static DesiredState open(Path folder, StationId station) {
    var state = new DesiredState(folder, station);
    for (OrderKind kind : OrderKind.values()) {
      state.load(kind);
    }
    return state;
  }

  private void load(OrderKind kind) {
    Path file = file(kind);
    if (!Files.exists(file)) {
      return;
    }
    try {
      if (WireCodec.readOrder(read(file)) instanceof Desired order && order.kind() == kind) {
        Optional<String> problem = problemOf(order);
        if (problem.isEmpty()) {
          enforce(order);
          inForce.put(kind, order.revision());
          applied.put(kind, order.revision());
          return;
        }
        LOG.log(Level.WARNING, "{0} does not apply any more: {1}", file, problem.get());
      }
    } catch (IOException | WireException unreadable) {
      LOG.log(
          Level.WARNING,
          "{0} cannot be read ({1}); the hub will send it again.",
          file,
          unreadable.getMessage());
    }
  }

  private static byte[] read(Path file) throws IOException {
    if (Files.size(file) > WireCodec.ORDER_BYTES_MAX) {
      throw new IOException("it is larger than any order");
    }
    return Files.readAllBytes(file);
  }

  /** The revisions that are in force and on the card. */
  public synchronized Map<OrderKind, Long> applied() {
    return Map.copyOf(applied);
  }

  /** The profile the hub ordered last; empty when the one of the provisioning still holds. */
  public synchronized Optional<StationProfile> profile() {
    return Optional.ofNullable(profile);
  }

  public synchronized TrustedPassState trusted() {
    return new TrustedPassState(issuers, revoked);
  }

  /** What the hub last said stands on the shelves. */
  public synchronized List<ShelfLevel> levels() {
    return levels;
  }

  /**
   * Applies an order, or says why not.
   *
   * @return what the loop must hear; empty when the order is on the card already, or was answered
   *     before
   */
  public synchronized Optional<StationEvent> apply(Moment at, Desired order) {
    long held = applied.getOrDefault(order.kind(), 0L);
    if (order.revision() == held) {
      return Optional.empty();
    }
    long latest = inForce.getOrDefault(order.kind(), 0L);
    if (order.revision() < latest) {
      return turnDown(at, order, "revision " + latest + " is held already; number above it");
    }
    Optional<String> problem = problemOf(order);
    if (problem.isPresent()) {
      return turnDown(at, order, problem.get());
    }
    try {
      AtomicFile.write(file(order.kind()), WireCodec.writeOrder(order));
      applied.put(order.kind(), order.revision());
    } catch (IOException failure) {
      if (order instanceof Order.ApplyProfile) {
        return turnDown(at, order, "it cannot be kept on the card: " + failure.getMessage());
      }
      LOG.log(Level.WARNING, "An order works from memory only: {0}", failure.getMessage());
    }
    answered.remove(order.kind());
    inForce.put(order.kind(), order.revision());
    enforce(order);
    return Optional.of(whatChanged(at, order, applied.getOrDefault(order.kind(), 0L)));
  }

  private StationEvent whatChanged(Moment at, Desired order, long onTheCard) {
    return switch (order) {
      case Order.ApplyProfile _ ->
          new ProfileChanged(at, onTheCard, Objects.requireNonNull(profile));
      case Order.ApplyStock ordered -> new LevelsTold(at, onTheCard, ordered.levels());
      case Order.ApplyIssuers _, Order.ApplyRevocations _ ->
          new TrustChanged(at, order.kind(), onTheCard, trusted());
    };
  }

  /** Each refusal is told once, however often the hub sends the order. */
  private Optional<StationEvent> turnDown(Moment at, Desired order, String why) {
    Long before = answered.put(order.kind(), order.revision());
    if (before != null && before == order.revision()) {
      return Optional.empty();
    }
    String told = why.length() > WHY_LENGTH_MAX ? why.substring(0, WHY_LENGTH_MAX - 1) + "…" : why;
    return Optional.of(new OrderTurnedDown(at, order.kind(), order.revision(), told));
  }

  private Optional<String> problemOf(Desired order) {
    if (!(order instanceof Order.ApplyProfile(long _, String yaml))) {
      return Optional.empty();
    }
    return switch (ProfileReader.read(yaml)) {
      case ProfileReading.Read(StationProfile read) ->
          read.id().equals(station)
              ? Optional.empty()
              : Optional.of("it is the profile of " + read.id() + ", not of " + station);
      case ProfileReading.Refused(List<ProfileProblem> problems) ->
          Optional.of(problems.getFirst().toString());
    };
  }

  private void enforce(Desired order) {
    switch (order) {
      case Order.ApplyProfile ordered -> {
        if (ProfileReader.read(ordered.yaml()) instanceof ProfileReading.Read(var read)) {
          profile = read;
        }
      }
      case Order.ApplyIssuers ordered -> issuers = ordered.keys();
      case Order.ApplyRevocations ordered -> revoked = Set.copyOf(ordered.passes());
      case Order.ApplyStock ordered -> levels = ordered.levels();
    }
  }

  private Path file(OrderKind kind) {
    return folder.resolve(kind.name().toLowerCase(Locale.ROOT) + ".json");
  }
}
