-- What a need may ask of the processor, and a service may promise: a number of cores, and the year in
-- which its generation came. The cores of a model are stated; the year is read from the name it has.
ALTER TABLE catalogue.model ADD COLUMN cpu_cores integer CHECK (cpu_cores > 0);
ALTER TABLE catalogue.service
  ADD COLUMN least_cores integer CHECK (least_cores > 0),
  ADD COLUMN least_processor_year integer CHECK (least_processor_year > 2000);
ALTER TABLE ordering.need
  ADD COLUMN least_cores integer CHECK (least_cores > 0),
  ADD COLUMN least_processor_year integer CHECK (least_processor_year > 2000);
