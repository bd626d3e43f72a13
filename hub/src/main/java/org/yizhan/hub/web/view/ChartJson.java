package org.yizhan.hub.web.view;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.yizhan.hub.usage.UsageChart;

/** Charts as data for {@code app.js}, which alone knows how to draw. */
final class ChartJson {
  private ChartJson() {}

  static String days(UsageChart chart, Texts t) {
    JsonArray labels = new JsonArray();
    JsonArray names = new JsonArray();
    JsonArray proved = new JsonArray();
    JsonArray unwatched = new JsonArray();
    JsonArray sensed = new JsonArray();
    for (UsageChart.Day day : chart.days()) {
      labels.add(t.monthDay(day.date()));
      names.add(t.monthDay(day.date()) + ' ' + t.day(day.date().getDayOfWeek()));
      proved.add(day.passAndDoor());
      unwatched.add(day.passOnly());
      sensed.add(day.sensorOnly());
    }
    JsonArray series = new JsonArray().add(series(t.say("usage.series.proved"), proved));
    if (chart.passOnly() > 0) {
      series.add(series(t.say("usage.series.unwatched"), unwatched));
    }
    series.add(series(t.say("usage.series.sensed"), sensed));
    return new JsonObject()
        .put("labels", labels)
        .put("names", names)
        .put("series", series)
        .encode();
  }

  static String hours(UsageChart chart, Texts t) {
    JsonArray labels = new JsonArray();
    JsonArray averages = new JsonArray();
    int days = chart.days().size();
    for (int hour = 0; hour < 24; hour++) {
      labels.add(String.format(java.util.Locale.ROOT, "%02d", hour));
      averages.add(Math.round(chart.byHour().get(hour) * 100.0 / days) / 100.0);
    }
    return new JsonObject()
        .put("labels", labels)
        .put("series", new JsonArray().add(series(t.say("usage.series.average"), averages)))
        .encode();
  }

  private static JsonObject series(String name, JsonArray values) {
    return new JsonObject().put("name", name).put("values", values);
  }
}
