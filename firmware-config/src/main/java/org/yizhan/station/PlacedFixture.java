package org.yizhan.station;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fixture's entry with its place in the text: the wiring as written, which is checked even while
 * the part is simulated, and the fixture itself unless something in the entry was refused.
 */
record PlacedFixture(
    Spot at, FixtureKind kind, List<PlacedPort> wiring, @Nullable Fixture fixture) {

  record PlacedPort(Spot at, Port port) {}
}
