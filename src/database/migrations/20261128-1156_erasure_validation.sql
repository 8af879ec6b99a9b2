-- Why a certificate was revoked, in words. They stand where they can be removed; the journal holds
-- their seal.
ALTER TABLE erasure.certificate ADD COLUMN revocation_words text;
GRANT UPDATE (revocation_words) ON erasure.certificate TO omlopp_app;

-- A reviewer who cannot decide hands the question on: a third person decides then.
ALTER TABLE erasure.result
  ADD COLUMN escalated_at timestamptz,
  ADD COLUMN escalated_by uuid,
  ADD COLUMN escalation_reason text,
  ADD CHECK ((escalated_at IS NULL) = (escalation_reason IS NULL));
GRANT UPDATE (escalated_at, escalated_by, escalation_reason) ON erasure.result TO omlopp_app;
