-- What each station was last told of its shelves.
CREATE TABLE levels_told (
  station  INTEGER PRIMARY KEY REFERENCES station (number),
  revision INTEGER NOT NULL,  -- the millisecond it was made in, above the one before
  told_ms  INTEGER NOT NULL,
  entered  INTEGER NOT NULL,  -- next number of the hub's own journal then: above it people entered more
  body     BLOB    NOT NULL   -- the order, as it goes to a station that needs no higher number
) STRICT;

-- How sure a level is, with the outlook: from so many to so many. Both the level itself: exact;
-- only the higher: maybe fewer; none: nobody can tell. Everything is reckoned anew at once.
ALTER TABLE stock_outlook ADD COLUMN low INTEGER;
ALTER TABLE stock_outlook ADD COLUMN high INTEGER;
UPDATE stock_outlook SET day = 0;
