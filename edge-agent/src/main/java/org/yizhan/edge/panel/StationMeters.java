package org.yizhan.edge.panel;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.ToDoubleFunction;
import org.yizhan.edge.uplink.UplinkStatus;
import org.yizhan.wire.HardwareKind;

/** The station's meters in the Prometheus text format; what is unknown is NaN. */
final class StationMeters {
  private final StationDesk desk;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  StationMeters(StationDesk desk) {
    this.desk = desk;
    MeterRegistry to = registry;
    to.config()
        .commonTags(
            "station",
            desk.report().profile().id().value(),
            "hardware",
            isSimulated() ? "simulated" : "real");
    count("yizhan.station.events", "Events the loop has taken", r -> r.figures().events());
    count("yizhan.station.events.shed", "Events the inbox could not hold", r -> r.figures().shed());
    count("yizhan.station.admitted", "Scans that opened the door", r -> r.figures().admitted());
    count("yizhan.station.refused", "Scans that did not open", r -> r.figures().refused());
    gauge(
        "yizhan.station.decision.seconds.max",
        "Longest time from a scan to its decision",
        r -> r.figures().decisionMicrosMax() / 1e6);
    gauge("yizhan.station.faults", "Faults that last", r -> r.now().faults().size());
    gauge("yizhan.station.backlog", "Facts the hub does not hold yet", r -> r.now().backlog());
    gauge(
        "yizhan.station.people",
        "People inside, an estimate",
        r -> r.now().occupancy().map(o -> (double) o.people()).orElse(Double.NaN));
    gauge(
        "yizhan.station.temperature.celsius",
        "Temperature inside",
        r -> r.now().climate().map(c -> c.temperature().degrees()).orElse(Double.NaN));
    gauge("yizhan.station.door.open", "1 while the door is open", StationMeters::doorOpen);
    gauge(
        "yizhan.station.hub.connected",
        "1 while connected to the hub",
        r -> r.uplink() instanceof UplinkStatus.Connected ? 1 : 0);
    gauge(
        "yizhan.station.clock.trusted",
        "1 while the wall clock is trusted",
        r -> r.now().at().clockTrusted() ? 1 : 0);
    gauge(
        "yizhan.station.hardware.simulated",
        "1 when any part is simulated",
        r -> r.now().hardware() == HardwareKind.SIMULATED ? 1 : 0);
  }

  String text() {
    return registry.scrape();
  }

  private boolean isSimulated() {
    return desk.report().now().hardware() == HardwareKind.SIMULATED;
  }

  private static double doorOpen(StationReport report) {
    return switch (report.now().door()) {
      case UNKNOWN -> Double.NaN;
      case CLOSED -> 0;
      case OPEN, HELD_OPEN -> 1;
    };
  }

  private void gauge(String name, String what, ToDoubleFunction<StationReport> value) {
    Gauge.builder(name, desk, d -> value.applyAsDouble(d.report()))
        .description(what)
        .register(registry);
  }

  private void count(String name, String what, ToDoubleFunction<StationReport> value) {
    FunctionCounter.builder(name, desk, d -> value.applyAsDouble(d.report()))
        .description(what)
        .register(registry);
  }
}
