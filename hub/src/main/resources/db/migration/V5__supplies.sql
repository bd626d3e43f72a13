-- What is on the shelves, who looks after them, and what they enter.

-- The hub's own journal for a station: what people entered on their phones is a fact of it.
ALTER TABLE journal ADD COLUMN own INTEGER NOT NULL DEFAULT 0;

CREATE UNIQUE INDEX journal_own ON journal (station) WHERE own = 1;

-- Everything that happened to an item on a shelf, by the time it happened. Folded from facts.
CREATE TABLE stock_movement (
  station INTEGER NOT NULL,
  item    TEXT    NOT NULL,
  kind    TEXT    NOT NULL,  -- COUNTED, MEASURED, RESTOCKED, TAKEN, WRITTEN_OFF
  at_ms   INTEGER NOT NULL,
  fact    INTEGER NOT NULL,  -- fact.id
  journal INTEGER NOT NULL,
  units   INTEGER NOT NULL,
  lot     TEXT,
  expires INTEGER,           -- days since 1970
  reason  TEXT,              -- of a write-off: EXPIRED, DAMAGED, LOST, RECALLED
  PRIMARY KEY (station, item, kind, at_ms, fact)
) STRICT, WITHOUT ROWID;

CREATE INDEX stock_movement_by_lot ON stock_movement (item, lot) WHERE lot IS NOT NULL;

-- The level of each item, folded from its movements.
ALTER TABLE stock_level RENAME TO stock_level_before;

CREATE TABLE stock_level (
  station       INTEGER NOT NULL,
  item          TEXT    NOT NULL,
  units         INTEGER,           -- NULL when nobody ever counted and nothing weighs it
  how           TEXT    NOT NULL,  -- SCALE, COUNTED, RECKONED
  as_of_ms      INTEGER NOT NULL,
  counted_ms    INTEGER NOT NULL,  -- 0 when nobody ever did
  doubt         TEXT,              -- MORE_THAN_ENTERED, SCALE_OFF, LESS_THAN_TAKEN
  doubt_ms      INTEGER,
  doubt_expected INTEGER,
  doubt_found   INTEGER,
  PRIMARY KEY (station, item)
) STRICT, WITHOUT ROWID;

INSERT INTO stock_level (station, item, units, how, as_of_ms, counted_ms)
  SELECT station, item, units, how, as_of_ms, 0 FROM stock_level_before;

DROP TABLE stock_level_before;

-- What a phone sent is kept once, however often it sends it.
CREATE TABLE shelf_entry (
  station  INTEGER NOT NULL REFERENCES station (number),
  key      TEXT    NOT NULL,  -- made by the phone, 128 random bits in hexadecimal
  journal  INTEGER NOT NULL,
  first    INTEGER NOT NULL,  -- sequence numbers of its facts in the hub's own journal
  count    INTEGER NOT NULL,
  person   INTEGER,           -- volunteer.number; NULL for what needs no account
  kept_ms  INTEGER NOT NULL,
  digest   BLOB    NOT NULL,  -- SHA-256 of what was sent: the same key must mean the same
  PRIMARY KEY (station, key)
) STRICT, WITHOUT ROWID;
