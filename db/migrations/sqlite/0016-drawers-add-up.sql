-- What a payment in cash came to more than its sales, or less, because no coin is small enough.
CREATE TABLE "payment_rounding" (
  "payment" text PRIMARY KEY NOT NULL,
  "minor" integer NOT NULL,
  "currency" text NOT NULL,
  FOREIGN KEY ("payment") REFERENCES "payment"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "payment_rounding_minor" CHECK("payment_rounding"."minor" <> 0)
) STRICT;

-- What a refund in cash came to more than its lines, or less.
CREATE TABLE "refund_rounding" (
  "refund" text PRIMARY KEY NOT NULL,
  "minor" integer NOT NULL,
  "currency" text NOT NULL,
  FOREIGN KEY ("refund") REFERENCES "refund"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "refund_rounding_minor" CHECK("refund_rounding"."minor" <> 0)
) STRICT;

-- Cash that goes into a drawer or out of it for another cause than a sale.
CREATE TABLE "drawer_entry" (
  "id" text PRIMARY KEY NOT NULL,
  "till_session" text NOT NULL,
  "kind" text NOT NULL,
  "custody" text NOT NULL,
  "minor" integer NOT NULL,
  "currency" text NOT NULL,
  "reason" text NOT NULL,
  "recorded_at" text NOT NULL,
  "recorded_by" text NOT NULL,
  "approved_by" text,
  FOREIGN KEY ("till_session") REFERENCES "till_session"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "drawer_entry_minor" CHECK("drawer_entry"."minor" > 0)
) STRICT;
CREATE INDEX "drawer_entry_till_session" ON "drawer_entry" ("till_session");

-- Cash that changes hands between two who keep it.
CREATE TABLE "cash_move" (
  "id" text PRIMARY KEY NOT NULL,
  "leaves" text NOT NULL,
  "reaches" text NOT NULL,
  "till_session" text,
  "vendor" text NOT NULL,
  "custody" text NOT NULL,
  "minor" integer NOT NULL,
  "currency" text NOT NULL,
  "given_by" text NOT NULL,
  "taken_by" text NOT NULL,
  "moved_at" text NOT NULL,
  FOREIGN KEY ("till_session") REFERENCES "till_session"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("vendor") REFERENCES "vendor"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "cash_move_between" CHECK("cash_move"."minor" > 0 and "cash_move"."leaves" <> "cash_move"."reaches" and "cash_move"."given_by" <> "cash_move"."taken_by" and ("cash_move"."leaves" = 'drawer' or "cash_move"."reaches" = 'drawer') = ("cash_move"."till_session" is not null))
) STRICT;
CREATE INDEX "cash_move_till_session" ON "cash_move" ("till_session");
CREATE INDEX "cash_move_vendor" ON "cash_move" ("vendor");

-- One cashier leaves the drawer to the next, who has counted it with them.
CREATE TABLE "hand_over" (
  "id" text PRIMARY KEY NOT NULL,
  "till_session" text NOT NULL,
  "given_by" text NOT NULL,
  "taken_by" text NOT NULL,
  "counts" text NOT NULL,
  "handed_at" text NOT NULL,
  FOREIGN KEY ("till_session") REFERENCES "till_session"("id") ON UPDATE no action ON DELETE no action
) STRICT;
CREATE INDEX "hand_over_till_session" ON "hand_over" ("till_session");

-- A close that was a mistake: what was counted then, who undid it and who allowed it.
CREATE TABLE "undone_close" (
  "id" text PRIMARY KEY NOT NULL,
  "till_session" text NOT NULL,
  "closed_at" text NOT NULL,
  "closed_by" text,
  "counts" text NOT NULL,
  "reason" text NOT NULL,
  "undone_at" text NOT NULL,
  "undone_by" text NOT NULL,
  "approved_by" text NOT NULL,
  FOREIGN KEY ("till_session") REFERENCES "till_session"("id") ON UPDATE no action ON DELETE no action
) STRICT;
CREATE INDEX "undone_close_till_session" ON "undone_close" ("till_session");

-- Somebody who works here, as the traveller they are.
CREATE TABLE "staff_traveller" (
  "id" text PRIMARY KEY NOT NULL,
  "person" text NOT NULL,
  "traveller" text NOT NULL,
  "named_at" text NOT NULL,
  "named_by" text NOT NULL,
  "ended_at" text,
  FOREIGN KEY ("person") REFERENCES "person"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("traveller") REFERENCES "traveller"("id") ON UPDATE no action ON DELETE no action
) STRICT;
CREATE UNIQUE INDEX "staff_traveller_one" ON "staff_traveller" ("person") WHERE ended_at is null;

-- What the market keeps of each sale, from an instant on.
CREATE TABLE "commission_rate" (
  "id" text PRIMARY KEY NOT NULL,
  "vendor" text,
  "permille" integer NOT NULL,
  "set_at" text NOT NULL,
  "set_by" text NOT NULL,
  FOREIGN KEY ("vendor") REFERENCES "vendor"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "commission_rate_permille" CHECK("commission_rate"."permille" >= 0 and "commission_rate"."permille" <= 1000)
) STRICT;
CREATE INDEX "commission_rate_vendor" ON "commission_rate" ("vendor","set_at");
