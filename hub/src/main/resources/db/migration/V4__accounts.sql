-- People who may sign in, and programs that may read. Nothing here opens a door by itself:
-- passwords are kept as Argon2id, and every random token (session, link, API) as SHA-256 only.
CREATE TABLE account (
  name          TEXT    PRIMARY KEY,
  role          TEXT    NOT NULL CHECK (role IN ('ADMIN', 'UNION_VIEWER')),
  password_hash TEXT,                 -- encoded with its parameters; empty until the first link is used
  created_ms    INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
  token_hash BLOB    PRIMARY KEY,
  account    TEXT    NOT NULL,
  opened_ms  INTEGER NOT NULL,
  used_ms    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_account ON session (account);

-- A link that works once: SETUP makes the first account, PASSWORD sets the password of one.
CREATE TABLE one_time_link (
  token_hash BLOB    PRIMARY KEY,
  purpose    TEXT    NOT NULL CHECK (purpose IN ('SETUP', 'PASSWORD')),
  account    TEXT,
  expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE api_token (
  token_hash BLOB    PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE,
  scope      TEXT    NOT NULL CHECK (scope IN ('READ')),
  issued_ms  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
