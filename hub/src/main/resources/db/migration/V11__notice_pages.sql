-- Who said that somebody sees to a matter, by the name of the account; and each channel's last
-- message without reading all of them.

ALTER TABLE notice_matter ADD COLUMN acknowledged_by TEXT;

CREATE INDEX notice_letter_by_channel ON notice_letter (channel, tried_ms);
