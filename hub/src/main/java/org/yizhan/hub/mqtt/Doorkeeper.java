package org.yizhan.hub.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.yizhan.hub.meters.HubMeters;

/**
 * Says in log and meters who was kept out or cut off and why. A flood of clients gets a few lines
 * and then only a count, so that nobody can fill the disk from outside.
 */
final class Doorkeeper {
  private static final System.Logger LOG = System.getLogger(Doorkeeper.class.getName());

  /** In bursts of so many lines, refilled at two a second. */
  private static final int LINES_BURST = 40;

  private static final int LINES_PER_SECOND = 2;

  private final HubMeters meters;
  private final RateLimit lines = new RateLimit(LINES_PER_SECOND, LINES_BURST, System.nanoTime());
  private long unsaid;

  Doorkeeper(HubMeters meters) {
    this.meters = meters;
  }

  void refused(String who, Refusal refusal, String detail) {
    meters.cutOff(refusal.name().toLowerCase(Locale.ROOT));
    say("Kept out", who, refusal.sentence(), detail);
  }

  void cutOff(String who, CutOff cutOff, String detail) {
    meters.cutOff(cutOff.name().toLowerCase(Locale.ROOT));
    say("Cut off", who, cutOff.sentence(), detail);
  }

  /** In the TLS handshake already: a certificate that is not of our authority, or out of date. */
  void untrusted(String subject, String why) {
    meters.cutOff("untrusted_certificate");
    say("Kept out", subject, "its certificate is not of this hub's authority", why);
  }

  private synchronized void say(String what, String who, String sentence, String detail) {
    if (!lines.allows(System.nanoTime())) {
      unsaid++;
      return;
    }
    if (unsaid > 0) {
      LOG.log(Level.WARNING, "{0} more clients were kept out or cut off.", unsaid);
      unsaid = 0;
    }
    String more = detail.isEmpty() ? "" : " (" + printable(detail) + ")";
    LOG.log(Level.WARNING, "{0} {1}: {2}{3}.", what, printable(who), sentence, more);
  }

  /** What a client chose must not write lines of its own into the log. */
  private static String printable(String text) {
    String cut = text.length() > 120 ? text.substring(0, 120) + "…" : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }

  /** The reason in words, for clients that show it (property Reason String). */
  static MqttProperties reason(String sentence) {
    MqttProperties properties = new MqttProperties();
    properties.add(new MqttProperties.StringProperty(MqttProperties.REASON_STRING, sentence));
    return properties;
  }
}
