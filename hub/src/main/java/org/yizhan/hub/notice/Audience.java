package org.yizhan.hub.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

/** Whose address it is: a role, at one station or at a place of the union tree and all below. */
public record Audience(Role role, Scope scope) {
  /** What somebody is to a station. */
  public enum Role {
    /** Looks after the station. */
    KEEPER,
    /** Takes rounds and duty turns. */
    VOLUNTEER,
    /** The union of the district, the city or the province. */
    UNION;

    /** As people write it: {@code keeper}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  /** For which stations. There is no "all": a notice is never broadcast. */
  public sealed interface Scope {
    record OneStation(StationId station) implements Scope {}

    record Below(UnionPlace place) implements Scope {}

    /** {@code station:lc-01} or {@code place:shandong/liaocheng}. */
    default String text() {
      return switch (this) {
        case OneStation(StationId station) -> "station:" + station;
        case Below(UnionPlace place) -> "place:" + place;
      };
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Scope of(String text) {
      if (text.startsWith("station:")) {
        return new OneStation(new StationId(text.substring(8)));
      }
      if (text.startsWith("place:")) {
        return new Below(UnionPlace.of(text.substring(6)));
      }
      throw new IllegalArgumentException("neither a station nor a place: " + text);
    }
  }

  /** The scopes of all who might hear of this station: itself, its place, and all above that. */
  public static List<Scope> scopesOf(StationRef station) {
    List<Scope> scopes = new ArrayList<>();
    scopes.add(new Scope.OneStation(station.id()));
    List<String> codes = station.place().codes();
    for (int depth = codes.size(); depth > 0; depth--) {
      scopes.add(new Scope.Below(new UnionPlace(codes.subList(0, depth))));
    }
    return scopes;
  }

  public boolean covers(StationRef station) {
    return scopesOf(station).contains(scope);
  }
}
