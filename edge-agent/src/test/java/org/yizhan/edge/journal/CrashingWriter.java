package org.yizhan.edge.journal;

import static org.yizhan.edge.journal.Samples.admitted;
import static org.yizhan.edge.journal.Samples.at;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.yizhan.wire.Sequence;

/**
 * A program to be killed: appends facts without end and says on its standard output what it was
 * told is durable ({@code committed <journal> <next>}) or that it fails ({@code failed}). Fact
 * number n is {@code admitted(n)}.
 */
final class CrashingWriter {
  private CrashingWriter() {}

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    SqliteJournal journal = Samples.open(Path.of(arguments[0]));
    long pauseNanos = Long.parseLong(arguments[1]);
    journal.listen(
        new Journal.Listener() {
          @Override
          public void committed(Sequence next) {
            out.println("committed " + journal.id() + " " + next);
            out.flush();
          }

          @Override
          public void failed(String why) {
            out.println("failed " + why);
            out.flush();
          }

          @Override
          public void recovered() {
            out.println("recovered");
            out.flush();
          }
        });
    for (long n = 1; !Thread.interrupted(); n++) {
      journal.append(at(n), admitted(n));
      LockSupport.parkNanos(pauseNanos);
    }
  }
}
