package org.yizhan.hub.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/** Counts and times requests by route, never by address: the number of series stays small. */
final class RequestMeter {
  private final MeterRegistry meters;

  RequestMeter(MeterRegistry meters) {
    this.meters = meters;
  }

  void measure(RoutingContext ctx) {
    long begin = System.nanoTime();
    ctx.addEndHandler(
        _ -> {
          var route = ctx.currentRoute();
          String path = route == null || route.getPath() == null ? "other" : route.getPath();
          Timer.builder("yizhan.web.requests")
              .description("Requests answered, by route and status")
              .tag("route", path)
              .tag("status", Integer.toString(ctx.response().getStatusCode()))
              .register(meters)
              .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        });
    ctx.next();
  }
}
