-- What stands at the stations of one keeper.
CREATE INDEX notice_matter_at ON notice_matter (station) WHERE over_ms IS NULL;

-- The form that made a thing, so that it makes it once: what the form carried, hashed.
ALTER TABLE lent_thing ADD COLUMN form TEXT;
CREATE INDEX lent_thing_by_form ON lent_thing (form) WHERE form IS NOT NULL;
