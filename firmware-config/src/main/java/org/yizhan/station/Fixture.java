package org.yizhan.station;

/** One thing bolted to the station, with the port it is connected to. */
public sealed interface Fixture {
  FixtureName name();

  Port port();

  /** Reads the code a worker shows. */
  record Scanner(FixtureName name, Port port) implements Fixture {}

  /** Fail-safe: without power it is open. */
  record Lock(FixtureName name, Port port) implements Fixture {}

  record DoorContact(FixtureName name, Port port) implements Fixture {}

  /** Wired to the lock's power as well; software only hears of it. */
  record ExitButton(FixtureName name, Port port) implements Fixture {}

  /** Temperature and humidity. */
  record ClimateSensor(FixtureName name, Port port) implements Fixture {}

  /** A passive-infrared or radar sensor: is somebody there at all? */
  record PresenceSensor(FixtureName name, Port port) implements Fixture {}

  /** Two light beams in the doorway; their order tells the direction. */
  record BeamPair(FixtureName name, Port outer, Port inner) implements Fixture {
    /** The outer beam's port. */
    @Override
    public Port port() {
      return outer;
    }
  }

  /** A scale under one item: the weight of one unit and of the empty tray, in grams. */
  record ShelfScale(FixtureName name, Port port, ItemCode item, int unitGrams, int trayGrams)
      implements Fixture {
    public ShelfScale {
      if (unitGrams < 1 || unitGrams > 50_000 || trayGrams < 0 || trayGrams > 50_000) {
        throw new IllegalArgumentException("a unit weighs 1 to 50000 g, a tray 0 to 50000 g");
      }
    }
  }

  record Light(FixtureName name, Port port) implements Fixture {}

  record Buzzer(FixtureName name, Port port) implements Fixture {}

  /**
   * Switches the mains of light, heater or charging shed off while they are not needed. They hang
   * on the relay's normally closed contact: without this computer there is power.
   */
  record PowerRelay(FixtureName name, Port port, PowerUse power) implements Fixture {}
}
