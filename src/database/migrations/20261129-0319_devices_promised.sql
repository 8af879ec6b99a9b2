-- A promise to the next holder is said, not read from whether the reservation has an end. Until now
-- every reservation with an end was one.
ALTER TABLE devices.device ADD COLUMN promised boolean NOT NULL DEFAULT false;
UPDATE devices.device SET promised = true
WHERE reserved_for IS NOT NULL AND reserved_until IS NOT NULL;
ALTER TABLE devices.device ADD CONSTRAINT device_promised_for
  CHECK (NOT promised OR reserved_for IS NOT NULL);
