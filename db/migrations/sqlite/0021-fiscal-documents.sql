-- What each sale, void and refund is to a tax authority, and who on each side is told of it.
-- Nothing ever wrote to the table that stood in for this one.
DROP TABLE "fiscal_document";
CREATE TABLE "fiscal_adapter" (
  "id" text PRIMARY KEY NOT NULL,
  "side" text NOT NULL,
  "adapter" text NOT NULL,
  "on_time_minutes" integer NOT NULL,
  "loud_hours" integer NOT NULL,
  "shut_hours" integer NOT NULL,
  "set_at" text NOT NULL,
  "set_by" text NOT NULL,
  CONSTRAINT "fiscal_adapter_terms" CHECK("fiscal_adapter"."on_time_minutes" > 0 and "fiscal_adapter"."loud_hours" > 0 and "fiscal_adapter"."shut_hours" > "fiscal_adapter"."loud_hours" and "fiscal_adapter"."on_time_minutes" <= "fiscal_adapter"."loud_hours" * 60)
) STRICT;
CREATE INDEX "fiscal_adapter_side" ON "fiscal_adapter" ("side","set_at");
CREATE TABLE "fiscal_document" (
  "id" text PRIMARY KEY NOT NULL,
  "side" text NOT NULL,
  "adapter" text NOT NULL,
  "type" text NOT NULL,
  "sale" text NOT NULL,
  "refund" text,
  "device" text NOT NULL,
  "till_session" text,
  "register" text NOT NULL,
  "shift" integer NOT NULL,
  "number" integer NOT NULL,
  "tax_id" text NOT NULL,
  "total_minor" integer NOT NULL,
  "currency" text NOT NULL,
  "tenders" text NOT NULL,
  "autonomous_sign" text NOT NULL,
  "origin" text NOT NULL,
  "occurred_at" text NOT NULL,
  "recorded_at" text NOT NULL,
  "state" text NOT NULL,
  "sign" text,
  "operator_number" text,
  "link" text,
  "why" text,
  "waits_since" text NOT NULL,
  "settled_at" text,
  FOREIGN KEY ("sale") REFERENCES "sale"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("refund") REFERENCES "refund"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("till_session") REFERENCES "till_session"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "fiscal_document_of_refund" CHECK(("fiscal_document"."type" = 'refund') = ("fiscal_document"."refund" is not null)),
  CONSTRAINT "fiscal_document_settled" CHECK(("fiscal_document"."state" in ('pending', 'autonomous')) = ("fiscal_document"."settled_at" is null))
) STRICT;
CREATE UNIQUE INDEX "fiscal_document_number" ON "fiscal_document" ("device","shift","number");
CREATE UNIQUE INDEX "fiscal_document_once" ON "fiscal_document" ("sale","type") WHERE refund is null;
CREATE UNIQUE INDEX "fiscal_document_refund" ON "fiscal_document" ("refund");
CREATE INDEX "fiscal_document_sale" ON "fiscal_document" ("sale");
CREATE INDEX "fiscal_document_till_session" ON "fiscal_document" ("till_session");
CREATE INDEX "fiscal_document_waiting" ON "fiscal_document" ("side","waits_since","id") WHERE settled_at is null;
CREATE INDEX "fiscal_document_refused" ON "fiscal_document" ("side","recorded_at") WHERE state = 'refused';
