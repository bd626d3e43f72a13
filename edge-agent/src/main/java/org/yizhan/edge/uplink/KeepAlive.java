package org.yizhan.edge.uplink;

import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttPingSender;
import org.eclipse.paho.mqttv5.client.internal.ClientComms;
import org.jspecify.annotations.Nullable;

/**
 * Runs Paho's keep-alive on the uplink's own thread instead of a timer thread. Paho itself finds a
 * half-open connection: a ping without answer for one interval, or nothing written for two.
 */
final class KeepAlive implements MqttPingSender {
  private static final long NEVER = Long.MAX_VALUE;

  private final long originNanos = System.nanoTime();
  private volatile @Nullable ClientComms comms;
  private volatile long dueNanos = NEVER;

  @Override
  public void init(ClientComms comms) {
    this.comms = comms;
  }

  @Override
  public void start() {
    ClientComms known = comms;
    if (known != null) {
      schedule(known.getKeepAlive());
    }
  }

  @Override
  public void stop() {
    dueNanos = NEVER;
  }

  @Override
  public void schedule(long delayInMilliseconds) {
    dueNanos = now() + TimeUnit.MILLISECONDS.toNanos(Math.max(1, delayInMilliseconds));
  }

  void tend() {
    ClientComms known = comms;
    if (known != null && now() >= dueNanos) {
      dueNanos = NEVER;
      known.checkForActivity();
    }
  }

  long dueInMs() {
    long due = dueNanos;
    return due == NEVER ? NEVER : Math.max(1, TimeUnit.NANOSECONDS.toMillis(due - now()) + 1);
  }

  private long now() {
    return System.nanoTime() - originNanos;
  }
}
