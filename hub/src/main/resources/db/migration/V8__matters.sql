-- Pictures that people without an invitation send with a matter are bounded by themselves, so that
-- volunteers' proofs always fit.
ALTER TABLE proof_photo ADD COLUMN stranger INTEGER NOT NULL DEFAULT 0;

CREATE INDEX proof_photo_by_station ON proof_photo (station, kept_ms);

-- What is to be done, found without going through all that was ever told.
CREATE INDEX matter_by_state ON matter (state, raised_ms)
  WHERE state IN ('OPEN', 'REOPENED', 'ANSWERED');
