-- Goods that came back and goods that were sold for them in one act: how much of the one paid for the other.
CREATE TABLE "exchange" (
  "refund" text PRIMARY KEY NOT NULL,
  "sale" text NOT NULL,
  "minor" integer NOT NULL,
  "currency" text NOT NULL,
  FOREIGN KEY ("refund") REFERENCES "refund"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("sale") REFERENCES "sale"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "exchange_minor" CHECK("exchange"."minor" >= 0)
) STRICT;
CREATE UNIQUE INDEX "exchange_sale" ON "exchange" ("sale");
