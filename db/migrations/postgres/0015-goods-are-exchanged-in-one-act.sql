-- Goods that came back and goods that were sold for them in one act: how much of the one paid for the other.
CREATE TABLE "exchange" (
  "refund" text COLLATE "C" PRIMARY KEY NOT NULL,
  "sale" text COLLATE "C" NOT NULL,
  "minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  CONSTRAINT "exchange_minor" CHECK ("exchange"."minor" >= 0)
);
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_refund_refund_id_fk" FOREIGN KEY ("refund") REFERENCES "refund"("id") DEFERRABLE;
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_sale_sale_id_fk" FOREIGN KEY ("sale") REFERENCES "sale"("id") DEFERRABLE;
CREATE UNIQUE INDEX "exchange_sale" ON "exchange" ("sale");
