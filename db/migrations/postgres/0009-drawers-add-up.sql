-- What a payment in cash came to more than its sales, or less, because no coin is small enough.
CREATE TABLE "payment_rounding" (
  "payment" text COLLATE "C" PRIMARY KEY NOT NULL,
  "minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  CONSTRAINT "payment_rounding_minor" CHECK ("payment_rounding"."minor" <> 0)
);
ALTER TABLE "payment_rounding" ADD CONSTRAINT "payment_rounding_payment_payment_id_fk" FOREIGN KEY ("payment") REFERENCES "payment"("id") DEFERRABLE;

-- What a refund in cash came to more than its lines, or less.
CREATE TABLE "refund_rounding" (
  "refund" text COLLATE "C" PRIMARY KEY NOT NULL,
  "minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  CONSTRAINT "refund_rounding_minor" CHECK ("refund_rounding"."minor" <> 0)
);
ALTER TABLE "refund_rounding" ADD CONSTRAINT "refund_rounding_refund_refund_id_fk" FOREIGN KEY ("refund") REFERENCES "refund"("id") DEFERRABLE;

-- Cash that goes into a drawer or out of it for another cause than a sale.
CREATE TABLE "drawer_entry" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "till_session" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "custody" text COLLATE "C" NOT NULL,
  "minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL,
  "recorded_by" text COLLATE "C" NOT NULL,
  "approved_by" text COLLATE "C",
  CONSTRAINT "drawer_entry_minor" CHECK ("drawer_entry"."minor" > 0)
);
ALTER TABLE "drawer_entry" ADD CONSTRAINT "drawer_entry_till_session_till_session_id_fk" FOREIGN KEY ("till_session") REFERENCES "till_session"("id") DEFERRABLE;
CREATE INDEX "drawer_entry_till_session" ON "drawer_entry" ("till_session");

-- Cash that changes hands between two who keep it.
CREATE TABLE "cash_move" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "leaves" text COLLATE "C" NOT NULL,
  "reaches" text COLLATE "C" NOT NULL,
  "till_session" text COLLATE "C",
  "vendor" text COLLATE "C" NOT NULL,
  "custody" text COLLATE "C" NOT NULL,
  "minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "given_by" text COLLATE "C" NOT NULL,
  "taken_by" text COLLATE "C" NOT NULL,
  "moved_at" text COLLATE "C" NOT NULL,
  CONSTRAINT "cash_move_between" CHECK ("cash_move"."minor" > 0 and "cash_move"."leaves" <> "cash_move"."reaches" and "cash_move"."given_by" <> "cash_move"."taken_by" and ("cash_move"."leaves" = 'drawer' or "cash_move"."reaches" = 'drawer') = ("cash_move"."till_session" is not null))
);
ALTER TABLE "cash_move" ADD CONSTRAINT "cash_move_till_session_till_session_id_fk" FOREIGN KEY ("till_session") REFERENCES "till_session"("id") DEFERRABLE;
ALTER TABLE "cash_move" ADD CONSTRAINT "cash_move_vendor_vendor_id_fk" FOREIGN KEY ("vendor") REFERENCES "vendor"("id") DEFERRABLE;
CREATE INDEX "cash_move_till_session" ON "cash_move" ("till_session");
CREATE INDEX "cash_move_vendor" ON "cash_move" ("vendor");

-- One cashier leaves the drawer to the next, who has counted it with them.
CREATE TABLE "hand_over" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "till_session" text COLLATE "C" NOT NULL,
  "given_by" text COLLATE "C" NOT NULL,
  "taken_by" text COLLATE "C" NOT NULL,
  "counts" text COLLATE "C" NOT NULL,
  "handed_at" text COLLATE "C" NOT NULL
);
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_till_session_till_session_id_fk" FOREIGN KEY ("till_session") REFERENCES "till_session"("id") DEFERRABLE;
CREATE INDEX "hand_over_till_session" ON "hand_over" ("till_session");

-- A close that was a mistake: what was counted then, who undid it and who allowed it.
CREATE TABLE "undone_close" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "till_session" text COLLATE "C" NOT NULL,
  "closed_at" text COLLATE "C" NOT NULL,
  "closed_by" text COLLATE "C",
  "counts" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "undone_at" text COLLATE "C" NOT NULL,
  "undone_by" text COLLATE "C" NOT NULL,
  "approved_by" text COLLATE "C" NOT NULL
);
ALTER TABLE "undone_close" ADD CONSTRAINT "undone_close_till_session_till_session_id_fk" FOREIGN KEY ("till_session") REFERENCES "till_session"("id") DEFERRABLE;
CREATE INDEX "undone_close_till_session" ON "undone_close" ("till_session");

-- Somebody who works here, as the traveller they are.
CREATE TABLE "staff_traveller" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "person" text COLLATE "C" NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "named_at" text COLLATE "C" NOT NULL,
  "named_by" text COLLATE "C" NOT NULL,
  "ended_at" text COLLATE "C"
);
ALTER TABLE "staff_traveller" ADD CONSTRAINT "staff_traveller_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "person"("id") DEFERRABLE;
ALTER TABLE "staff_traveller" ADD CONSTRAINT "staff_traveller_traveller_traveller_id_fk" FOREIGN KEY ("traveller") REFERENCES "traveller"("id") DEFERRABLE;
CREATE UNIQUE INDEX "staff_traveller_one" ON "staff_traveller" ("person") WHERE ended_at is null;

-- What the market keeps of each sale, from an instant on.
CREATE TABLE "commission_rate" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "vendor" text COLLATE "C",
  "permille" bigint NOT NULL,
  "set_at" text COLLATE "C" NOT NULL,
  "set_by" text COLLATE "C" NOT NULL,
  CONSTRAINT "commission_rate_permille" CHECK ("commission_rate"."permille" >= 0 and "commission_rate"."permille" <= 1000)
);
ALTER TABLE "commission_rate" ADD CONSTRAINT "commission_rate_vendor_vendor_id_fk" FOREIGN KEY ("vendor") REFERENCES "vendor"("id") DEFERRABLE;
CREATE INDEX "commission_rate_vendor" ON "commission_rate" ("vendor","set_at");
