package org.yizhan.bench;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One measured figure.
 *
 * @param name says of what, with words and hyphens
 * @param ceiling the same quantity by something that cannot be beaten, measured in the same run
 */
record Figure(String name, double value, String unit, OptionalDouble ceiling) {
  static Figure of(String name, double value, String unit) {
    return new Figure(name, value, unit, OptionalDouble.empty());
  }

  static Figure of(String name, double value, String unit, double ceiling) {
    return new Figure(name, value, unit, OptionalDouble.of(ceiling));
  }

  /** One line of JSON. */
  String json() {
    JsonObject object =
        new JsonObject().put("name", name).put("value", rounded(value)).put("unit", unit);
    if (ceiling.isPresent()) {
      object.put("ceiling", rounded(ceiling.getAsDouble()));
      object.put("ratio", rounded(value / ceiling.getAsDouble()));
    }
    return object.encode();
  }

  /** One line for a person. */
  String text() {
    String line = String.format(Locale.ROOT, "%-44s %14s %s", name, figures(value), unit);
    return ceiling.isEmpty()
        ? line
        : line
            + String.format(
                Locale.ROOT,
                "  (ceiling %s, ratio %.2f)",
                figures(ceiling.getAsDouble()),
                value / ceiling.getAsDouble());
  }

  private static String figures(double value) {
    return Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  /** Four figures are more than any of these measurements repeats. */
  private static double rounded(double value) {
    return value == 0 || Math.abs(value) >= 10_000
        ? Math.rint(value)
        : Double.parseDouble(String.format(Locale.ROOT, "%.4g", value));
  }
}
