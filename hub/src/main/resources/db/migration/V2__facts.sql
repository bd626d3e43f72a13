-- What stations reported, as it arrived, and what was folded from it.

-- One row for each journal of a station: the cursor, and the state its folds go on from.
CREATE TABLE journal (
  number             INTEGER PRIMARY KEY,
  station            INTEGER NOT NULL REFERENCES station (number),
  id                 TEXT    NOT NULL,  -- 32 hexadecimal digits
  next               INTEGER NOT NULL,  -- every sequence number below is held
  last_fact          INTEGER NOT NULL DEFAULT 0,  -- fact.id of the newest; 0 while there is none
  heard_ms           INTEGER NOT NULL,  -- when something of it last arrived, by the hub's clock
  began_ms           INTEGER,           -- wall time of its beginning; NULL while never trusted
  movement_within_ms INTEGER NOT NULL,  -- the rules its visits are folded by, from the profile
  same_visit_ms      INTEGER NOT NULL,  -- at the time the journal began here
  folding            BLOB,              -- state of the folds; NULL before the first fact
  forgotten          INTEGER NOT NULL DEFAULT 0,  -- 1 once retention dropped its facts
  UNIQUE (station, id)
) STRICT;

-- Facts in the order of their arrival: appended at the end, with no index beside the row id. That
-- none stands twice is the cursor's work, which moves in the same transaction.
CREATE TABLE fact (
  id       INTEGER PRIMARY KEY,
  journal  INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  previous INTEGER NOT NULL,  -- fact.id of the journal's fact before this one, 0 at the first
  body     BLOB    NOT NULL,  -- compact JSON of one entry, as the station wrote it
  count    INTEGER,           -- only with trouble: how many sequence numbers it fills
  trouble  TEXT               -- why the body could not be read; then the body is a whole envelope
) STRICT;

-- Everything below can be folded again from the facts.

-- Visits in the order they began here, so that those still open stand together at the end.
CREATE TABLE visit (
  number         INTEGER PRIMARY KEY,  -- fact.id of the fact that began it, times 16, plus 0 to 15
  journal        INTEGER NOT NULL,
  visitor        TEXT,              -- pseudonym; NULL when only sensors saw the visit
  pass           TEXT,
  began_since_ms INTEGER NOT NULL,  -- since the journal began
  began_ms       INTEGER,           -- wall time; NULL while unknown
  evidence       TEXT    NOT NULL,  -- ADMISSION_ONLY (not counted), PASS_AND_DOOR, PASS_ONLY, SENSOR_ONLY
  ended_since_ms INTEGER,
  ending         TEXT               -- BEAMS, EMPTY, ESTIMATED; NULL while inside
) STRICT;

CREATE INDEX visit_without_time ON visit (journal) WHERE began_ms IS NULL;

CREATE TABLE visit_hour (
  station       INTEGER NOT NULL,
  hour          INTEGER NOT NULL,  -- hours since 1970 UTC
  pass_and_door INTEGER NOT NULL,
  pass_only     INTEGER NOT NULL,  -- nothing watches the door there
  sensor_only   INTEGER NOT NULL,
  PRIMARY KEY (station, hour)
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_level (
  station  INTEGER NOT NULL,
  item     TEXT    NOT NULL,
  units    INTEGER NOT NULL,
  how      TEXT    NOT NULL,  -- SCALE, COUNTED
  as_of_ms INTEGER NOT NULL,
  PRIMARY KEY (station, item)
) STRICT, WITHOUT ROWID;

-- The latest word of each station about itself. Not folded: it is not a fact.
CREATE TABLE presence (
  station    INTEGER PRIMARY KEY REFERENCES station (number),
  connection INTEGER NOT NULL,
  connected  INTEGER NOT NULL,
  heard_ms   INTEGER NOT NULL,
  body       BLOB    NOT NULL  -- JSON, as on the wire
) STRICT;
