-- A match values what is given up by the organisation's own price list of the day, where one is valid
-- and names the model; which list that was, and what each value rests on, is told beside it.
ALTER TABLE ordering.match_run ADD COLUMN price_list_id uuid;

UPDATE ordering.match_proposal SET cost = cost || '{"valueBy": "newPrice"}' WHERE cost IS NOT NULL;
DO $$
BEGIN
  IF EXISTS (SELECT FROM ordering.match_proposal WHERE cost IS NOT NULL AND NOT cost ? 'valueBy') THEN
    RAISE EXCEPTION 'a cost does not say what its value rests on';
  END IF;
END $$;
