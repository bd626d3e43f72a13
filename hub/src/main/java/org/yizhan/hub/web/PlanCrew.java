package org.yizhan.hub.web;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.yizhan.hub.plan.Carrier;
import org.yizhan.hub.plan.Window;
import org.yizhan.hub.web.view.PlanView;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.station.Position;

/**
 * People who go out with the same kind of vehicle in the same hours.
 *
 * @param people 1 to 20, each a round of their own
 */
record PlanCrew(int people, Vehicle vehicle, LocalTime from, LocalTime to) {
  static final int PEOPLE_MAX = 20;
  private static final PlanView.Row USUAL = new PlanView.Row("2", "car", "09:00", "17:00");

  /** What people go with: room in litres, and kilometres an hour in a town, stops included. */
  enum Vehicle {
    BICYCLE(60, 12),
    CAR(400, 25),
    VAN(2_000, 25);

    private final double litres;
    private final double kmPerHour;

    Vehicle(double litres, double kmPerHour) {
      this.litres = litres;
      this.kmPerHour = kmPerHour;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The rows of the form as they were sent, the usual filled in where nothing was. A further row
   * without people is none.
   */
  static List<PlanView.Row> typed(Visit visit) {
    List<String> people = visit.queries("people");
    List<String> vehicle = visit.queries("vehicle");
    List<String> from = visit.queries("from");
    List<String> to = visit.queries("to");
    int sent = Math.max(Math.max(people.size(), vehicle.size()), Math.max(from.size(), to.size()));
    List<PlanView.Row> rows = new ArrayList<>();
    for (int index = 0; index < Math.max(1, sent); index++) {
      if (index == 0 || !at(people, index, "").isEmpty()) {
        rows.add(
            new PlanView.Row(
                at(people, index, USUAL.people()),
                at(vehicle, index, USUAL.vehicle()),
                at(from, index, USUAL.from()),
                at(to, index, USUAL.to())));
      }
    }
    return rows;
  }

  private static String at(List<String> values, int index, String usual) {
    String value = index < values.size() ? values.get(index).strip() : "";
    return value.isEmpty() ? usual : value;
  }

  /**
   * The crews these rows describe.
   *
   * @throws BadRequest naming the row and what to write there
   */
  static List<PlanCrew> of(List<PlanView.Row> rows, Texts t) {
    if (rows.size() > PlanView.ROWS_MAX) {
      throw new BadRequest("people", t.say("plan.wrong.crews", PlanView.ROWS_MAX));
    }
    List<PlanCrew> crews =
        IntStream.range(0, rows.size()).mapToObj(i -> of(rows.get(i), i + 1, t)).toList();
    if (crews.stream().mapToInt(PlanCrew::people).sum() > PEOPLE_MAX) {
      throw new BadRequest("people", t.say("plan.wrong.together", PEOPLE_MAX));
    }
    return crews;
  }

  private static PlanCrew of(PlanView.Row row, int number, Texts t) {
    LocalTime from = time("from", row.from(), number, t);
    LocalTime to = time("to", row.to(), number, t);
    if (!from.isBefore(to)) {
      throw wrong("to", number, t.say("plan.wrong.hours"), t);
    }
    return new PlanCrew(people(row, number, t), vehicle(row, number, t), from, to);
  }

  private static int people(PlanView.Row row, int number, Texts t) {
    try {
      int people = Integer.parseInt(row.people());
      if (people >= 1 && people <= PEOPLE_MAX) {
        return people;
      }
    } catch (NumberFormatException noNumber) {
      throw wrong("people", number, t.say("plan.wrong.people", PEOPLE_MAX), t);
    }
    throw wrong("people", number, t.say("plan.wrong.people", PEOPLE_MAX), t);
  }

  private static Vehicle vehicle(PlanView.Row row, int number, Texts t) {
    for (Vehicle vehicle : Vehicle.values()) {
      if (vehicle.word().equals(row.vehicle())) {
        return vehicle;
      }
    }
    throw wrong("vehicle", number, t.say("plan.wrong.vehicle"), t);
  }

  private static LocalTime time(String name, String text, int number, Texts t) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong(name, number, t.say("plan.wrong.hours"), t);
    }
  }

  private static BadRequest wrong(String parameter, int number, String sentence, Texts t) {
    return new BadRequest(parameter, t.say("plan.wrong.crew", number, sentence));
  }

  /** One of its people as the planner knows them. */
  Carrier carrier(String name, Position start) {
    Window hours = new Window(from.toSecondOfDay() / 60, to.toSecondOfDay() / 60);
    return new Carrier(name, start, vehicle.litres, hours, vehicle.kmPerHour);
  }
}
