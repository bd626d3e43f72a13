package org.yizhan.edge.panel;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.yizhan.edge.hardware.Schedule;
import org.yizhan.edge.hardware.simulated.SimulatedStation;
import org.yizhan.edge.station.StationEvent.BeamChanged.Side;

/** Things a person at a terminal can make happen to a simulated station. Thread-safe. */
final class SimulatedActs {
  static final List<String> NAMES =
      List.of(
          "push",
          "shut",
          "open",
          "leave",
          "exit",
          "chain",
          "unchain",
          "stir",
          "still",
          "stick-radar",
          "free-radar");

  private static final int PUSH_MS = 250;
  private static final int STEP_MS = 200;

  private final SimulatedStation world;
  private final Schedule schedule;
  private final AtomicBoolean walking = new AtomicBoolean();

  SimulatedActs(SimulatedStation world, Schedule schedule) {
    this.world = world;
    this.schedule = schedule;
  }

  void perform(String act) throws DeskRefusal {
    switch (act) {
      case "push" -> refuseUnless(world.pushDoor(), "The door does not open: locked or chained.");
      case "open" -> world.moveDoor(true);
      case "shut" -> world.moveDoor(false);
      case "leave" -> walkOut();
      case "exit" -> world.pressExit();
      case "chain" -> world.chainDoor(true);
      case "unchain" -> world.chainDoor(false);
      case "stir" -> world.sense(true);
      case "still" -> world.sense(false);
      case "stick-radar" -> world.stickRadar(true);
      case "free-radar" -> world.stickRadar(false);
      default ->
          throw new DeskRefusal(
              "There is no act '" + act + "'; the acts are " + String.join(", ", NAMES) + ".");
    }
  }

  /** Somebody pushes the door, walks through the beams and lets it shut; one at a time. */
  void walkIn() {
    if (walking.compareAndSet(false, true)) {
      schedule.after(
          Duration.ofMillis(PUSH_MS),
          () -> {
            if (world.pushDoor()) {
              passBeams(Side.OUTER, Side.INNER, true);
            } else {
              walking.set(false);
            }
          });
    }
  }

  private void walkOut() throws DeskRefusal {
    if (!walking.compareAndSet(false, true)) {
      throw new DeskRefusal("Somebody is in the doorway; try again.");
    }
    if (!world.pullDoor()) {
      walking.set(false);
      throw new DeskRefusal("The door does not open: it is chained.");
    }
    passBeams(Side.INNER, Side.OUTER, false);
  }

  private void passBeams(Side first, Side second, boolean insideAfterwards) {
    in(1, () -> world.interruptBeam(first, true));
    in(2, () -> world.interruptBeam(second, true));
    in(3, () -> world.interruptBeam(first, false));
    in(4, () -> world.interruptBeam(second, false));
    in(
        6,
        () -> {
          world.moveDoor(false);
          world.sense(insideAfterwards);
          walking.set(false);
        });
  }

  private void in(int steps, Runnable action) {
    schedule.after(Duration.ofMillis((long) steps * STEP_MS), action);
  }

  private static void refuseUnless(boolean done, String otherwise) throws DeskRefusal {
    if (!done) {
      throw new DeskRefusal(otherwise);
    }
  }
}
