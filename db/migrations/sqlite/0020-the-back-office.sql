-- A catalogue file that was taken in, and what of it is still to be written.
CREATE TABLE "catalogue_import" (
  "id" text PRIMARY KEY NOT NULL,
  "vendor" text NOT NULL,
  "added" integer NOT NULL,
  "changed" integer NOT NULL,
  "unchanged" integer NOT NULL,
  "done" integer NOT NULL,
  "started_by" text NOT NULL,
  "started_at" text NOT NULL,
  "ended_at" text,
  FOREIGN KEY ("vendor") REFERENCES "vendor"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "catalogue_import_done" CHECK("catalogue_import"."done" between 0 and "catalogue_import"."added" + "catalogue_import"."changed")
) STRICT;
CREATE INDEX "catalogue_import_vendor" ON "catalogue_import" ("vendor","id");

CREATE TABLE "catalogue_part" (
  "id" text PRIMARY KEY NOT NULL,
  "import" text NOT NULL,
  "rows" text NOT NULL,
  FOREIGN KEY ("import") REFERENCES "catalogue_import"("id") ON UPDATE no action ON DELETE no action
) STRICT;
CREATE INDEX "catalogue_part_import" ON "catalogue_part" ("import","id");

-- What a stall took on a day, by the hour, by who stood at the till, and by product: reports of a period are sums of these.
CREATE TABLE "takings_by" (
  "stall" text NOT NULL,
  "by" text NOT NULL,
  "market_day" text NOT NULL,
  "subject" text NOT NULL,
  "currency" text NOT NULL,
  "part" text NOT NULL,
  "sales" integer NOT NULL,
  "quantity_milli" integer NOT NULL,
  "minor" integer NOT NULL,
  PRIMARY KEY("stall", "by", "market_day", "subject", "currency", "part")
) STRICT, WITHOUT ROWID;

INSERT INTO "takings_by"
SELECT stall, 'hour', market_day, substr(occurred_at, 1, 13), currency, device, count(*), 0, sum(total_minor) FROM sale
WHERE NOT EXISTS (SELECT 1 FROM sale_void WHERE sale_void.sale = sale.id) GROUP BY 1, 2, 3, 4, 5, 6;
INSERT INTO "takings_by"
SELECT stall, 'cashier', market_day, coalesce(operator, ''), currency, device, count(*), 0, sum(total_minor) FROM sale
WHERE NOT EXISTS (SELECT 1 FROM sale_void WHERE sale_void.sale = sale.id) GROUP BY 1, 2, 3, 4, 5, 6;
INSERT INTO "takings_by"
SELECT stall, 'product', market_day, product, currency, '', count(*), sum(quantity_milli), sum(paid_minor)
FROM sale_line JOIN sale ON sale.id = sale_line.sale
WHERE NOT EXISTS (SELECT 1 FROM sale_void WHERE sale_void.sale = sale.id) GROUP BY 1, 2, 3, 4, 5;

CREATE TRIGGER "sale_adds_to_takings_by" AFTER INSERT ON "sale" BEGIN
  INSERT INTO takings_by VALUES
    (NEW.stall, 'hour', NEW.market_day, substr(NEW.occurred_at, 1, 13), NEW.currency, NEW.device, 1, 0, NEW.total_minor),
    (NEW.stall, 'cashier', NEW.market_day, coalesce(NEW.operator, ''), NEW.currency, NEW.device, 1, 0, NEW.total_minor)
  ON CONFLICT (stall, "by", market_day, subject, currency, part) DO UPDATE SET sales = sales + 1, minor = minor + excluded.minor;
END;

CREATE TRIGGER "sale_line_adds_to_takings_by" AFTER INSERT ON "sale_line" BEGIN
  INSERT INTO takings_by
  SELECT stall, 'product', market_day, NEW.product, currency, '', 1, NEW.quantity_milli, NEW.paid_minor FROM sale WHERE id = NEW.sale
  ON CONFLICT (stall, "by", market_day, subject, currency, part)
  DO UPDATE SET sales = sales + 1, quantity_milli = quantity_milli + excluded.quantity_milli, minor = minor + excluded.minor;
END;

CREATE TRIGGER "sale_void_takes_back_by" AFTER INSERT ON "sale_void" BEGIN
  UPDATE takings_by SET sales = takings_by.sales - 1, minor = takings_by.minor - of.total_minor FROM sale AS of
  WHERE of.id = NEW.sale AND takings_by.stall = of.stall AND takings_by.market_day = of.market_day AND takings_by.currency = of.currency
    AND takings_by.part = of.device AND (takings_by."by" = 'hour' AND takings_by.subject = substr(of.occurred_at, 1, 13)
      OR takings_by."by" = 'cashier' AND takings_by.subject = coalesce(of.operator, ''));
  INSERT INTO takings_by
  SELECT sale.stall, 'product', sale.market_day, sale_line.product, sale.currency, '', -count(*), -sum(sale_line.quantity_milli), -sum(sale_line.paid_minor)
  FROM sale JOIN sale_line ON sale_line.sale = sale.id WHERE sale.id = NEW.sale GROUP BY sale_line.product
  ON CONFLICT (stall, "by", market_day, subject, currency, part)
  DO UPDATE SET sales = sales + excluded.sales, quantity_milli = quantity_milli + excluded.quantity_milli, minor = minor + excluded.minor;
END;

-- What became of a product's stock is read newest first.
CREATE INDEX "stock_movement_recorded" ON "stock_movement" ("product","recorded_at","id");

-- What the market keeps may differ by the kind of goods, and has a least and a most for a month; what it pays out is written down.
ALTER TABLE "commission_rate" ADD COLUMN "category" text;

CREATE TABLE "commission_bound" (
  "id" text PRIMARY KEY NOT NULL,
  "vendor" text,
  "currency" text NOT NULL,
  "floor_minor" integer,
  "cap_minor" integer,
  "from_month" text NOT NULL,
  "set_at" text NOT NULL,
  "set_by" text NOT NULL,
  FOREIGN KEY ("vendor") REFERENCES "vendor"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "commission_bound_order" CHECK(coalesce("commission_bound"."floor_minor", 0) >= 0 and ("commission_bound"."cap_minor" is null or "commission_bound"."cap_minor" >= coalesce("commission_bound"."floor_minor", 0)))
) STRICT;
CREATE INDEX "commission_bound_vendor" ON "commission_bound" ("vendor","from_month");

CREATE TABLE "payout" (
  "id" text PRIMARY KEY NOT NULL,
  "vendor" text NOT NULL,
  "month" text NOT NULL,
  "minor" integer NOT NULL,
  "currency" text NOT NULL,
  "paid_on" text NOT NULL,
  "reference" text NOT NULL,
  "recorded_at" text NOT NULL,
  "recorded_by" text NOT NULL,
  FOREIGN KEY ("vendor") REFERENCES "vendor"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "payout_minor" CHECK("payout"."minor" > 0)
) STRICT;
CREATE INDEX "payout_vendor" ON "payout" ("vendor","month");
