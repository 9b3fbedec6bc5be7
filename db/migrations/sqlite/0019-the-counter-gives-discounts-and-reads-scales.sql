-- What a cashier may take off a price alone, what an owner allowed beyond that, what came off each sale and why; and a line's own note. How the scales of a
-- side write what they weighed.
CREATE TABLE "discount_limit" (
  "id" text PRIMARY KEY NOT NULL,
  "stall" text NOT NULL,
  "basis_points" integer NOT NULL,
  "set_at" text NOT NULL,
  "set_by" text NOT NULL,
  FOREIGN KEY ("stall") REFERENCES "stall"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "discount_limit_basis_points" CHECK("discount_limit"."basis_points" >= 0 and "discount_limit"."basis_points" <= 10000)
) STRICT;
CREATE INDEX "discount_limit_stall" ON "discount_limit" ("stall","set_at");
CREATE TABLE "discount_approval" (
  "id" text PRIMARY KEY NOT NULL,
  "device" text NOT NULL,
  "till_session" text,
  "minor" integer NOT NULL,
  "currency" text NOT NULL,
  "asked_by" text NOT NULL,
  "approved_by" text NOT NULL,
  "approved_at" text NOT NULL,
  FOREIGN KEY ("device") REFERENCES "device"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("till_session") REFERENCES "till_session"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("approved_by") REFERENCES "person"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "discount_approval_minor" CHECK("discount_approval"."minor" > 0)
) STRICT;
CREATE TABLE "sale_discount" (
  "id" text PRIMARY KEY NOT NULL,
  "sale" text NOT NULL,
  "sale_line" text,
  "basis_points" integer,
  "minor" integer NOT NULL,
  "reason" text NOT NULL,
  "note" text,
  "approval" text,
  FOREIGN KEY ("sale") REFERENCES "sale"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("sale_line") REFERENCES "sale_line"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("approval") REFERENCES "discount_approval"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "sale_discount_minor" CHECK("sale_discount"."minor" >= 0)
) STRICT;
CREATE INDEX "sale_discount_sale" ON "sale_discount" ("sale");
CREATE INDEX "sale_discount_approval" ON "sale_discount" ("approval");
ALTER TABLE "sale_line" ADD COLUMN "note" text;
CREATE TABLE "scale_codes" (
  "id" text PRIMARY KEY NOT NULL,
  "side" text NOT NULL,
  "codes" text NOT NULL,
  "set_at" text NOT NULL,
  "set_by" text NOT NULL
) STRICT;
CREATE INDEX "scale_codes_side" ON "scale_codes" ("side","set_at");
