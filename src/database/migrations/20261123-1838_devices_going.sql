-- The register opens on what goes round, in order of asset tag. After some years most rows are of
-- devices that have left, and the oldest tags come first: without this the first page reads past
-- them all. Its list of statuses is `goingStatuses` in src/features/devices/rules/status.ts.
CREATE INDEX listing_going ON devices.listing (organisation_id, tag_sort, device_id)
  WHERE status IN ('ordered', 'inStock', 'handedOut', 'inUse', 'handedIn', 'sent', 'received',
    'erased', 'graded', 'pool', 'missing', 'stolen');
