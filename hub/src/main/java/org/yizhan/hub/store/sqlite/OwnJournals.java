package org.yizhan.hub.store.sqlite;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.hub.intake.Verdict;
import org.yizhan.hub.store.EntryBook.Entered;
import org.yizhan.hub.store.EntryBook.Outcome;
import org.yizhan.hub.store.EntryBook.Said;
import org.yizhan.pass.Sha256;
import org.yizhan.station.StationId;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Moment;
import org.yizhan.wire.WireCodec;

/**
 * The journals the hub itself writes, one for a station: what people entered. They go the way of
 * every other journal, so that they are folded, and folded again, as all facts are.
 */
final class OwnJournals implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JournalTable journals;
  private final Receipt receipt;
  private final PreparedStatement station;
  private final PreparedStatement known;
  private final PreparedStatement journal;
  private final PreparedStatement makeOwn;
  private final PreparedStatement remember;

  OwnJournals(Connection connection, JournalTable journals, Receipt receipt) throws SQLException {
    this.journals = journals;
    this.receipt = receipt;
    station = connection.prepareStatement("SELECT number FROM station WHERE id = ?");
    known =
        connection.prepareStatement("SELECT digest FROM shelf_entry WHERE station = ? AND key = ?");
    journal = connection.prepareStatement("SELECT id FROM journal WHERE station = ? AND own = 1");
    makeOwn = connection.prepareStatement("UPDATE journal SET own = 1 WHERE number = ?");
    remember =
        connection.prepareStatement(
            "INSERT INTO shelf_entry (station, key, journal, first, count, person, kept_ms, digest)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  }

  /** Within a transaction its caller holds. */
  Outcome enter(Entered entered, long nowMs) throws SQLException {
    OptionalInt number = numberOf(entered.station());
    if (number.isEmpty()) {
      return Outcome.NO_SUCH_STATION;
    }
    byte[] digest = digest(entered);
    Optional<byte[]> before = digestOf(number.getAsInt(), entered.key().value());
    if (before.isPresent()) {
      return MessageDigest.isEqual(before.get(), digest)
          ? Outcome.KEPT_BEFORE
          : Outcome.KEY_OF_ANOTHER;
    }
    JournalTable.Key key = key(entered.station(), number.getAsInt());
    JournalRow row = journals.read(key, nowMs);
    makeOwn.setLong(1, row.number()); // before it is folded: only these tell what people told
    makeOwn.executeUpdate();
    Envelope envelope = new Envelope(key.journal(), row.next(), entries(entered, row));
    EnvelopeLabel label = new EnvelopeLabel(key.journal(), row.next(), entered.facts().size(), 1);
    Verdict verdict =
        receipt.take(
            new Arrival(entered.station(), label, WireCodec.writeEnvelope(envelope)), nowMs);
    if (!(verdict instanceof Verdict.Accepted)) {
      throw new SQLException("the hub's own journal does not take what it wrote: " + verdict);
    }
    remember(entered, number.getAsInt(), row, nowMs, digest);
    return Outcome.KEPT;
  }

  private OptionalInt numberOf(StationId id) throws SQLException {
    station.setString(1, id.value());
    try (ResultSet row = station.executeQuery()) {
      return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
    }
  }

  private Optional<byte[]> digestOf(int number, String key) throws SQLException {
    known.setInt(1, number);
    known.setString(2, key);
    try (ResultSet row = known.executeQuery()) {
      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
    }
  }

  private JournalTable.Key key(StationId id, int number) throws SQLException {
    journal.setInt(1, number);
    try (ResultSet row = journal.executeQuery()) {
      return new JournalTable.Key(id, row.next() ? new JournalId(row.getString(1)) : drawn());
    }
  }

  private static JournalId drawn() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return new JournalId(HexFormat.of().formatHex(bytes));
  }

  /** A phone may send late what was said early: no earlier than the journal's beginning. */
  private static List<Entry> entries(Entered entered, JournalRow row) {
    long beganMs = row.state().beganMs().orElse(entered.facts().getFirst().at().toEpochMilli());
    return entered.facts().stream()
        .map(
            said -> {
              long atMs = said.at().toEpochMilli();
              return new Entry(new Moment(Math.max(0, atMs - beganMs), atMs, true), said.fact());
            })
        .toList();
  }

  /** Of what was said, not of when the hub takes it to have been: clocks are compared anew. */
  private static byte[] digest(Entered entered) {
    StringBuilder text = new StringBuilder();
    for (Said said : entered.facts()) {
      text.append(said.fact()).append('\n');
    }
    return Sha256.of(text.toString());
  }

  private void remember(Entered entered, int number, JournalRow row, long nowMs, byte[] digest)
      throws SQLException {
    remember.setInt(1, number);
    remember.setString(2, entered.key().value());
    remember.setLong(3, row.number());
    remember.setLong(4, row.next().value());
    remember.setInt(5, entered.facts().size());
    if (entered.person().isPresent()) {
      remember.setInt(6, entered.person().getAsInt());
    } else {
      remember.setNull(6, Types.INTEGER);
    }
    remember.setLong(7, nowMs);
    remember.setBytes(8, digest);
    remember.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    station.close();
    known.close();
    journal.close();
    makeOwn.close();
    remember.close();
  }
}
