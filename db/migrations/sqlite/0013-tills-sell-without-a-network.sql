-- A lease was a slice of an account; it is goods of a basket now, which the visit's plan holds like any others. None was ever written.
DROP TABLE "lease";
CREATE TABLE "lease" (
  "id" text PRIMARY KEY NOT NULL,
  "visit" text NOT NULL,
  "device" text NOT NULL,
  "state" text NOT NULL,
  "lines" text NOT NULL,
  "held_at" text NOT NULL,
  "ended_at" text,
  "recalled_by" text,
  "reason" text,
  FOREIGN KEY ("visit") REFERENCES "visit"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "lease_ended" CHECK(("lease"."state" = 'held') = ("lease"."ended_at" is null))
) STRICT;
CREATE INDEX "lease_visit" ON "lease" ("visit","state");
CREATE INDEX "lease_held" ON "lease" ("held_at","id") WHERE state = 'held';

-- How a sale made without a network was known to have been made, and what the market found when it came in.
CREATE TABLE "offline_sale" (
  "sale" text PRIMARY KEY NOT NULL,
  "device" text NOT NULL,
  "number" integer NOT NULL,
  "beacon_at" text,
  "clock" text NOT NULL,
  "said_at" text NOT NULL,
  "device_clock" text NOT NULL,
  "flags" text NOT NULL,
  FOREIGN KEY ("sale") REFERENCES "sale"("id") ON UPDATE no action ON DELETE no action
) STRICT;
CREATE INDEX "offline_sale_number" ON "offline_sale" ("device","number");
CREATE INDEX "offline_sale_flagged" ON "offline_sale" ("sale") WHERE flags <> '[]';

-- The most that a till may sell on one pass without a network and without a lease.
CREATE TABLE "offline_floor" (
  "id" text PRIMARY KEY NOT NULL,
  "currency" text NOT NULL,
  "minor" integer NOT NULL,
  "set_at" text NOT NULL,
  "set_by" text NOT NULL,
  CONSTRAINT "offline_floor_minor" CHECK("offline_floor"."minor" >= 0)
) STRICT;
CREATE INDEX "offline_floor_currency" ON "offline_floor" ("currency","set_at");
