-- What partners have of a kind, the cheapest first, in one index with all that a need asks of it: an
-- order form is answered beside everything else, and a shop of ten thousand was read row by row.
DROP INDEX resale.listing_shop;
CREATE INDEX listing_shop ON resale.listing (kind, seller_id, price_ore, grade, id)
  INCLUDE (state, memory_gb, storage_gb, os_family, vat, purchase_id, buyer_id, reserved_until, device_id)
  WHERE state = 'listed';
