-- Things that are lent. Which there are is said here; where each is, by its loan_events.
CREATE TABLE lent_thing (
  tag          TEXT    PRIMARY KEY,  -- 50 random bits, printed on it
  station      INTEGER NOT NULL REFERENCES station (number),
  item         TEXT    NOT NULL,
  number       INTEGER NOT NULL,     -- counted up among the station's things of one item
  made_ms      INTEGER NOT NULL,
  retired_ms   INTEGER,
  lost         INTEGER NOT NULL DEFAULT 0,
  turned_up_ms INTEGER               -- somebody scanned it after it was retired
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX lent_thing_by_number ON lent_thing (station, item, number);

-- Which phone took a thing, so that its owner finds it again: the hash of a text the phone alone
-- keeps, another for every loan, so that no two loans can be told to be of one phone.
CREATE TABLE loan_owner (
  hash    BLOB    PRIMARY KEY,
  tag     TEXT    NOT NULL,
  lent_ms INTEGER NOT NULL,
  back_ms INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX loan_owner_by_tag ON loan_owner (tag) WHERE back_ms IS NULL;

INSERT OR IGNORE INTO catalogue_item VALUES
  ('power-bank', '充电宝', 'Power banks', '个', 'power banks', 1,  300, '🔌', 0, 'SUMMER WINTER BETWEEN', 3, 12),
  ('tool-kit',   '工具包', 'Tool kits',   '套', 'tool kits',   1, 3000, '🧰', 0, 'SUMMER WINTER BETWEEN', 1, 2);
