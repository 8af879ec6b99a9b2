-- The pool of a kind, the poorest first: what an order form looks through for what will do.
CREATE INDEX listing_pool ON devices.listing (organisation_id, kind, grade DESC NULLS LAST, device_id)
  INCLUDE (place_id, custodian_id) WHERE status = 'pool';
