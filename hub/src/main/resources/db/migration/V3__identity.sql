-- Who may speak for a station, who may open its door, and what it shall be told.

-- Every certificate this hub's authority gave to a station. One that is neither ended nor past its
-- time speaks for its station; using a newer one ends the older ones.
CREATE TABLE station_certificate (
  serial        TEXT    PRIMARY KEY,  -- hexadecimal
  station       TEXT    NOT NULL,
  key_hash      TEXT    NOT NULL,     -- SHA-256 of the public key, hexadecimal
  der           BLOB    NOT NULL,
  issued_ms     INTEGER NOT NULL,
  expires_ms    INTEGER NOT NULL,
  first_used_ms INTEGER,
  ended_ms      INTEGER,
  ended_why     TEXT                  -- renewed, replaced, retired
) STRICT;

CREATE INDEX station_certificate_by_station ON station_certificate (station, issued_ms);

-- One-time passwords for a first enrolment. Only the hash is kept.
CREATE TABLE enrolment_token (
  hash        TEXT    PRIMARY KEY,    -- SHA-256, hexadecimal
  station     TEXT    NOT NULL,
  created_ms  INTEGER NOT NULL,
  expires_ms  INTEGER NOT NULL,
  used_ms     INTEGER,
  used_serial TEXT,                   -- the certificate it was spent on
  withdrawn_ms INTEGER
) STRICT;

CREATE INDEX enrolment_token_by_station ON enrolment_token (station);

-- Passes by number only. Who holds one is known to nobody here.
CREATE TABLE issued_pass (
  id         TEXT    PRIMARY KEY,     -- 32 hexadecimal digits
  issued_ms  INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL,
  revoked_ms INTEGER
) STRICT;

CREATE INDEX issued_pass_revoked ON issued_pass (expires_ms) WHERE revoked_ms IS NOT NULL;

-- Keys whose signature on a pass opens a door.
CREATE TABLE pass_issuer (
  issuer         TEXT    PRIMARY KEY,
  public_key_hex TEXT    NOT NULL,
  added_ms       INTEGER NOT NULL
) STRICT;

-- The version of what every station shall have; a version is the millisecond it was made, so that a
-- hub restored from an older copy never gives an old number to new content.
CREATE TABLE desired_version (
  kind    TEXT    PRIMARY KEY,        -- as org.yizhan.hub.orders.DesiredVersion
  version INTEGER NOT NULL
) STRICT;

INSERT INTO desired_version (kind, version) VALUES
  ('ISSUERS', 1), ('REVOCATIONS', 1),
  ('PROFILES', 1), ('STATIONS', 1);

-- A station that showed a higher revision than our version is sent our version under this number.
CREATE TABLE desired_lift (
  station  TEXT    NOT NULL,
  kind     TEXT    NOT NULL,
  version  INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (station, kind)
) STRICT;

-- Momentary orders: release a door once.
CREATE TABLE unlock_order (
  id         TEXT    PRIMARY KEY,
  station    TEXT    NOT NULL,
  created_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL,
  sent_ms    INTEGER
) STRICT;

CREATE INDEX unlock_order_unsent ON unlock_order (expires_ms) WHERE sent_ms IS NULL;

CREATE TABLE hub_setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
