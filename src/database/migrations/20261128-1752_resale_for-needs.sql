-- A need of an order is met by a purchase: each line says which, and the purchase the order, in the
-- buyer's own organisation. The seller is never told of either.
ALTER TABLE resale.purchase DROP COLUMN need_id;
ALTER TABLE resale.purchase ADD COLUMN order_id uuid;
ALTER TABLE resale.purchase_line ADD COLUMN need_id uuid;
CREATE INDEX purchase_order ON resale.purchase (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX line_need ON resale.purchase_line (need_id) WHERE need_id IS NOT NULL;

-- Reused stock of a partner is a way of its own: held in the shop until the order is approved.
ALTER TABLE ordering.need DROP CONSTRAINT need_way_check;
ALTER TABLE ordering.need ADD CONSTRAINT need_way_check CHECK (way IN ('pool', 'shop', 'new'));
ALTER TABLE ordering.need DROP CONSTRAINT need_state_check;
ALTER TABLE ordering.need ADD CONSTRAINT need_state_check
  CHECK (state IN ('open', 'held', 'reserved', 'onOrder', 'delivered', 'withdrawn'));
-- What the purchase costs, once, as it was when it was chosen: what the approver approves.
ALTER TABLE ordering.need ADD COLUMN purchase_ore bigint CHECK (purchase_ore >= 0);
ALTER TABLE ordering.need ADD COLUMN purchase_vat text CHECK (purchase_vat IN ('standard', 'margin'));
ALTER TABLE ordering.need ADD COLUMN warranty_months integer CHECK (warranty_months BETWEEN 0 AND 60);
-- Why the purchase came to nothing, by the code that people are told.
ALTER TABLE ordering.need ADD COLUMN purchase_end text;
ALTER TABLE ordering.need ADD CONSTRAINT need_held CHECK ((state = 'held') <= (way = 'shop'));
ALTER TABLE ordering.need ADD CONSTRAINT need_bought CHECK (
  (way = 'shop') <= (purchase_ore IS NOT NULL AND purchase_vat IS NOT NULL));
