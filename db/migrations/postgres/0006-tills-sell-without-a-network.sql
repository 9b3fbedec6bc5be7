-- A lease was a slice of an account; it is goods of a basket now, which the visit's plan holds like any others. None was ever written.
DROP TABLE "lease";
CREATE TABLE "lease" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "visit" text COLLATE "C" NOT NULL,
  "device" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "lines" text COLLATE "C" NOT NULL,
  "held_at" text COLLATE "C" NOT NULL,
  "ended_at" text COLLATE "C",
  "recalled_by" text COLLATE "C",
  "reason" text COLLATE "C",
  CONSTRAINT "lease_ended" CHECK (("lease"."state" = 'held') = ("lease"."ended_at" is null))
);
ALTER TABLE "lease" ADD CONSTRAINT "lease_visit_visit_id_fk" FOREIGN KEY ("visit") REFERENCES "visit"("id") DEFERRABLE;
CREATE INDEX "lease_visit" ON "lease" ("visit","state");
CREATE INDEX "lease_held" ON "lease" ("held_at","id") WHERE state = 'held';

-- How a sale made without a network was known to have been made, and what the market found when it came in.
CREATE TABLE "offline_sale" (
  "sale" text COLLATE "C" PRIMARY KEY NOT NULL,
  "device" text COLLATE "C" NOT NULL,
  "number" bigint NOT NULL,
  "beacon_at" text COLLATE "C",
  "clock" text COLLATE "C" NOT NULL,
  "said_at" text COLLATE "C" NOT NULL,
  "device_clock" text COLLATE "C" NOT NULL,
  "flags" text COLLATE "C" NOT NULL
);
ALTER TABLE "offline_sale" ADD CONSTRAINT "offline_sale_sale_sale_id_fk" FOREIGN KEY ("sale") REFERENCES "sale"("id") DEFERRABLE;
CREATE INDEX "offline_sale_number" ON "offline_sale" ("device","number");
CREATE INDEX "offline_sale_flagged" ON "offline_sale" ("sale") WHERE flags <> '[]';

-- The most that a till may sell on one pass without a network and without a lease.
CREATE TABLE "offline_floor" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "minor" bigint NOT NULL,
  "set_at" text COLLATE "C" NOT NULL,
  "set_by" text COLLATE "C" NOT NULL,
  CONSTRAINT "offline_floor_minor" CHECK ("offline_floor"."minor" >= 0)
);
CREATE INDEX "offline_floor_currency" ON "offline_floor" ("currency","set_at");
