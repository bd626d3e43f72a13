-- What each station was last told of its shelves.
CREATE TABLE levels_told (
  station  INTEGER PRIMARY KEY REFERENCES station (number),
  revision INTEGER NOT NULL,  -- the millisecond it was made in, above the one before
  told_ms  INTEGER NOT NULL,
  entered  INTEGER NOT NULL,  -- next number of the hub's own journal then: above it people entered more
  body     BLOB    NOT NULL   -- the order, as it goes to a station that needs no higher number
) STRICT;
