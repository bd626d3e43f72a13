package org.yizhan.hub.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.hub.intake.Verdict;
import org.yizhan.hub.store.Changes;
import org.yizhan.hub.store.EntryBook;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.hub.store.FactStore;
import org.yizhan.hub.store.StoreException;
import org.yizhan.station.StationId;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;

/**
 * Keeps facts in the hub's SQLite file: appended in the order of their arrival and folded in the
 * same transaction, the cursor of each journal moved by compare-and-set. Tells {@link Changes}
 * after each commit.
 */
public final class SqliteFactStore implements FactStore, EntryBook, Changes {
  private final HubDatabase database;
  private final InstantSource clock;
  private final StationTable stations;
  private final JournalTable journals;
  private final FactRows facts;
  private final FoldedRows folded;
  private final PresenceRows presences;
  private final Receipt receipt;
  private final OwnJournals own;
  private final PreparedStatement dataVersion;
  private long dataVersionSeen = -1;
  private final List<Consumer<StationId>> listeners = new CopyOnWriteArrayList<>();

  private SqliteFactStore(HubDatabase database, InstantSource clock) throws SQLException {
    Connection connection = database.connection();
    this.database = database;
    this.clock = clock;
    this.stations = new StationTable(connection);
    this.journals = new JournalTable(connection, stations);
    this.facts = new FactRows(connection);
    this.folded = new FoldedRows(connection);
    this.presences = new PresenceRows(connection);
    this.receipt = new Receipt(journals, facts, folded);
    this.own = new OwnJournals(connection, journals, receipt);
    this.dataVersion = connection.prepareStatement("PRAGMA data_version");
  }

  /**
   * A store on an open database, which stays the caller's to close, after the store. Marks every
   * station as not connected.
   *
   * @param clock the hub's own, for when things arrived
   */
  public static SqliteFactStore on(HubDatabase database, InstantSource clock) {
    database.lock().lock();
    try {
      SqliteFactStore store = new SqliteFactStore(database, clock);
      store.inTransaction("open", store.presences::nobodyIsConnected);
      return store;
    } catch (SQLException e) {
      throw new StoreException(
          "cannot open the facts in " + database.file() + " (" + e.getMessage() + ")", e);
    } finally {
      database.lock().unlock();
    }
  }

  @Override
  public List<Verdict> commit(List<Arrival> arrivals) {
    List<Verdict> verdicts = new ArrayList<>(arrivals.size());
    Set<StationId> changed = new LinkedHashSet<>();
    inTransaction(
        "keep facts",
        () -> {
          long nowMs = clock.millis();
          facts.begin();
          folded.begin();
          for (Arrival arrival : arrivals) {
            verdicts.add(receipt.take(arrival, nowMs));
            changed.add(arrival.station());
          }
          facts.flush();
          folded.flush();
        });
    tell(changed);
    return verdicts;
  }

  @Override
  public List<Map<JournalId, Sequence>> keep(List<Word> words) {
    List<Map<JournalId, Sequence>> answers = new ArrayList<>(words.size());
    Set<StationId> changed = new LinkedHashSet<>();
    inTransaction(
        "keep presence",
        () -> {
          long nowMs = clock.millis();
          for (Word word : words) {
            int station = stations.numberOf(word.station(), nowMs);
            presences.keep(station, word.presence(), nowMs);
            answers.add(cursors(station, word.presence()));
            changed.add(word.station());
          }
        });
    tell(changed);
    return answers;
  }

  @Override
  public Outcome enter(Entered entered, Consumer<Handle> beside) {
    List<Outcome> outcome = new ArrayList<>();
    inTransaction(
        "keep an entry",
        () -> {
          facts.begin();
          folded.begin();
          outcome.add(own.enter(entered, clock.millis()));
          facts.flush();
          folded.flush();
          if (outcome.getLast() == Outcome.KEPT) {
            database.within(beside);
          }
        });
    if (outcome.getLast() == Outcome.KEPT) {
      tell(Set.of(entered.station()));
    }
    return outcome.getLast();
  }

  @Override
  public boolean isKept(StationId station, EntryKey key) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT 1 FROM shelf_entry e JOIN station s ON s.number = e.station"
                            + " WHERE s.id = ? AND e.key = ?",
                        station.value(),
                        key.value())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent());
  }

  private Map<JournalId, Sequence> cursors(int station, Presence presence) throws SQLException {
    Map<JournalId, Sequence> cursors = new HashMap<>();
    if (presence instanceof Presence.Online online) {
      for (JournalRange held : online.now().held()) {
        cursors.put(held.journal(), journals.cursor(station, held.journal()));
      }
    }
    return cursors;
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  private interface Step {
    void run() throws SQLException;
  }

  private void inTransaction(String what, Step step) {
    database.lock().lock();
    boolean committed = false;
    try {
      database.begin();
      forgetIfOthersWrote();
      step.run();
      database.commit();
      committed = true;
    } catch (SQLException e) {
      throw new StoreException(
          "cannot "
              + what
              + " in "
              + database.file()
              + " ("
              + e.getMessage()
              + "); nothing was committed, stations send again. Is there room on the disk?",
          e);
    } finally {
      if (!committed) {
        database.rollBack();
        journals.forget();
        stations.forget();
      }
      database.lock().unlock();
    }
  }

  /** What is remembered of the tables holds only while nobody else writes to them. */
  private void forgetIfOthersWrote() throws SQLException {
    try (ResultSet row = dataVersion.executeQuery()) {
      row.next();
      if (row.getLong(1) != dataVersionSeen) {
        dataVersionSeen = row.getLong(1);
        journals.forget();
      }
    }
  }

  private void tell(Set<StationId> changed) {
    for (Consumer<StationId> listener : listeners) {
      changed.forEach(listener);
    }
  }

  @Override
  public AutoCloseable listen(Consumer<StationId> changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }

  @Override
  public void close() {
    database.lock().lock();
    try (stations;
        journals;
        facts;
        folded;
        presences;
        own;
        dataVersion) {
      listeners.clear();
    } catch (SQLException e) {
      throw new StoreException("cannot close " + database.file() + " (" + e.getMessage() + ")", e);
    } finally {
      database.lock().unlock();
    }
  }
}
