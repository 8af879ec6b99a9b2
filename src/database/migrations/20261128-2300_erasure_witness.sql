-- Whom a destruction names as witness, and who has not answered yet.
CREATE INDEX certificate_witness ON erasure.certificate ((content #>> '{witness,personId}'))
  WHERE kind = 'destruction' AND revoked_at IS NULL AND superseded_by IS NULL
    AND NOT content -> 'witness' ? 'confirmed';
