-- What a thing was worth on the market when it was put up for employees: who buys below it has a
-- benefit of the difference, which the payroll office is told. Null where no price list said.
ALTER TABLE resale.listing ADD COLUMN market_ore bigint CHECK (market_ore >= 0);
ALTER TABLE resale.employee_purchase ADD COLUMN market_ore bigint CHECK (market_ore >= 0);
