package org.yizhan.edge.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.journal.PendingFacts.Numbered;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.Fact;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.WireCodec;

/**
 * The journal in one SQLite file, {@code journal.db}, written by one platform thread (native calls
 * hold their carrier). Facts wait in memory only until the next commit: a few milliseconds for what
 * the door did, up to a minute for measurements, which saves the card.
 *
 * <p>Nothing here throws at its caller for the card's sake: while the file cannot be opened or
 * written, facts are kept in memory, bounded, and the listeners are told.
 */
public final class SqliteJournal implements Journal {
  /** The file's name within the journal folder. */
  public static final String FILE_NAME = "journal.db";

  private static final Logger LOG = System.getLogger(SqliteJournal.class.getName());
  private static final long CLOSE_SECONDS_MOST = 10;
  private static final long SAVE_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final Path folder;
  private final JournalLimits limits;
  private final InstantSource wall;
  private final JournalId id;
  private final Books books = new Books();
  private final CommitQueue queue;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Thread writer;

  /** Guards the file: held by the writer during a commit, by a reader for one envelope. */
  private final ReentrantLock card = new ReentrantLock();

  private @Nullable JournalFile file;
  private @Nullable Retention retention;
  private int number;
  private long savedNanos;

  /** Why the card takes nothing now; changed and told under the listeners' monitor. */
  private @Nullable String failure;

  private long retryMs;

  /**
   * Begins a new journal in this folder. The file is opened by the writer's thread, soon; a card
   * that fails delays nobody.
   *
   * @param wall names the time of a damaged file that is set aside
   */
  public SqliteJournal(Path folder, JournalLimits limits, InstantSource wall) {
    this.folder = folder;
    this.limits = limits;
    this.wall = wall;
    this.id = drawId();
    this.queue = new CommitQueue(limits);
    this.retryMs = limits.retryFirst().toMillis();
    this.writer = Thread.ofPlatform().name("journal").daemon(true).unstarted(this::write);
    writer.start();
  }

  private static JournalId drawId() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return new JournalId(HexFormat.of().formatHex(random));
  }

  @Override
  public JournalId id() {
    return id;
  }

  @Override
  public Sequence append(Moment at, Fact fact) {
    return queue.add(new Entry(at, fact));
  }

  @Override
  public Optional<Envelope> readUnacknowledged(int entriesMax) {
    card.lock();
    try {
      Optional<Book> unacknowledged = books.firstUnacknowledged();
      JournalFile open = file;
      if (unacknowledged.isEmpty() || open == null) {
        return Optional.empty();
      }
      Book book = unacknowledged.get();
      long from = FactRow.place(book.number(), book.watermark());
      long before = open.lastPlace(FactRow.place(book.number(), 0), from).orElse(from);
      int rowsMax = Math.min(entriesMax, Envelope.ENTRIES_MAX) + 1;
      List<FactRow> rows = open.rows(before, FactRow.place(book.number(), book.next()), rowsMax);
      List<Entry> entries = EntryAssembly.of(book, rows, rows.size() < rowsMax);
      if (entries.isEmpty()) {
        return Optional.empty();
      }
      List<Entry> bounded = entries.subList(0, Math.min(entries.size(), entriesMax));
      return Optional.of(WireCodec.fit(book.id(), new Sequence(book.watermark()), bounded));
    } catch (SQLException failure) {
      noteReadFailure(failure);
      return Optional.empty();
    } finally {
      card.unlock();
    }
  }

  private void noteReadFailure(SQLException failure) {
    LOG.log(Level.WARNING, "The journal cannot be read: {0}", failure.getMessage());
    if (JournalDamage.isDamage(failure)) {
      replaceDamaged(String.valueOf(failure.getMessage()));
    }
  }

  @Override
  public void acknowledge(JournalId journal, Sequence next) {
    books.acknowledge(journal, next.value());
  }

  @Override
  public List<JournalRange> held() {
    return books.held();
  }

  /** The newest facts on the card, oldest of them first; none while the card cannot be read. */
  public List<RecentFact> last(int factsMax) {
    card.lock();
    try {
      JournalFile open = file;
      return open == null ? List.of() : open.last(factsMax);
    } catch (SQLException failure) {
      noteReadFailure(failure);
      return List.of();
    } finally {
      card.unlock();
    }
  }

  @Override
  public long backlog() {
    return books.backlog();
  }

  @Override
  public void listen(Listener listener) {
    synchronized (listeners) {
      listeners.add(listener);
      String standing = failure;
      if (standing != null) {
        listener.failed(standing);
      }
    }
  }

  @Override
  public void close() {
    queue.close();
    try {
      if (!writer.join(java.time.Duration.ofSeconds(CLOSE_SECONDS_MOST))) {
        LOG.log(Level.WARNING, "The journal''s card does not answer; closing without it.");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    attempt();
    while (queue.awaitWork()) {
      attempt();
    }
    do {
      attempt();
    } while (failure == null && !queue.isEmpty());
    closeFile();
  }

  /** One try to write what waits. */
  private void attempt() {
    try {
      long committed = commitWaiting();
      if (failure != null) {
        retryMs = limits.retryFirst().toMillis();
        become(null, Listener::recovered);
      }
      queue.written(committed);
      if (committed > 0) {
        tell(listener -> listener.committed(new Sequence(committed)));
      }
    } catch (SQLException | IOException trouble) {
      fail(trouble);
    }
  }

  /** The number after the last one committed, or 0 when nothing waited. */
  private long commitWaiting() throws SQLException, IOException {
    card.lock();
    try {
      JournalFile open = opened();
      List<Numbered> batch = queue.batch();
      if (batch.isEmpty()) {
        return 0;
      }
      try {
        return commit(open, batch);
      } catch (SQLException failure) {
        open.rollback();
        if (JournalDamage.isDamage(failure)) {
          replaceDamaged(String.valueOf(failure.getMessage()));
        }
        throw failure;
      }
    } finally {
      card.unlock();
    }
  }

  private long commit(JournalFile open, List<Numbered> batch) throws SQLException {
    long next = batch.getLast().next();
    open.begin();
    for (Numbered numbered : batch) {
      open.insert(FactRow.of(number, id, numbered.sequence(), numbered.entry()));
    }
    Book mine = books.get(number).orElse(new Book(number, id, 1, 1, 1)).withNext(next);
    if (mine.next() == next && batch.getFirst().sequence() == 1) {
      open.save(mine);
    }
    saveWatermarks(open, false);
    Moment latest = batch.getLast().entry().at();
    if (retention != null) {
      retention.tend(batch.size(), latest, FactRow.place(number, next));
    }
    open.commit();
    if (books.get(number).isEmpty()) {
      books.put(mine);
    } else {
      books.change(number, book -> book.withNext(next));
    }
    return next;
  }

  /**
   * Watermarks are kept lazily: one lost in a crash costs nothing but facts sent twice, and the hub
   * counts them once.
   */
  private void saveWatermarks(JournalFile open, boolean now) throws SQLException {
    long nanos = System.nanoTime();
    if (now || nanos - savedNanos > SAVE_NANOS) {
      savedNanos = nanos;
      for (Book moved : books.takeUnsaved()) {
        open.save(moved);
      }
    }
  }

  private JournalFile opened() throws SQLException, IOException {
    JournalFile known = file;
    if (known != null) {
      return known;
    }
    Files.createDirectories(folder);
    Path path = folder.resolve(FILE_NAME);
    Salvage.finish(path);
    try {
      return adopt(JournalFile.open(path));
    } catch (JournalDamage damage) {
      LOG.log(Level.WARNING, "The journal {0} is damaged ({1}).", path, damage.getMessage());
      Salvage.replace(path, wall.instant());
    }
    try {
      return adopt(JournalFile.open(path));
    } catch (JournalDamage again) {
      throw new IOException("a new journal file is damaged at once: " + again.getMessage(), again);
    }
  }

  private JournalFile adopt(JournalFile open) throws SQLException, JournalDamage {
    try {
      books.replace(open.books());
      retention = new Retention(open, books, limits);
    } catch (SQLException | JournalDamage failure) {
      open.close();
      throw failure;
    }
    number =
        books.all().stream()
            .filter(book -> book.id().equals(id))
            .map(Book::number)
            .findFirst()
            .orElse(books.lastNumber() + 1);
    file = open;
    return open;
  }

  /** Drops the broken file; the writer's next attempt sets it aside and salvages it. */
  private void replaceDamaged(String why) {
    LOG.log(Level.WARNING, "The journal''s file is damaged ({0}); it will be set aside.", why);
    JournalFile broken = file;
    file = null;
    retention = null;
    if (broken != null) {
      try {
        broken.close();
      } catch (SQLException alsoBroken) {
        LOG.log(Level.DEBUG, "closing the damaged journal", alsoBroken);
      }
    }
    queue.wake();
  }

  private void fail(Exception trouble) {
    queue.retryIn(retryMs);
    retryMs = Math.min(retryMs * 2, limits.retryMost().toMillis());
    if (failure == null) {
      String why = CardTrouble.explain(folder, trouble);
      LOG.log(Level.WARNING, why);
      become(why, listener -> listener.failed(why));
    }
  }

  private void become(@Nullable String why, Consumer<Listener> news) {
    synchronized (listeners) {
      failure = why;
      tell(news);
    }
  }

  private void tell(Consumer<Listener> news) {
    listeners.forEach(news);
  }

  private void closeFile() {
    card.lock();
    try {
      JournalFile open = file;
      file = null;
      if (open != null) {
        if (books.hasUnsaved()) {
          open.begin();
          saveWatermarks(open, true);
          open.commit();
        }
        open.close();
      }
    } catch (SQLException failure) {
      LOG.log(Level.WARNING, CardTrouble.explain(folder, failure));
    } finally {
      card.unlock();
    }
  }
}
