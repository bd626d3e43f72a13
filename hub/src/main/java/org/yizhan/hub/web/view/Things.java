package org.yizhan.hub.web.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yizhan.station.Amenity;
import org.yizhan.station.Fixture;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationProfile;
import org.yizhan.station.SupplyItem;
import org.yizhan.wire.MatterKind;

/** What of a station a matter may be about, in words. */
public final class Things {
  private Things() {}

  /** One thing to choose. */
  public record Thing(String code, String name) {}

  /** What people can point at for a matter of this kind; empty where it needs no thing. */
  public static List<Thing> of(Optional<StationProfile> profile, MatterKind kind, Texts t) {
    List<Thing> things = new ArrayList<>();
    profile.ifPresent(
        station -> {
          if (kind == MatterKind.BROKEN) {
            station.offers().stream()
                .sorted(Comparator.naturalOrder())
                .forEach(each -> things.add(new Thing(each.word(), amenity(each, t))));
            station.fixtures().stream()
                .filter(Things::isSeen)
                .forEach(
                    each -> things.add(new Thing(each.name().value(), name(station, each, t))));
          } else if (kind == MatterKind.SUPPLIES) {
            station.supplies().forEach(each -> things.add(item(each, t)));
          }
        });
    return things;
  }

  /** A thing as people call it; its code when the station no longer has it. */
  public static String name(Optional<StationProfile> profile, ItemCode code, Texts t) {
    for (Amenity amenity : Amenity.values()) {
      if (amenity.word().equals(code.value())) {
        return amenity(amenity, t);
      }
    }
    return profile
        .flatMap(
            station ->
                station.fixtures().stream()
                    .filter(each -> each.name().value().equals(code.value()))
                    .map(each -> name(station, each, t))
                    .findFirst()
                    .or(
                        () ->
                            station.supplies().stream()
                                .filter(each -> each.code().equals(code))
                                .map(each -> t.of(each.name()))
                                .findFirst()))
        .orElse(code.value());
  }

  private static Thing item(SupplyItem item, Texts t) {
    return new Thing(item.code().value(), t.of(item.name()));
  }

  private static String amenity(Amenity amenity, Texts t) {
    return t.say("amenity." + amenity.word());
  }

  private static boolean isSeen(Fixture fixture) {
    return switch (fixture) {
      case Fixture.Scanner _, Fixture.Lock _, Fixture.ExitButton _, Fixture.Light _ -> true;
      case Fixture.DoorContact _,
          Fixture.ClimateSensor _,
          Fixture.PresenceSensor _,
          Fixture.BeamPair _,
          Fixture.ShelfScale _,
          Fixture.Buzzer _,
          Fixture.PowerRelay _ ->
          false;
    };
  }

  /** Two of one kind are told apart by their names. */
  private static String name(StationProfile station, Fixture fixture, Texts t) {
    String kind = t.say("fixture." + kind(fixture));
    boolean alone = station.fixtures(fixture.getClass()).size() == 1;
    return alone ? kind : kind + " (" + fixture.name() + ')';
  }

  private static String kind(Fixture fixture) {
    return switch (fixture) {
      case Fixture.Scanner _ -> "scanner";
      case Fixture.Lock _ -> "lock";
      case Fixture.ExitButton _ -> "exit-button";
      case Fixture.Light _ -> "light";
      case Fixture.DoorContact _ -> "door-contact";
      case Fixture.ClimateSensor _ -> "climate-sensor";
      case Fixture.PresenceSensor _, Fixture.BeamPair _ -> "presence-sensor";
      case Fixture.ShelfScale _ -> "shelf-scale";
      case Fixture.Buzzer _ -> "buzzer";
      case Fixture.PowerRelay _ -> "power-relay";
    };
  }
}
