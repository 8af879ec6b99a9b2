-- A device in the pool that is kept for a need or an order. It stands on the device's own row, so
-- that whoever waits for the lock reads what was decided under it. The journal tells of both ends.
ALTER TABLE devices.device
  ADD COLUMN reserved_for uuid,
  -- From then on it is anybody's again; null = until it is released or handed out.
  ADD COLUMN reserved_until timestamptz;
