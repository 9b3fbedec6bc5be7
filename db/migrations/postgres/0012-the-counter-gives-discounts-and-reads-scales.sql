-- What a cashier may take off a price alone, what an owner allowed beyond that, what came off each sale and why; and a line's own note. How the scales of a
-- side write what they weighed.
CREATE TABLE "discount_limit" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "stall" text COLLATE "C" NOT NULL,
  "basis_points" bigint NOT NULL,
  "set_at" text COLLATE "C" NOT NULL,
  "set_by" text COLLATE "C" NOT NULL,
  CONSTRAINT "discount_limit_basis_points" CHECK ("discount_limit"."basis_points" >= 0 and "discount_limit"."basis_points" <= 10000)
);
ALTER TABLE "discount_limit" ADD CONSTRAINT "discount_limit_stall_stall_id_fk" FOREIGN KEY ("stall") REFERENCES "stall"("id") DEFERRABLE;
CREATE INDEX "discount_limit_stall" ON "discount_limit" ("stall","set_at");
CREATE TABLE "discount_approval" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "device" text COLLATE "C" NOT NULL,
  "till_session" text COLLATE "C",
  "minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "asked_by" text COLLATE "C" NOT NULL,
  "approved_by" text COLLATE "C" NOT NULL,
  "approved_at" text COLLATE "C" NOT NULL,
  CONSTRAINT "discount_approval_minor" CHECK ("discount_approval"."minor" > 0)
);
ALTER TABLE "discount_approval" ADD CONSTRAINT "discount_approval_device_device_id_fk" FOREIGN KEY ("device") REFERENCES "device"("id") DEFERRABLE;
ALTER TABLE "discount_approval" ADD CONSTRAINT "discount_approval_till_session_till_session_id_fk" FOREIGN KEY ("till_session") REFERENCES "till_session"("id") DEFERRABLE;
ALTER TABLE "discount_approval" ADD CONSTRAINT "discount_approval_approved_by_person_id_fk" FOREIGN KEY ("approved_by") REFERENCES "person"("id") DEFERRABLE;
CREATE TABLE "sale_discount" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "sale" text COLLATE "C" NOT NULL,
  "sale_line" text COLLATE "C",
  "basis_points" bigint,
  "minor" bigint NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "note" text COLLATE "C",
  "approval" text COLLATE "C",
  CONSTRAINT "sale_discount_minor" CHECK ("sale_discount"."minor" >= 0)
);
ALTER TABLE "sale_discount" ADD CONSTRAINT "sale_discount_sale_sale_id_fk" FOREIGN KEY ("sale") REFERENCES "sale"("id") DEFERRABLE;
ALTER TABLE "sale_discount" ADD CONSTRAINT "sale_discount_sale_line_sale_line_id_fk" FOREIGN KEY ("sale_line") REFERENCES "sale_line"("id") DEFERRABLE;
ALTER TABLE "sale_discount" ADD CONSTRAINT "sale_discount_approval_discount_approval_id_fk" FOREIGN KEY ("approval") REFERENCES "discount_approval"("id") DEFERRABLE;
CREATE INDEX "sale_discount_sale" ON "sale_discount" ("sale");
CREATE INDEX "sale_discount_approval" ON "sale_discount" ("approval");
ALTER TABLE "sale_line" ADD COLUMN "note" text COLLATE "C";
CREATE TABLE "scale_codes" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "side" text COLLATE "C" NOT NULL,
  "codes" text COLLATE "C" NOT NULL,
  "set_at" text COLLATE "C" NOT NULL,
  "set_by" text COLLATE "C" NOT NULL
);
CREATE INDEX "scale_codes_side" ON "scale_codes" ("side","set_at");
