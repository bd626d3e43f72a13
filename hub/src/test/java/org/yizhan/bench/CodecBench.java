package org.yizhan.bench;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.yizhan.pass.Pass;
import org.yizhan.pass.PassSigner;
import org.yizhan.pass.PassVerdict;
import org.yizhan.pass.PassVerifier;
import org.yizhan.pass.TrustedPassState;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.WireCodec;

/**
 * What verifying a pass and writing and reading envelopes cost, in a plain loop: two seconds of
 * warming up, then the median of nine rounds of a fifth of a second. Each result is used.
 */
final class CodecBench {
  private static final long WARM_UP_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long ROUND_NANOS = Duration.ofMillis(200).toNanos();
  private static final int ROUNDS = 9;
  private static final JournalId JOURNAL = new JournalId("3f".repeat(16));

  private int used;

  List<Figure> run() {
    List<Entry> entries = new FactMix(1, 1_764_000_000_000L).next(50);
    Envelope one = new Envelope(JOURNAL, new Sequence(1), entries.subList(0, 1));
    Envelope fifty = new Envelope(JOURNAL, new Sequence(1), entries);
    byte[] oneBytes = WireCodec.writeEnvelope(one);
    byte[] fiftyBytes = WireCodec.writeEnvelope(fifty);
    List<Figure> figures = new ArrayList<>();
    figures.add(nanos("codec-verify-pass", verification()));
    figures.add(nanos("codec-write-envelope-1", () -> WireCodec.writeEnvelope(one).length));
    figures.add(nanos("codec-write-envelope-50", () -> WireCodec.writeEnvelope(fifty).length));
    figures.add(nanos("codec-read-envelope-1", () -> read(oneBytes)));
    figures.add(nanos("codec-read-envelope-50", () -> read(fiftyBytes)));
    if (used == 0) {
      throw new BenchException("nothing was measured");
    }
    return figures;
  }

  private static int read(byte[] body) {
    return WireCodec.readEnvelope(body).entries().size();
  }

  private static IntSupplier verification() {
    SecureRandom random = new SecureRandom();
    PassSigner issuer = PassSigner.generate("bench", random);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Pass pass =
        new Pass(
            PassSigner.newPassId(random),
            PassSigner.newSubject(random),
            "bench",
            now,
            now,
            now.plus(Duration.ofDays(1)));
    String text = issuer.sign(pass);
    TrustedPassState trusted = new TrustedPassState(List.of(issuer.key()), Set.of());
    return () -> {
      if (!(PassVerifier.judge(text, trusted, now, true) instanceof PassVerdict.Genuine genuine)) {
        throw new BenchException("a good pass was refused");
      }
      return genuine.pass().hashCode();
    };
  }

  private Figure nanos(String name, IntSupplier work) {
    round(work, WARM_UP_NANOS);
    double[] nanos = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      nanos[round] = round(work, ROUND_NANOS);
    }
    Arrays.sort(nanos);
    return Figure.of(name, nanos[ROUNDS / 2], "ns/op");
  }

  /** Nanoseconds of one operation, the clock read once for every sixteen. */
  private double round(IntSupplier work, long atLeastNanos) {
    long begun = System.nanoTime();
    long passed = 0;
    long done = 0;
    while (passed < atLeastNanos) {
      for (int each = 0; each < 16; each++) {
        used |= work.getAsInt();
      }
      done += 16;
      passed = System.nanoTime() - begun;
    }
    return (double) passed / done;
  }
}
