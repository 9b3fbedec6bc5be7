-- drops rows of "takings"
-- A day's takings are summed up by stall, and its hours by side: the market now read a row for every stall and hour of the day, which at
-- a hundred thousand sales took as long as the sales themselves.
DROP TRIGGER "sale_adds_to_takings" ON "sale";
DROP TRIGGER "sale_void_takes_back" ON "sale_void";
DROP TABLE "takings";

CREATE TABLE "takings" (
  "market_day" text COLLATE "C" NOT NULL,
  "stall" text COLLATE "C" NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "part" text COLLATE "C" NOT NULL,
  "sales" bigint NOT NULL,
  "minor" bigint NOT NULL,
  CONSTRAINT "takings_market_day_stall_currency_part_pk" PRIMARY KEY("market_day","stall","currency","part")
);
CREATE INDEX "takings_stall" ON "takings" ("stall","market_day");

CREATE TABLE "takings_hour" (
  "market_day" text COLLATE "C" NOT NULL,
  "side" text COLLATE "C" NOT NULL,
  "hour" text COLLATE "C" NOT NULL,
  "part" text COLLATE "C" NOT NULL,
  "sales" bigint NOT NULL,
  CONSTRAINT "takings_hour_market_day_side_hour_part_pk" PRIMARY KEY("market_day","side","hour","part")
);

INSERT INTO "takings"
SELECT market_day, stall, currency, device, count(*), sum(total_minor) FROM sale
WHERE NOT EXISTS (SELECT 1 FROM sale_void WHERE sale_void.sale = sale.id) GROUP BY 1, 2, 3, 4;

INSERT INTO "takings_hour"
SELECT market_day, stall.side, substr(recorded_at, 1, 13), right(device, 2), count(*) FROM sale JOIN stall ON stall.id = sale.stall
WHERE NOT EXISTS (SELECT 1 FROM sale_void WHERE sale_void.sale = sale.id) GROUP BY 1, 2, 3, 4;

CREATE OR REPLACE FUNCTION "sale_adds_to_takings"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO takings VALUES (NEW.market_day, NEW.stall, NEW.currency, NEW.device, 1, NEW.total_minor)
  ON CONFLICT (market_day, stall, currency, part) DO UPDATE SET sales = takings.sales + 1, minor = takings.minor + excluded.minor;
  INSERT INTO takings_hour
  SELECT NEW.market_day, side, substr(NEW.recorded_at, 1, 13), right(NEW.device, 2), 1 FROM stall WHERE id = NEW.stall
  ON CONFLICT (market_day, side, hour, part) DO UPDATE SET sales = takings_hour.sales + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER "sale_adds_to_takings" AFTER INSERT ON "sale" FOR EACH ROW EXECUTE FUNCTION "sale_adds_to_takings"();

CREATE OR REPLACE FUNCTION "sale_void_takes_back"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO takings
  SELECT market_day, stall, currency, device, -1, -total_minor FROM sale WHERE id = NEW.sale
  ON CONFLICT (market_day, stall, currency, part) DO UPDATE SET sales = takings.sales - 1, minor = takings.minor + excluded.minor;
  INSERT INTO takings_hour
  SELECT market_day, side, substr(recorded_at, 1, 13), right(device, 2), -1
  FROM sale JOIN stall ON stall.id = sale.stall WHERE sale.id = NEW.sale
  ON CONFLICT (market_day, side, hour, part) DO UPDATE SET sales = takings_hour.sales - 1;
  INSERT INTO product_takings
  SELECT sale.vendor, sale_line.product, sale.currency, sale.device, -sum(sale_line.quantity_milli), -sum(sale_line.paid_minor)
  FROM sale JOIN sale_line ON sale_line.sale = sale.id WHERE sale.id = NEW.sale GROUP BY sale.vendor, sale_line.product, sale.currency, sale.device
  ON CONFLICT (vendor, product, currency, part)
  DO UPDATE SET quantity_milli = product_takings.quantity_milli + excluded.quantity_milli, minor = product_takings.minor + excluded.minor;
  RETURN NULL;
END $$;
CREATE TRIGGER "sale_void_takes_back" AFTER INSERT ON "sale_void" FOR EACH ROW EXECUTE FUNCTION "sale_void_takes_back"();

-- How the exits of a day ended is counted along the index, without a look at each.
DROP INDEX "exit_case_presented";
CREATE INDEX "exit_case_presented" ON "exit_case" ("presented_at","exit_side","state");

-- Who ever acted: the first link of each chain, found without walking the index of all links.
CREATE INDEX "audit_first" ON "audit" ("chain","actor") WHERE position = 1;
