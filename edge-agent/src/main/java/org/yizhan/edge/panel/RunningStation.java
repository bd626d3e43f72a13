package org.yizhan.edge.panel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.Schedule;
import org.yizhan.edge.hardware.simulated.SimulatedStation;
import org.yizhan.edge.journal.RecentFact;
import org.yizhan.edge.journal.SqliteJournal;
import org.yizhan.edge.loop.StationLoop;
import org.yizhan.edge.station.EntryAnswer;
import org.yizhan.edge.station.StationEvent.PassScanned;
import org.yizhan.edge.station.StationState;
import org.yizhan.edge.supply.Supply;
import org.yizhan.edge.uplink.Uplink;

/** The desk of the station that runs in this process. */
public final class RunningStation implements StationDesk {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(6);

  private final StationLoop loop;
  private final SqliteJournal journal;
  private final Uplink uplink;
  private final Supplier<Optional<SimulatedStation>> simulated;
  private final Schedule schedule;
  private @Nullable SimulatedActs acts;

  /**
   * @param simulated the simulated parts of now, if there are any; always the same object
   */
  public RunningStation(
      StationLoop loop,
      SqliteJournal journal,
      Uplink uplink,
      Supplier<Optional<SimulatedStation>> simulated,
      Schedule schedule) {
    this.loop = loop;
    this.journal = journal;
    this.uplink = uplink;
    this.simulated = simulated;
    this.schedule = schedule;
  }

  @Override
  public StationReport report() {
    StationState state = loop.state();
    return new StationReport(
        state.profile(),
        loop.snapshot(),
        Supply.known(state.supply(), state.profile(), state.levels()),
        uplink.status(),
        loop.figures(),
        !loop.ended().isDone());
  }

  @Override
  public EntryAnswer scan(String text, boolean walkIn) throws DeskRefusal {
    if (text.isEmpty() || text.length() > PassScanned.TEXT_MAX) {
      throw new DeskRefusal(
          "A code has 1 to "
              + PassScanned.TEXT_MAX
              + " characters; this has "
              + text.length()
              + ".");
    }
    SimulatedStation world = requireSimulated();
    EntryAnswer answer = answerOf(loop, world, text);
    if (walkIn && answer.admitted()) {
      acts(world).walkIn();
    }
    return answer;
  }

  @Override
  public void simulate(String act) throws DeskRefusal {
    acts(requireSimulated()).perform(act);
  }

  private synchronized SimulatedActs acts(SimulatedStation world) {
    SimulatedActs known = acts;
    if (known == null) {
      known = new SimulatedActs(world, schedule);
      acts = known;
    }
    return known;
  }

  @Override
  public List<RecentFact> last(int factsMax) {
    return journal.last(factsMax);
  }

  private SimulatedStation requireSimulated() throws DeskRefusal {
    return simulated
        .get()
        .orElseThrow(
            () ->
                new DeskRefusal(
                    "Every part of this station is real: show the code to its scanner. Only parts on"
                        + " the port 'simulated' of profile.yaml can be moved from here."));
  }

  private static EntryAnswer answerOf(StationLoop loop, SimulatedStation world, String text)
      throws DeskRefusal {
    try {
      CompletableFuture<EntryAnswer> answer = loop.ask(reply -> world.scan(text, reply));
      return answer.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (HardwareException | IllegalStateException refused) {
      throw new DeskRefusal(String.valueOf(refused.getMessage()));
    } catch (ExecutionException | TimeoutException late) {
      throw new DeskRefusal("The station did not decide in time; is it overloaded?");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DeskRefusal("The agent is stopping.");
    }
  }
}
