-- The authoritative record of each certificate: RFC 8785 (JCS) bytes kept verbatim, their SHA-256,
-- and the salt that seals the texts which people wrote.
ALTER TABLE erasure.certificate
  ADD COLUMN record text,
  ADD COLUMN record_sha256 bytea,
  ADD COLUMN salt bytea;

-- Certificates from before get a record of what is stored of them. It says so (`made: afterwards`),
-- since the entry of their issue does not name its hash.
CREATE FUNCTION erasure.jcs(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  -- Names here are ASCII, for which the order of bytes is that of UTF-16; numbers are whole or
  -- short decimals, which both write alike.
  RETURN CASE jsonb_typeof(value)
    WHEN 'object' THEN (
      SELECT '{' || coalesce(string_agg(to_json(e.key)::text || ':' || erasure.jcs(e.value), ','
        ORDER BY e.key COLLATE "C"), '') || '}' FROM jsonb_each(value) e)
    WHEN 'array' THEN (
      SELECT '[' || coalesce(string_agg(erasure.jcs(e.value), ',' ORDER BY e.ordinality), '') || ']'
      FROM jsonb_array_elements(value) WITH ORDINALITY e)
    ELSE value::text END;
END $$;

UPDATE erasure.certificate SET salt = uuid_send(gen_random_uuid());

CREATE FUNCTION erasure.role_before(role text, signed jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('role', role, 'person', signed -> 'personId', 'rule', NULL,
    'organisation', signed -> 'organisationId', 'position', NULL, 'place', NULL,
    'at', signed -> 'signedAt')
$$;

CREATE FUNCTION erasure.sealed_before(salt bytea, name text, words text) RETURNS jsonb
  LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN words IS NULL THEN '{}' ELSE jsonb_build_object(name,
    encode(sha256(salt || convert_to(name || E'\n' || words, 'UTF8')), 'hex')) END
$$;

WITH before AS (
  SELECT c.device_id, c.id, c.content AS k, c.content -> 'erasure' AS e, c.salt,
    jsonb_build_object('format', 'omlopp-certificate/1', 'made', 'afterwards', 'id', c.id,
      'publicId', c.public_id, 'number', c.number, 'kind', c.kind,
      'issuedAt', c.content -> 'issuedAt', 'timeZone', c.content -> 'timeZone',
      'issuer', c.content -> 'issuerId', 'owner', c.content -> 'ownerId',
      -- What it replaced is named by number alone in the content; the hash was not known then.
      'replaces', NULL,
      'device', (c.content -> 'device') || jsonb_build_object('id', c.device_id),
      'medium', coalesce(c.content #> '{erasure,medium}', c.content -> 'medium')
        || jsonb_build_object('id', c.medium_id)) AS head,
    c.kind, c.result_id
  FROM erasure.certificate c),
made AS (
  SELECT device_id, id, erasure.jcs(head || CASE kind WHEN 'erasure' THEN jsonb_build_object(
    'sanitisation', e - ARRAY['certificateNumber', 'medium', 'verification', 'verdict',
      'ruleVersion', 'review', 'sanitisedBy', 'verifiedBy', 'validatedBy', 'evidenceFileName',
      'evidenceSha256Hex', 'evidenceOrigin', 'supersedes'],
    'verification', e -> 'verification',
    'validation', jsonb_build_object('verdict', e -> 'verdict', 'rule', e -> 'ruleVersion',
      'by', CASE jsonb_typeof(e -> 'review') WHEN 'object' THEN 'person' ELSE 'rule' END,
      'reasonCodes', coalesce(e #> '{review,reasonCodes}', '[]')),
    'roles', jsonb_build_array(
      erasure.role_before('sanitised', e -> 'sanitisedBy'),
      erasure.role_before('verified', e -> 'verifiedBy'),
      CASE jsonb_typeof(e -> 'validatedBy')
        WHEN 'object' THEN erasure.role_before('validated', e -> 'validatedBy')
        ELSE jsonb_build_object('role', 'validated', 'person', NULL, 'rule', e -> 'ruleVersion',
          'organisation', k -> 'issuerId', 'position', NULL, 'place', NULL,
          'at', k -> 'issuedAt') END),
    'evidence', jsonb_build_object('sha256', e -> 'evidenceSha256Hex',
      'origin', e -> 'evidenceOrigin', 'result', result_id),
    'notChecked', '["ieee-2883", "laboratory-recovery", "medium-firmware"]'::jsonb
      || CASE WHEN e #>> '{medium,type}' NOT IN ('magnetic', 'tape')
             AND e ->> 'technique' = 'overwrite' THEN '["over-provisioned-area"]' ELSE '[]' END::jsonb
      || CASE WHEN e #>> '{verification,method}' = 'sample'
             THEN '["unsampled-area"]' ELSE '[]' END::jsonb
      || CASE WHEN 'unknown' IN (e ->> 'hostProtectedArea', e ->> 'deviceConfigurationOverlay')
             THEN '["hidden-area"]' ELSE '[]' END::jsonb
      || CASE WHEN coalesce((e ->> 'reallocatedSectors')::bigint, 1) > 0
             THEN '["reallocated-sectors"]' ELSE '[]' END::jsonb
      || CASE WHEN e ->> 'evidenceOrigin' = 'third-party-unsigned'
             THEN '["tool-signature"]' ELSE '[]' END::jsonb
      || CASE WHEN e ->> 'clockSource' IN ('station-uncorrected', 'tool')
             THEN '["station-clock"]' ELSE '[]' END::jsonb
      || '["other-media"]'::jsonb,
    'sealed', erasure.sealed_before(salt, 'evidenceFileName', e ->> 'evidenceFileName')
      || erasure.sealed_before(salt, 'writtenReason', e #>> '{review,writtenReason}'))
  ELSE jsonb_build_object(
    'destruction', jsonb_build_object('method', 'destroy', 'technique', k -> 'method',
      'destroyedAt', k -> 'destroyedAt', 'afterFailedErasure', k -> 'afterFailedErasure'),
    'roles', jsonb_build_array(
      erasure.role_before('destroyed', k -> 'performedBy'),
      erasure.role_before('witnessed', k -> 'witness')
        || jsonb_build_object('witnessFor', k #> '{witness,role}')),
    'evidence', jsonb_build_object('photoSha256', k -> 'photoSha256Hex'),
    'notChecked', '["ieee-2883", "remains-identity", "laboratory-recovery"]'::jsonb,
    'sealed', erasure.sealed_before(salt, 'equipment', k ->> 'equipment')) END) AS record
  FROM before)
UPDATE erasure.certificate c
SET record = m.record, record_sha256 = sha256(convert_to(m.record, 'UTF8'))
FROM made m WHERE m.device_id = c.device_id AND m.id = c.id;

DROP FUNCTION erasure.jcs(jsonb);
DROP FUNCTION erasure.role_before(text, jsonb);
DROP FUNCTION erasure.sealed_before(bytea, text, text);

-- Fails the migration if a certificate was left without its record.
ALTER TABLE erasure.certificate
  ALTER COLUMN record SET NOT NULL,
  ALTER COLUMN record_sha256 SET NOT NULL,
  -- Null when the person's texts have been removed: the seal then tells nothing to anybody.
  ADD CHECK (length(salt) = 16),
  ADD CHECK (record_sha256 = sha256(convert_to(record, 'UTF8'))),
  ADD CHECK (starts_with(record, '{'));
