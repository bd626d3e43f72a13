package org.yizhan.edge.hardware.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.yizhan.edge.station.StationEvent.BeamChanged.Side;
import org.yizhan.station.FixtureName;

/** What one arrival does, act by act. */
final class VisitScript {
  private static final List<String> ALIEN_CODES =
      List.of(
          "https://chat.example/u/MHkd9aXyZbq3",
          "wxp://f2f0Ax73Kp55QmTz1",
          "https://pay.example/fkx1748",
          "6901234567892",
          "YZ1:6BF+70790T9WJWG.FKY*4GO0");

  private final List<Act.Timed> acts = new ArrayList<>();
  private final RandomGenerator random;
  private final long person;
  private Instant now;

  VisitScript(Instant arrival, long person, RandomGenerator random) {
    this.now = arrival;
    this.person = person;
    this.random = random;
  }

  List<Act.Timed> acts() {
    return acts;
  }

  /** Somebody shows another programme's code and is refused; gives whether they know better. */
  boolean showsAlienCode() {
    then(0, new Act.ShowCode(ALIEN_CODES.get(random.nextInt(ALIEN_CODES.size()))));
    then(6_000 + random.nextInt(6_000), new Act.Stir(true));
    return random.nextDouble() < 0.6;
  }

  void shows(String pass) {
    then(0, new Act.ShowCode(pass));
  }

  /** In by the door, alone or with somebody close behind; gives the moment they are inside. */
  void comesIn(int people, int doorOpenMs) {
    then(1_200 + random.nextInt(1_800), new Act.Push());
    Instant opened = now;
    for (int i = 0; i < people; i++) {
      then(500 + random.nextInt(400), beam(Side.OUTER, true));
      then(180, beam(Side.INNER, true));
      then(220 + random.nextInt(200), beam(Side.OUTER, false));
      then(180, beam(Side.INNER, false));
      then(0, new Act.CountInside(1));
    }
    then(300, new Act.Stir(true));
    shutsDoor(opened, doorOpenMs);
  }

  /** Looks in and goes away again. */
  void turnsBack() {
    then(1_500, new Act.Push());
    Instant opened = now;
    then(700, beam(Side.OUTER, true));
    then(200, beam(Side.INNER, true));
    then(600, beam(Side.INNER, false));
    then(250, beam(Side.OUTER, false));
    shutsDoor(opened, 3_000);
  }

  /** Opens the fridge, takes one thing and shuts it. */
  void takesFromFridge(List<FixtureName> scales) {
    then(1_200 + random.nextInt(1_500), new Act.Push());
    Instant opened = now;
    if (!scales.isEmpty()) {
      then(2_000, new Act.Take(scales.get(random.nextInt(scales.size()))));
    }
    shutsDoor(opened, 4_000);
  }

  /** Rests: the radar sees them stir and be still. */
  void rests(int seconds, List<FixtureName> taken) {
    Instant leaving = now.plusSeconds(seconds);
    for (FixtureName scale : taken) {
      then(20_000 + random.nextInt(40_000), new Act.Take(scale));
    }
    while (now.plusSeconds(200).isBefore(leaving)) {
      then(60_000 + random.nextInt(120_000), new Act.Stir(false));
      then(10_000 + random.nextInt(30_000), new Act.Stir(true));
    }
    now = now.isBefore(leaving) ? leaving : now;
  }

  void goesOut() {
    then(0, new Act.Pull());
    Instant opened = now;
    then(500 + random.nextInt(400), beam(Side.INNER, true));
    then(180, beam(Side.OUTER, true));
    then(220 + random.nextInt(200), beam(Side.INNER, false));
    then(180, beam(Side.OUTER, false));
    then(0, new Act.CountInside(-1));
    shutsDoor(opened, 3_500 + random.nextInt(1_500));
    then(8_000, new Act.Stir(false));
  }

  private void shutsDoor(Instant opened, int openMs) {
    Instant shut = opened.plusMillis(openMs);
    now = now.isAfter(shut) ? now.plusMillis(400) : shut;
    then(0, new Act.LetDoorShut());
  }

  private void then(int afterMs, Act act) {
    now = now.plus(Duration.ofMillis(afterMs));
    acts.add(new Act.Timed(now, person, act));
  }

  private static Act beam(Side side, boolean interrupted) {
    return new Act.PassBeam(side, interrupted);
  }
}
