-- The stations this hub knows. A station is never deleted (its facts point here); it is retired.
CREATE TABLE station (
  number           INTEGER PRIMARY KEY,  -- short and steady, for the tables of facts
  id               TEXT    NOT NULL UNIQUE,
  name_zh          TEXT    NOT NULL,
  name_en          TEXT    NOT NULL,
  place            TEXT    NOT NULL,  -- union tree, "province/city/district"
  profile_yaml     TEXT    NOT NULL,
  profile_revision INTEGER NOT NULL,
  added_ms         INTEGER NOT NULL,
  retired_ms       INTEGER,
  quarantined      INTEGER NOT NULL DEFAULT 0  -- known by certificate only, after a restore
) STRICT;

CREATE INDEX station_by_place ON station (place);
