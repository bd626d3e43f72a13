-- What people told of a station besides its stock. All of it is folded from facts of the hub's own
-- journals, which are never dropped.

-- Who entered a fact is found by its sequence number.
CREATE INDEX shelf_entry_by_journal ON shelf_entry (journal, first);

-- A matter as it stands.
CREATE TABLE matter (
  id          TEXT    PRIMARY KEY,  -- 128 random bits, drawn by the phone that told it
  station     INTEGER NOT NULL,
  number      INTEGER NOT NULL,     -- counted up at each station, for people to name it by
  kind        TEXT    NOT NULL,     -- BROKEN, SUPPLIES, DIRTY, LOCKED_OUT, FOUND, LOST, WISH, OTHER
  thing       TEXT,                 -- an amenity's word, a fixture's name or an item's code
  words       TEXT    NOT NULL,
  raised_ms   INTEGER NOT NULL,
  fact        INTEGER NOT NULL,     -- fact.id that raised it
  state       TEXT    NOT NULL,     -- OPEN, ANSWERED, SOLVED, DECLINED, REOPENED
  changed_ms  INTEGER NOT NULL,     -- when it became so
  rating      TEXT                  -- of the last answer: SATISFIED, PARTLY, NOT_SATISFIED
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX matter_by_number ON matter (station, number);
CREATE INDEX matter_by_thing ON matter (station, thing) WHERE thing IS NOT NULL;

-- Everything that was said to a matter after it was raised.
CREATE TABLE matter_step (
  fact   INTEGER PRIMARY KEY,  -- fact.id
  matter TEXT    NOT NULL REFERENCES matter (id),
  at_ms  INTEGER NOT NULL,
  what   TEXT    NOT NULL,     -- ANSWERED, SOLVED, DECLINED, or a rating
  words  TEXT    NOT NULL
) STRICT;

CREATE INDEX matter_step_by_matter ON matter_step (matter, fact);

-- Things taken along and brought back, by the time it happened; the last event says where it is.
CREATE TABLE loan_event (
  tag        TEXT    NOT NULL,
  at_ms      INTEGER NOT NULL,
  fact       INTEGER NOT NULL,  -- fact.id
  station    INTEGER NOT NULL,
  item       TEXT    NOT NULL,
  back_by_ms INTEGER,           -- NULL when it came back
  PRIMARY KEY (tag, at_ms, fact)
) STRICT, WITHOUT ROWID;

CREATE INDEX loan_event_by_station ON loan_event (station, at_ms);

-- What was signed on duty.
CREATE TABLE duty_signed (
  fact    INTEGER PRIMARY KEY,  -- fact.id
  station INTEGER NOT NULL,
  at_ms   INTEGER NOT NULL,
  moment  TEXT    NOT NULL,     -- OPENED, CHECKED, CLOSED
  done    TEXT    NOT NULL,     -- DOOR, LIGHTS, ..., with spaces
  party   TEXT    NOT NULL,     -- the group whose turn it was; empty without a rota
  note    TEXT    NOT NULL
) STRICT;

CREATE INDEX duty_signed_by_station ON duty_signed (station, at_ms);
