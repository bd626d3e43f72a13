-- What stands at the stations of one keeper.
CREATE INDEX notice_matter_at ON notice_matter (station) WHERE over_ms IS NULL;
