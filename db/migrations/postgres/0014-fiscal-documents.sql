-- What each sale, void and refund is to a tax authority, and who on each side is told of it.
-- Nothing ever wrote to the table that stood in for this one.
DROP TABLE "fiscal_document";
CREATE TABLE "fiscal_adapter" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "side" text COLLATE "C" NOT NULL,
  "adapter" text COLLATE "C" NOT NULL,
  "on_time_minutes" bigint NOT NULL,
  "loud_hours" bigint NOT NULL,
  "shut_hours" bigint NOT NULL,
  "set_at" text COLLATE "C" NOT NULL,
  "set_by" text COLLATE "C" NOT NULL,
  CONSTRAINT "fiscal_adapter_terms" CHECK ("fiscal_adapter"."on_time_minutes" > 0 and "fiscal_adapter"."loud_hours" > 0 and "fiscal_adapter"."shut_hours" > "fiscal_adapter"."loud_hours" and "fiscal_adapter"."on_time_minutes" <= "fiscal_adapter"."loud_hours" * 60)
);
CREATE TABLE "fiscal_document" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "side" text COLLATE "C" NOT NULL,
  "adapter" text COLLATE "C" NOT NULL,
  "type" text COLLATE "C" NOT NULL,
  "sale" text COLLATE "C" NOT NULL,
  "refund" text COLLATE "C",
  "device" text COLLATE "C" NOT NULL,
  "till_session" text COLLATE "C",
  "register" text COLLATE "C" NOT NULL,
  "shift" bigint NOT NULL,
  "number" bigint NOT NULL,
  "tax_id" text COLLATE "C" NOT NULL,
  "total_minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "tenders" text COLLATE "C" NOT NULL,
  "autonomous_sign" text COLLATE "C" NOT NULL,
  "origin" text COLLATE "C" NOT NULL,
  "occurred_at" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "sign" text COLLATE "C",
  "operator_number" text COLLATE "C",
  "link" text COLLATE "C",
  "why" text COLLATE "C",
  "waits_since" text COLLATE "C" NOT NULL,
  "settled_at" text COLLATE "C",
  CONSTRAINT "fiscal_document_of_refund" CHECK (("fiscal_document"."type" = 'refund') = ("fiscal_document"."refund" is not null)),
  CONSTRAINT "fiscal_document_settled" CHECK (("fiscal_document"."state" in ('pending', 'autonomous')) = ("fiscal_document"."settled_at" is null))
);
ALTER TABLE "fiscal_document" ADD CONSTRAINT "fiscal_document_sale_sale_id_fk" FOREIGN KEY ("sale") REFERENCES "sale"("id") DEFERRABLE;
ALTER TABLE "fiscal_document" ADD CONSTRAINT "fiscal_document_refund_refund_id_fk" FOREIGN KEY ("refund") REFERENCES "refund"("id") DEFERRABLE;
ALTER TABLE "fiscal_document" ADD CONSTRAINT "fiscal_document_till_session_till_session_id_fk" FOREIGN KEY ("till_session") REFERENCES "till_session"("id") DEFERRABLE;
CREATE INDEX "fiscal_adapter_side" ON "fiscal_adapter" ("side","set_at");
CREATE UNIQUE INDEX "fiscal_document_number" ON "fiscal_document" ("device","shift","number");
CREATE UNIQUE INDEX "fiscal_document_once" ON "fiscal_document" ("sale","type") WHERE refund is null;
CREATE UNIQUE INDEX "fiscal_document_refund" ON "fiscal_document" ("refund");
CREATE INDEX "fiscal_document_sale" ON "fiscal_document" ("sale");
CREATE INDEX "fiscal_document_till_session" ON "fiscal_document" ("till_session");
CREATE INDEX "fiscal_document_waiting" ON "fiscal_document" ("side","waits_since","id") WHERE settled_at is null;
CREATE INDEX "fiscal_document_refused" ON "fiscal_document" ("side","recorded_at") WHERE state = 'refused';
