-- What is only ever read whole is not sampled: to learn how such texts lie in their tables took half
-- the time of every ANALYZE, autovacuum's own as well, and no query asks for them by value.
ALTER TABLE journal.entry ALTER COLUMN body SET STATISTICS 0, ALTER COLUMN hash SET STATISTICS 0;
ALTER TABLE grading.inspection ALTER COLUMN findings SET STATISTICS 0;
ALTER TABLE erasure.evidence ALTER COLUMN bytes SET STATISTICS 0;
ALTER TABLE erasure.result ALTER COLUMN facts SET STATISTICS 0;
ALTER TABLE erasure.certificate
  ALTER COLUMN content SET STATISTICS 0,
  ALTER COLUMN record SET STATISTICS 0,
  ALTER COLUMN salt SET STATISTICS 0;
ALTER TABLE proofs.log_entry ALTER COLUMN leaf_hash SET STATISTICS 0;
ALTER TABLE proofs.log_group ALTER COLUMN hashes SET STATISTICS 0;
