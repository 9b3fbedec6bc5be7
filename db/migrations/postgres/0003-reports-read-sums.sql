-- What reports show is summed up as it is written, by the database itself, so that no act can forget it. Sums follow from their rows and
-- are proven against them (db/evidence/sums.ts); `part` spreads a sum over several rows, lest acts wait for one another.
CREATE TABLE "takings" (
  "market_day" text COLLATE "C" NOT NULL,
  "stall" text COLLATE "C" NOT NULL,
  "hour" text COLLATE "C" NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "part" text COLLATE "C" NOT NULL,
  "sales" bigint NOT NULL,
  "minor" bigint NOT NULL,
  CONSTRAINT "takings_market_day_stall_hour_currency_part_pk" PRIMARY KEY("market_day","stall","hour","currency","part")
);
CREATE INDEX "takings_stall" ON "takings" ("stall","market_day");

CREATE TABLE "product_takings" (
  "vendor" text COLLATE "C" NOT NULL,
  "product" text COLLATE "C" NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "part" text COLLATE "C" NOT NULL,
  "quantity_milli" bigint NOT NULL,
  "minor" bigint NOT NULL,
  CONSTRAINT "product_takings_vendor_product_currency_part_pk" PRIMARY KEY("vendor","product","currency","part")
);

CREATE TABLE "stock_sum" (
  "product" text COLLATE "C" NOT NULL,
  "part" text COLLATE "C" NOT NULL,
  "quantity_milli" bigint NOT NULL,
  CONSTRAINT "stock_sum_product_part_pk" PRIMARY KEY("product","part")
);

CREATE TABLE "account_sum" (
  "rule" text COLLATE "C" NOT NULL,
  "part" text COLLATE "C" NOT NULL,
  "accounts" bigint NOT NULL,
  "used" bigint NOT NULL,
  "limit_amount" bigint NOT NULL,
  "nearly_spent" bigint NOT NULL,
  CONSTRAINT "account_sum_rule_part_pk" PRIMARY KEY("rule","part")
);

INSERT INTO "takings"
SELECT market_day, stall, substr(recorded_at, 1, 13), currency, device, count(*), sum(total_minor) FROM sale
WHERE NOT EXISTS (SELECT 1 FROM sale_void WHERE sale_void.sale = sale.id) GROUP BY 1, 2, 3, 4, 5;

INSERT INTO "product_takings"
SELECT sale.vendor, sale_line.product, sale.currency, sale.device, sum(sale_line.quantity_milli), sum(sale_line.paid_minor)
FROM sale_line JOIN sale ON sale.id = sale_line.sale
WHERE NOT EXISTS (SELECT 1 FROM sale_void WHERE sale_void.sale = sale.id) GROUP BY 1, 2, 3, 4;

INSERT INTO "stock_sum" SELECT product, right(act, 1), sum(quantity_milli) FROM stock_movement GROUP BY 1, 2;

INSERT INTO "account_sum"
SELECT rule, right(holder, 2), count(*), sum(posted + held), sum(limit_amount), sum(((posted + held) * 10 >= limit_amount * 9)::int)
FROM account GROUP BY 1, 2;

CREATE FUNCTION "sale_adds_to_takings"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO takings VALUES (NEW.market_day, NEW.stall, substr(NEW.recorded_at, 1, 13), NEW.currency, NEW.device, 1, NEW.total_minor)
  ON CONFLICT (market_day, stall, hour, currency, part) DO UPDATE SET sales = takings.sales + 1, minor = takings.minor + excluded.minor;
  RETURN NULL;
END $$;
CREATE TRIGGER "sale_adds_to_takings" AFTER INSERT ON "sale" FOR EACH ROW EXECUTE FUNCTION "sale_adds_to_takings"();

CREATE FUNCTION "sale_line_adds_to_takings"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO product_takings
  SELECT vendor, NEW.product, currency, device, NEW.quantity_milli, NEW.paid_minor FROM sale WHERE id = NEW.sale
  ON CONFLICT (vendor, product, currency, part)
  DO UPDATE SET quantity_milli = product_takings.quantity_milli + excluded.quantity_milli, minor = product_takings.minor + excluded.minor;
  RETURN NULL;
END $$;
CREATE TRIGGER "sale_line_adds_to_takings" AFTER INSERT ON "sale_line" FOR EACH ROW EXECUTE FUNCTION "sale_line_adds_to_takings"();

CREATE FUNCTION "sale_void_takes_back"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO takings
  SELECT market_day, stall, substr(recorded_at, 1, 13), currency, device, -1, -total_minor FROM sale WHERE id = NEW.sale
  ON CONFLICT (market_day, stall, hour, currency, part) DO UPDATE SET sales = takings.sales - 1, minor = takings.minor + excluded.minor;
  INSERT INTO product_takings
  SELECT sale.vendor, sale_line.product, sale.currency, sale.device, -sum(sale_line.quantity_milli), -sum(sale_line.paid_minor)
  FROM sale JOIN sale_line ON sale_line.sale = sale.id WHERE sale.id = NEW.sale GROUP BY sale.vendor, sale_line.product, sale.currency, sale.device
  ON CONFLICT (vendor, product, currency, part)
  DO UPDATE SET quantity_milli = product_takings.quantity_milli + excluded.quantity_milli, minor = product_takings.minor + excluded.minor;
  RETURN NULL;
END $$;
CREATE TRIGGER "sale_void_takes_back" AFTER INSERT ON "sale_void" FOR EACH ROW EXECUTE FUNCTION "sale_void_takes_back"();

CREATE FUNCTION "stock_movement_adds_up"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO stock_sum VALUES (NEW.product, right(NEW.act, 1), NEW.quantity_milli)
  ON CONFLICT (product, part) DO UPDATE SET quantity_milli = stock_sum.quantity_milli + excluded.quantity_milli;
  RETURN NULL;
END $$;
CREATE TRIGGER "stock_movement_adds_up" AFTER INSERT ON "stock_movement" FOR EACH ROW EXECUTE FUNCTION "stock_movement_adds_up"();

CREATE FUNCTION "account_opens"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO account_sum VALUES (NEW.rule, right(NEW.holder, 2), 1, NEW.posted + NEW.held, NEW.limit_amount,
    ((NEW.posted + NEW.held) * 10 >= NEW.limit_amount * 9)::int)
  ON CONFLICT (rule, part) DO UPDATE SET accounts = account_sum.accounts + 1, used = account_sum.used + excluded.used,
    limit_amount = account_sum.limit_amount + excluded.limit_amount, nearly_spent = account_sum.nearly_spent + excluded.nearly_spent;
  RETURN NULL;
END $$;
CREATE TRIGGER "account_opens" AFTER INSERT ON "account" FOR EACH ROW EXECUTE FUNCTION "account_opens"();

CREATE FUNCTION "account_moves"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE account_sum SET used = used + NEW.posted + NEW.held - OLD.posted - OLD.held,
    limit_amount = limit_amount + NEW.limit_amount - OLD.limit_amount,
    nearly_spent = nearly_spent + ((NEW.posted + NEW.held) * 10 >= NEW.limit_amount * 9)::int
      - ((OLD.posted + OLD.held) * 10 >= OLD.limit_amount * 9)::int
  WHERE rule = NEW.rule AND part = right(NEW.holder, 2);
  RETURN NULL;
END $$;
CREATE TRIGGER "account_moves" AFTER UPDATE OF "posted", "held", "limit_amount" ON "account" FOR EACH ROW EXECUTE FUNCTION "account_moves"();

-- What lists are read by, newest first, and what a day is counted by. A stall's day is summed up now.
DROP INDEX "sale_stall_day";
CREATE INDEX "sale_stall" ON "sale" ("stall","recorded_at","id");
CREATE INDEX "sale_vendor" ON "sale" ("vendor","recorded_at","id");
CREATE INDEX "payment_till_session" ON "payment" ("till_session");
CREATE INDEX "visit_entered" ON "visit" ("entered_at","side");
CREATE INDEX "exit_case_presented" ON "exit_case" ("presented_at","exit_side");
CREATE INDEX "pass_nationality" ON "pass" ("nationality","id");
CREATE INDEX "audit_kind" ON "audit" ("kind","id");
