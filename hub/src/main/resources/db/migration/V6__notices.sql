-- Telling people: addresses, what stands, what waits to be told, and the messages on their way.

-- An address of one role at one station or place.
CREATE TABLE notice_channel (
  number          INTEGER PRIMARY KEY,
  name            TEXT    NOT NULL UNIQUE,
  address         TEXT    NOT NULL,  -- JSON with its secrets
  role            TEXT    NOT NULL CHECK (role IN ('KEEPER', 'VOLUNTEER', 'UNION')),
  scope           TEXT    NOT NULL,  -- "station:<id>" or "place:<path>"
  tongue          TEXT    NOT NULL CHECK (tongue IN ('ZH', 'EN')),
  quiet           TEXT,              -- "22:00-07:00"; NULL without
  zone            TEXT    NOT NULL,  -- of the quiet hours
  way_out         TEXT    NOT NULL UNIQUE,  -- the token of its unsubscribe link
  muted_until_ms  INTEGER NOT NULL DEFAULT 0,
  unsubscribed_ms INTEGER,           -- NULL while it wants to hear
  shed            INTEGER NOT NULL DEFAULT 0,  -- notices dropped because too many waited
  added_ms        INTEGER NOT NULL
) STRICT;

CREATE INDEX notice_channel_by_audience ON notice_channel (role, scope);

-- A matter from the first time it is told until it is over, and a month longer.
CREATE TABLE notice_matter (
  number          INTEGER PRIMARY KEY,
  key             TEXT    NOT NULL,
  kind            TEXT    NOT NULL,
  station         TEXT    NOT NULL,
  place           TEXT    NOT NULL,
  urgent          INTEGER NOT NULL,
  title_zh        TEXT    NOT NULL,
  title_en        TEXT    NOT NULL,
  text_zh         TEXT    NOT NULL,
  text_en         TEXT    NOT NULL,
  link            TEXT    NOT NULL,
  began_ms        INTEGER NOT NULL,
  acknowledged_ms INTEGER,
  over_ms         INTEGER,           -- NULL while it stands
  step            INTEGER NOT NULL,  -- the step of its escalation that is next
  step_due_ms     INTEGER            -- when; NULL when there is none
) STRICT;

CREATE UNIQUE INDEX notice_matter_standing ON notice_matter (key) WHERE over_ms IS NULL;
CREATE INDEX notice_matter_due ON notice_matter (step_due_ms) WHERE step_due_ms IS NOT NULL;

-- That one address is told of one matter, of its beginning, its passing on or its end.
CREATE TABLE notice (
  number  INTEGER PRIMARY KEY,
  matter  INTEGER NOT NULL REFERENCES notice_matter (number) ON DELETE CASCADE,
  channel INTEGER NOT NULL REFERENCES notice_channel (number) ON DELETE CASCADE,
  about   TEXT    NOT NULL CHECK (about IN ('BEGUN', 'PASSED_ON', 'OVER')),
  urgent  INTEGER NOT NULL,
  due_ms  INTEGER NOT NULL,
  letter  INTEGER                    -- NULL while it waits
) STRICT;

CREATE INDEX notice_waiting ON notice (channel, due_ms) WHERE letter IS NULL;
CREATE INDEX notice_by_matter ON notice (matter);
CREATE INDEX notice_by_letter ON notice (letter) WHERE letter IS NOT NULL;

-- A message, kept whole before it is sent first, so that it is the same when it is sent again.
CREATE TABLE notice_letter (
  number      INTEGER PRIMARY KEY,
  id          TEXT    NOT NULL UNIQUE,
  channel     INTEGER NOT NULL REFERENCES notice_channel (number) ON DELETE CASCADE,
  body        TEXT    NOT NULL,      -- JSON
  urgent      INTEGER NOT NULL,
  composed_ms INTEGER NOT NULL,
  due_ms      INTEGER NOT NULL,
  tries       INTEGER NOT NULL DEFAULT 0,
  tried_ms    INTEGER,
  ended_ms    INTEGER,               -- NULL while it is on its way
  sent        INTEGER NOT NULL DEFAULT 0,  -- 1 when it arrived, 0 with ended_ms when given up
  trouble     TEXT                   -- what was answered last
) STRICT;

CREATE INDEX notice_letter_open ON notice_letter (channel, due_ms) WHERE ended_ms IS NULL;
CREATE INDEX notice_letter_ended ON notice_letter (ended_ms) WHERE ended_ms IS NOT NULL;

-- How mail leaves the hub: one row or none.
CREATE TABLE mail_server (
  number   INTEGER PRIMARY KEY CHECK (number = 1),
  settings TEXT NOT NULL             -- JSON with its password
) STRICT;
