-- What is written on an order may be about people: whoever wrote it, or answers for the orders, can take
-- the words away for good. That somebody wrote, and when, stands.
ALTER TABLE ordering.comment
  ALTER COLUMN words DROP NOT NULL,
  ADD COLUMN removed_at timestamptz,
  ADD COLUMN removed_by uuid,
  ADD CHECK ((words IS NULL) = (removed_at IS NOT NULL)),
  ADD CHECK ((removed_at IS NULL) = (removed_by IS NULL));
GRANT UPDATE (words, removed_at, removed_by) ON ordering.comment TO omlopp_app;
