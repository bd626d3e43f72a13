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

-- What will become of it: reckoned anew when it moved, and each day.
CREATE TABLE stock_outlook (
  station  INTEGER NOT NULL,
  item     TEXT    NOT NULL,
  day      INTEGER NOT NULL,  -- local day it was reckoned on, since 1970; 0 when it moved since
  known    INTEGER NOT NULL,  -- days left: 1 known, 0 too little known, -1 known too long ago
  p10      INTEGER,           -- days; NULL is more than the horizon
  p50      INTEGER,
  p90      INTEGER,
  days_known INTEGER NOT NULL,
  expires  INTEGER,           -- last day of what expires first
  expiring INTEGER,           -- units of it
  unused   INTEGER,           -- of them probably not used by then; NULL while nobody can tell
  PRIMARY KEY (station, item)
) STRICT, WITHOUT ROWID;

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

-- Goods a rest station may stock; a union edits this list. A station's own profile says which of
-- them it has, with its minimum and target.
CREATE TABLE catalogue_item (
  code     TEXT    PRIMARY KEY,
  name_zh  TEXT    NOT NULL,
  name_en  TEXT    NOT NULL,
  unit_zh  TEXT    NOT NULL,
  unit_en  TEXT    NOT NULL,
  pack     INTEGER NOT NULL,  -- units in a box as it is bought
  millilitres INTEGER NOT NULL,  -- room a unit takes on the way
  picture  TEXT    NOT NULL,  -- a pictogram: one character
  expires  INTEGER NOT NULL,  -- 1 when a last day is printed on the package and must be entered
  seasons  TEXT    NOT NULL,  -- SUMMER, WINTER, BETWEEN, with spaces
  minimum  INTEGER NOT NULL,  -- usual for one station
  target   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- GTINs (EAN-13, EAN-8, UPC) and what else is printed on packages.
CREATE TABLE catalogue_barcode (
  barcode TEXT PRIMARY KEY,
  item    TEXT NOT NULL REFERENCES catalogue_item (code) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

INSERT INTO catalogue_item VALUES
  ('water-550ml',      '瓶装水',       'Bottled water',        '瓶', 'bottles',  24,  700, '💧', 1, 'SUMMER WINTER BETWEEN', 24, 96),
  ('cup-paper',        '纸杯',         'Paper cups',           '个', 'cups',     50,   60, '🥤', 0, 'SUMMER WINTER BETWEEN', 50, 200),
  ('tissues',          '抽纸',         'Tissues',              '包', 'packs',    10,  900, '🧻', 0, 'SUMMER WINTER BETWEEN', 5, 20),
  ('mask',             '口罩',         'Masks',                '只', 'masks',    50,   40, '😷', 1, 'SUMMER WINTER BETWEEN', 50, 200),
  ('wet-wipes',        '消毒湿巾',     'Disinfecting wipes',   '包', 'packs',    10,  400, '🧼', 1, 'SUMMER WINTER BETWEEN', 3, 12),
  ('first-aid-refill', '急救包补充',   'First-aid refill',     '套', 'sets',      1, 1500, '🩹', 1, 'SUMMER WINTER BETWEEN', 1, 3),
  ('plasters',         '创可贴',       'Plasters',             '片', 'plasters', 100,  10, '🩹', 1, 'SUMMER WINTER BETWEEN', 20, 100),
  ('disinfectant',     '碘伏棉签',     'Iodine swabs',         '支', 'swabs',    50,   10, '🧴', 1, 'SUMMER WINTER BETWEEN', 20, 100),
  ('raincoat',         '一次性雨衣',   'Disposable raincoats', '件', 'coats',    10,  300, '🌧', 0, 'SUMMER WINTER BETWEEN', 5, 20),
  ('umbrella',         '雨伞',         'Umbrellas',            '把', 'umbrellas', 1, 1500, '☂', 0, 'SUMMER WINTER BETWEEN', 3, 10),
  ('salt-soda',        '盐汽水',       'Salt soda',            '瓶', 'bottles',  24,  700, '🧂', 1, 'SUMMER', 12, 48),
  ('cooling-oil',      '清凉油',       'Cooling oil',          '盒', 'tins',     10,   30, '🌿', 1, 'SUMMER', 5, 20),
  ('huoxiang',         '藿香正气水',   'Huoxiang Zhengqi',     '支', 'vials',    10,   50, '🌡', 1, 'SUMMER', 10, 40),
  ('heat-pad',         '暖宝宝',       'Heat pads',            '片', 'pads',     30,  100, '♨', 1, 'WINTER', 20, 80),
  ('ginger-tea',       '姜茶',         'Ginger tea',           '袋', 'bags',     20,   60, '🫖', 1, 'WINTER', 10, 40),
  ('noodles',          '方便面',       'Instant noodles',      '桶', 'cups',     12, 1200, '🍜', 1, 'SUMMER WINTER BETWEEN', 6, 24),
  ('biscuits',         '压缩饼干',     'Hard biscuits',        '包', 'packs',    20,  250, '🍪', 1, 'SUMMER WINTER BETWEEN', 6, 24),
  ('hand-cream',       '护手霜',       'Hand cream',           '支', 'tubes',     1,   80, '🤲', 1, 'WINTER', 1, 3),
  ('battery-aa',       '五号电池',     'AA batteries',         '节', 'cells',    12,   10, '🔋', 1, 'SUMMER WINTER BETWEEN', 4, 12),
  ('rubbish-bag',      '垃圾袋',       'Rubbish bags',         '个', 'bags',     30,   30, '🗑', 0, 'SUMMER WINTER BETWEEN', 20, 60);

-- Lots called back: to be taken off every shelf they were put on.
CREATE TABLE lot_recall (
  item      TEXT    NOT NULL,
  lot       TEXT    NOT NULL,
  called_ms INTEGER NOT NULL,
  account   TEXT    NOT NULL,  -- who called it back
  PRIMARY KEY (item, lot)
) STRICT, WITHOUT ROWID;

-- People who look after stations. A nickname is all we know of them.
CREATE TABLE volunteer (
  number    INTEGER PRIMARY KEY,
  nickname  TEXT    NOT NULL,
  role      TEXT    NOT NULL CHECK (role IN ('KEEPER', 'VOLUNTEER')),
  joined_ms INTEGER NOT NULL,
  left_ms   INTEGER
) STRICT;

-- Which stations a keeper answers for; a volunteer may help at these, or everywhere if none stands.
CREATE TABLE volunteer_station (
  volunteer INTEGER NOT NULL REFERENCES volunteer (number),
  station   INTEGER NOT NULL REFERENCES station (number),
  PRIMARY KEY (volunteer, station)
) STRICT, WITHOUT ROWID;

-- A phone that was let in once by an invitation, and is known by its cookie from then on.
CREATE TABLE volunteer_device (
  token_hash BLOB    PRIMARY KEY,
  volunteer  INTEGER NOT NULL REFERENCES volunteer (number),
  since_ms   INTEGER NOT NULL,
  used_ms    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
  token_hash BLOB    PRIMARY KEY,
  role       TEXT    NOT NULL CHECK (role IN ('KEEPER', 'VOLUNTEER')),
  stations   TEXT    NOT NULL,  -- ids with spaces; empty for all
  expires_ms INTEGER NOT NULL,
  uses_left  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A claimed trip to one station. At most one is open at a station.
CREATE TABLE restock_round (
  id         TEXT    PRIMARY KEY,  -- 128 random bits, made by the phone
  station    INTEGER NOT NULL REFERENCES station (number),
  volunteer  INTEGER NOT NULL REFERENCES volunteer (number),
  claimed_ms INTEGER NOT NULL,
  due_ms     INTEGER NOT NULL,
  ended_ms   INTEGER,
  ending     TEXT CHECK (ending IN ('FILLED', 'GIVEN_BACK', 'RAN_OUT'))
) STRICT;

CREATE UNIQUE INDEX restock_round_open ON restock_round (station) WHERE ended_ms IS NULL;
CREATE INDEX restock_round_by_station ON restock_round (station, claimed_ms);

-- Pictures that prove a round. Made smaller and stripped of where and by which phone before they
-- are kept.
CREATE TABLE proof_photo (
  id        TEXT    PRIMARY KEY,  -- 128 random bits, made by the phone
  station   INTEGER NOT NULL REFERENCES station (number),
  round     TEXT,
  volunteer INTEGER REFERENCES volunteer (number),
  kept_ms   INTEGER NOT NULL,
  simulated INTEGER NOT NULL DEFAULT 0,
  jpeg      BLOB    NOT NULL
) STRICT;

CREATE INDEX proof_photo_by_round ON proof_photo (round);
