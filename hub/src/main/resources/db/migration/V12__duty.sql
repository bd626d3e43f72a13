-- Stations that groups of riders run in turns. What they sign is in duty_signed, folded from facts.

-- A group takes a week; place says in which order.
CREATE TABLE duty_group (
  number  INTEGER PRIMARY KEY,
  station INTEGER NOT NULL REFERENCES station (number),
  place   INTEGER NOT NULL,
  name    TEXT    NOT NULL
) STRICT;

CREATE INDEX duty_group_by_station ON duty_group (station, place);

-- A person is in one group of a station at most.
CREATE TABLE duty_member (
  station    INTEGER NOT NULL REFERENCES station (number),
  volunteer  INTEGER NOT NULL REFERENCES volunteer (number),
  duty_group INTEGER NOT NULL REFERENCES duty_group (number) ON DELETE CASCADE,
  PRIMARY KEY (station, volunteer)
) STRICT, WITHOUT ROWID;

CREATE TABLE duty_rota (
  station INTEGER PRIMARY KEY REFERENCES station (number),
  begins  INTEGER NOT NULL  -- local day, since 1970, of the first group's first week
) STRICT;

-- One group asks another to change weeks.
CREATE TABLE duty_swap (
  id          TEXT    PRIMARY KEY,  -- 128 random bits, drawn by the phone that asked
  station     INTEGER NOT NULL REFERENCES station (number),
  one         INTEGER NOT NULL,     -- first day of the asking group's week, since 1970
  other       INTEGER NOT NULL,     -- and of the other's
  asking      INTEGER NOT NULL REFERENCES duty_group (number) ON DELETE CASCADE,
  asked       INTEGER NOT NULL REFERENCES duty_group (number) ON DELETE CASCADE,
  asked_by    INTEGER NOT NULL REFERENCES volunteer (number),
  asked_ms    INTEGER NOT NULL,
  state       TEXT    NOT NULL CHECK (state IN ('ASKED', 'AGREED', 'DECLINED', 'WITHDRAWN')),
  answered_by INTEGER,              -- volunteer.number
  answered_ms INTEGER
) STRICT;

CREATE INDEX duty_swap_by_station ON duty_swap (station, asked_ms);
