package org.yizhan.wire;

import org.yizhan.pass.PassKind;
import org.yizhan.pass.RefusalReason;

/** The words facts are written with; {@code asyncapi.yaml} explains each for other readers. */
final class FactWords {
  static final String JOURNAL_OPENED = "journal-opened";
  static final String PASS_ADMITTED = "pass-admitted";
  static final String PASS_REFUSED = "pass-refused";
  static final String DOOR_UNLOCKED_BY_ORDER = "door-unlocked-by-order";
  static final String DOOR_OPENED = "door-opened";
  static final String DOOR_CLOSED = "door-closed";
  static final String EXIT_PRESSED = "exit-pressed";
  static final String PERSON_ENTERED = "person-entered";
  static final String PERSON_LEFT = "person-left";
  static final String OCCUPANCY_CORRECTED = "occupancy-corrected";
  static final String CLIMATE_MEASURED = "climate-measured";
  static final String STOCK_MEASURED = "stock-measured";
  static final String STOCK_COUNTED = "stock-counted";
  static final String STOCK_RESTOCKED = "stock-restocked";
  static final String STOCK_TAKEN = "stock-taken";
  static final String STOCK_WRITTEN_OFF = "stock-written-off";
  static final String MATTER_RAISED = "matter-raised";
  static final String MATTER_ANSWERED = "matter-answered";
  static final String MATTER_RATED = "matter-rated";
  static final String THING_LENT = "thing-lent";
  static final String THING_RETURNED = "thing-returned";
  static final String DUTY_SIGNED = "duty-signed";
  static final String FAULT_RAISED = "fault-raised";
  static final String FAULT_CLEARED = "fault-cleared";
  static final String CLOCK_STEPPED = "clock-stepped";
  static final String ORDER_APPLIED = "order-applied";
  static final String ORDER_REFUSED = "order-refused";
  static final String MISSING = "missing";

  static final Words<HardwareKind> HARDWARE = Words.of("hardware", HardwareKind.class);
  static final Words<PassKind> PASS = Words.of("kind of pass", PassKind.class);
  static final Words<RefusalReason> REFUSAL = Words.of("refusal reason", RefusalReason.class);
  static final Words<FaultKind> FAULT = Words.of("kind of fault", FaultKind.class);
  static final Words<OrderKind> ORDER = Words.of("kind of order", OrderKind.class);
  static final Words<MissingReason> MISSING_REASON =
      Words.of("reason of a gap", MissingReason.class);
  static final Words<WriteOffReason> WRITE_OFF =
      Words.of("reason of a write-off", WriteOffReason.class);
  static final Words<MatterKind> MATTER = Words.of("kind of matter", MatterKind.class);
  static final Words<MatterStep> MATTER_STEP = Words.of("step of a matter", MatterStep.class);
  static final Words<Satisfaction> SATISFACTION = Words.of("rating", Satisfaction.class);
  static final Words<DutyMoment> DUTY = Words.of("moment of duty", DutyMoment.class);

  private FactWords() {}
}
