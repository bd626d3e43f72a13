package org.yizhan.edge.time;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.yizhan.edge.card.AtomicFile;
import org.yizhan.wire.Moment;

/**
 * The real clock. Its wall time is trusted when the kernel set it from the kit's battery-backed
 * clock ({@code /sys/class/rtc/rtc0/hctosys} is 1 and the year is plausible), or when a time server
 * has been heard since the boot ({@code /run/systemd/timesync/synchronized} exists,
 * systemd-timesyncd(8); chrony and ntpd are seen by {@link KernelClockStatus}), or when the
 * operator vouches for it and it is not behind a time that was trusted before. Until then the last
 * trusted time, kept on the card every quarter of an hour, is the lower bound. Thread-safe.
 */
public final class SystemClock implements StationClock {
  static final String LAST_TRUSTED_FILE = "last-trusted-time";

  private static final Logger LOG = System.getLogger(SystemClock.class.getName());
  private static final Path RTC_SET_THE_TIME = Path.of("/sys/class/rtc/rtc0/hctosys");
  private static final Path TIME_SERVER_HEARD = Path.of("/run/systemd/timesync/synchronized");
  private static final long KEEP_EVERY_NANOS = TimeUnit.MINUTES.toNanos(15);
  private static final int FILE_BYTES_MAX = 32;

  /** 2026-01-01: a battery-backed clock that says less has lost its battery. */
  private static final long PLAUSIBLE_MS = 1_767_225_600_000L;

  private final Path lastTrusted;
  private final ClockTrust vouched;
  private final long beganNanos = System.nanoTime();
  private final long boundMs;
  private volatile ClockTrust trust;
  private long keptNanos;
  private boolean kept;

  /**
   * @param data the station's data folder
   * @param vouched who vouches for the system's clock as it is: {@link ClockTrust#OPERATOR} on
   *     machines that keep their time by other means, {@link ClockTrust#SIMULATION} where nothing
   *     is real, otherwise {@link ClockTrust#NOBODY}
   */
  public SystemClock(Path data, ClockTrust vouched) {
    this.lastTrusted = data.resolve(LAST_TRUSTED_FILE);
    this.vouched = vouched;
    this.boundMs = readBound(lastTrusted);
    this.trust = atStart();
  }

  private ClockTrust atStart() {
    if (Files.exists(TIME_SERVER_HEARD)) {
      return ClockTrust.TIME_SERVER;
    }
    return isSetByBattery() ? ClockTrust.BATTERY_CLOCK : asVouched();
  }

  private ClockTrust asVouched() {
    return vouched == ClockTrust.SIMULATION || isPlausible() ? vouched : ClockTrust.NOBODY;
  }

  /** Why the wall time is believed now. */
  public ClockTrust trust() {
    return trust;
  }

  /** The same for a person, as a sentence. */
  public String sentence() {
    if (trust.isTrusted()) {
      return "The clock is trusted: " + trust.why() + ".";
    }
    return vouched == ClockTrust.OPERATOR
        ? "The clock is not trusted although --trust-clock was given: it is behind a time known"
            + " before. Set it."
        : "The clock is not trusted yet: "
            + trust.why()
            + ". Passes are judged by the last trusted time, and visits wait for their hour.";
  }

  @Override
  public Moment now() {
    long sinceStartMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
    boolean isTrusted = trust.isTrusted();
    long systemMs = System.currentTimeMillis();
    long wallMs = isTrusted ? systemMs : Math.max(systemMs, boundMs + sinceStartMs);
    return new Moment(sinceStartMs, Math.clamp(wallMs, 0, Moment.WALL_MS_MAX), isTrusted);
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  /**
   * Looks again whether the time can be trusted, and keeps it on the card now and then. Reads and
   * writes files: call it every few seconds from a thread that may wait.
   */
  public synchronized void observe() {
    if (!trust.isTrusted()) {
      lookAgain();
    }
    long nanos = System.nanoTime();
    if (trust.isTrusted() && (!kept || nanos - keptNanos >= KEEP_EVERY_NANOS)) {
      kept = true;
      keptNanos = nanos;
      keep(System.currentTimeMillis());
    }
  }

  private void lookAgain() {
    trust =
        Files.exists(TIME_SERVER_HEARD) || KernelClockStatus.isSynchronized()
            ? ClockTrust.TIME_SERVER
            : asVouched();
    if (trust.isTrusted()) {
      LOG.log(Level.INFO, sentence());
    }
  }

  private boolean isPlausible() {
    return System.currentTimeMillis() >= Math.max(PLAUSIBLE_MS, boundMs);
  }

  private boolean isSetByBattery() {
    try {
      return Files.exists(RTC_SET_THE_TIME)
          && Files.readString(RTC_SET_THE_TIME, StandardCharsets.US_ASCII).strip().equals("1")
          && isPlausible();
    } catch (IOException unreadable) {
      return false;
    }
  }

  private void keep(long wallMs) {
    if (vouched == ClockTrust.SIMULATION) {
      return;
    }
    try {
      AtomicFile.write(
          lastTrusted, (Long.toString(wallMs) + '\n').getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The time cannot be kept on the card: {0}", e.getMessage());
    }
  }

  private static long readBound(Path file) {
    try {
      if (!Files.exists(file) || Files.size(file) > FILE_BYTES_MAX) {
        return 0;
      }
      long ms = Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII).strip());
      return Math.clamp(ms, 0, Moment.WALL_MS_MAX);
    } catch (IOException | NumberFormatException unreadable) {
      return 0;
    }
  }
}
