CREATE TABLE "act" (
  "id" text PRIMARY KEY NOT NULL,
  "actor" text NOT NULL,
  "kind" text NOT NULL,
  "body_hash" text NOT NULL,
  "answer" text NOT NULL,
  "origin" text NOT NULL,
  "occurred_at" text NOT NULL,
  "recorded_at" text NOT NULL
) STRICT;

CREATE TABLE "audit" (
  "id" text PRIMARY KEY NOT NULL,
  "chain" text NOT NULL,
  "position" integer NOT NULL,
  "act" text NOT NULL,
  "actor" text NOT NULL,
  "operator" text,
  "kind" text NOT NULL,
  "subject" text NOT NULL,
  "facts" text NOT NULL,
  "recorded_at" text NOT NULL,
  "previous_hash" text NOT NULL,
  "hash" text NOT NULL
) STRICT;

CREATE UNIQUE INDEX "audit_chain_position" ON "audit" ("chain","position");
CREATE INDEX "audit_recorded" ON "audit" ("recorded_at");
CREATE INDEX "audit_subject" ON "audit" ("subject");
CREATE TABLE "refusal_tally" (
  "id" text PRIMARY KEY NOT NULL,
  "role" text NOT NULL,
  "call" text NOT NULL,
  "reason" text NOT NULL,
  "at" text NOT NULL
) STRICT;

CREATE INDEX "refusal_tally_at" ON "refusal_tally" ("at");
CREATE TABLE "account" (
  "id" text PRIMARY KEY NOT NULL,
  "holder_kind" text NOT NULL,
  "holder" text NOT NULL,
  "rule" text NOT NULL,
  "period" text NOT NULL,
  "unit" text NOT NULL,
  "limit_amount" integer NOT NULL,
  "posted" integer NOT NULL,
  "held" integer NOT NULL,
  CONSTRAINT "account_never_overspent" CHECK("account"."posted" >= 0 and "account"."held" >= 0 and "account"."posted" + "account"."held" <= "account"."limit_amount")
) STRICT;

CREATE UNIQUE INDEX "account_holder_rule_period" ON "account" ("holder","rule","period");
CREATE TABLE "account_entry" (
  "id" text PRIMARY KEY NOT NULL,
  "account" text NOT NULL,
  "visit" text,
  "act" text NOT NULL,
  "kind" text NOT NULL,
  "amount" integer NOT NULL,
  "leaves_on" text,
  "recorded_at" text NOT NULL,
  FOREIGN KEY ("account") REFERENCES "account"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("visit") REFERENCES "visit"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "account_entry_amount" CHECK("account_entry"."amount" > 0)
) STRICT;

CREATE INDEX "account_entry_account" ON "account_entry" ("account");
CREATE INDEX "account_entry_visit" ON "account_entry" ("visit");
CREATE TABLE "decision" (
  "id" text PRIMARY KEY NOT NULL,
  "code" text NOT NULL,
  "visit" text NOT NULL,
  "act" text NOT NULL,
  "engine" integer NOT NULL,
  "pack_hash" text NOT NULL,
  "facts" text NOT NULL,
  "body" text NOT NULL,
  "recorded_at" text NOT NULL,
  FOREIGN KEY ("visit") REFERENCES "visit"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX "decision_code" ON "decision" ("code");
CREATE INDEX "decision_visit" ON "decision" ("visit");
CREATE TABLE "excess" (
  "id" text PRIMARY KEY NOT NULL,
  "holder" text NOT NULL,
  "rule" text NOT NULL,
  "period" text NOT NULL,
  "visit" text NOT NULL,
  "act" text NOT NULL,
  "cause" text NOT NULL,
  "amount" integer NOT NULL,
  "unit" text NOT NULL,
  "outcome" text NOT NULL,
  "recorded_at" text NOT NULL,
  FOREIGN KEY ("visit") REFERENCES "visit"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX "excess_visit" ON "excess" ("visit");
CREATE TABLE "lease" (
  "id" text PRIMARY KEY NOT NULL,
  "account" text NOT NULL,
  "device" text NOT NULL,
  "basket" text NOT NULL,
  "amount" integer NOT NULL,
  "state" text NOT NULL,
  "held_at" text NOT NULL,
  "ended_at" text,
  "recalled_by" text,
  FOREIGN KEY ("account") REFERENCES "account"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "lease_amount" CHECK("lease"."amount" > 0)
) STRICT;

CREATE INDEX "lease_account" ON "lease" ("account","state");
CREATE TABLE "plan" (
  "visit" text PRIMARY KEY NOT NULL,
  "decision" text NOT NULL,
  "exit_side" text NOT NULL,
  "planned_at" text NOT NULL,
  FOREIGN KEY ("visit") REFERENCES "visit"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("decision") REFERENCES "decision"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "lot" (
  "id" text PRIMARY KEY NOT NULL,
  "product" text NOT NULL,
  "customs_status" text NOT NULL,
  "manifest" text,
  "received_at" text NOT NULL,
  FOREIGN KEY ("product") REFERENCES "product"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX "lot_product" ON "lot" ("product");
CREATE TABLE "price_change" (
  "id" text PRIMARY KEY NOT NULL,
  "product" text NOT NULL,
  "price_minor" integer NOT NULL,
  "currency" text NOT NULL,
  "changed_at" text NOT NULL,
  "changed_by" text NOT NULL,
  FOREIGN KEY ("product") REFERENCES "product"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX "price_change_product" ON "price_change" ("product");
CREATE TABLE "product" (
  "id" text PRIMARY KEY NOT NULL,
  "vendor" text NOT NULL,
  "stall" text NOT NULL,
  "gtin" text NOT NULL,
  "names" text NOT NULL,
  "search_text" text NOT NULL,
  "category" text NOT NULL,
  "hs_scheme" text NOT NULL,
  "hs_edition" text NOT NULL,
  "hs_digits" text NOT NULL,
  "price_minor" integer NOT NULL,
  "currency" text NOT NULL,
  "net_weight_g" integer NOT NULL,
  "packed_weight_g" integer NOT NULL,
  "volume_ml" integer NOT NULL,
  "strength_permille" integer NOT NULL,
  "pieces" integer NOT NULL,
  "unit" text NOT NULL,
  "origin" text NOT NULL,
  "customs_status" text NOT NULL,
  "changed_at" text NOT NULL,
  FOREIGN KEY ("vendor") REFERENCES "vendor"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("stall") REFERENCES "stall"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "product_measures" CHECK("product"."price_minor" >= 0 and "product"."net_weight_g" >= 0 and "product"."packed_weight_g" >= "product"."net_weight_g" and "product"."volume_ml" >= 0 and "product"."pieces" >= 1)
) STRICT;

CREATE UNIQUE INDEX "product_stall_gtin" ON "product" ("stall","gtin");
CREATE INDEX "product_vendor" ON "product" ("vendor");
CREATE INDEX "product_category" ON "product" ("category");
CREATE TABLE "stock_movement" (
  "id" text PRIMARY KEY NOT NULL,
  "product" text NOT NULL,
  "lot" text,
  "kind" text NOT NULL,
  "quantity_milli" integer NOT NULL,
  "reason" text,
  "act" text NOT NULL,
  "recorded_at" text NOT NULL,
  FOREIGN KEY ("product") REFERENCES "product"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("lot") REFERENCES "lot"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX "stock_movement_product" ON "stock_movement" ("product","quantity_milli");
CREATE TABLE "declared_line" (
  "id" text PRIMARY KEY NOT NULL,
  "exit_case" text NOT NULL,
  "position" integer NOT NULL,
  "source" text NOT NULL,
  "sale_line" text,
  "stall" text,
  "names" text NOT NULL,
  "category" text NOT NULL,
  "hs" text NOT NULL,
  "quantity_milli" integer NOT NULL,
  "units" integer NOT NULL,
  "value_minor" integer NOT NULL,
  "currency" text NOT NULL,
  "weight_g" integer NOT NULL,
  "volume_ml" integer NOT NULL,
  "strength_permille" integer NOT NULL,
  "pieces" integer NOT NULL,
  "fate" text NOT NULL,
  "resolved" integer NOT NULL,
  FOREIGN KEY ("exit_case") REFERENCES "exit_case"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "declared_line_quantity" CHECK("declared_line"."quantity_milli" > 0)
) STRICT;

CREATE UNIQUE INDEX "declared_line_position" ON "declared_line" ("exit_case","position");
CREATE TABLE "duty" (
  "id" text PRIMARY KEY NOT NULL,
  "exit_case" text NOT NULL,
  "kind" text NOT NULL,
  "minor" integer NOT NULL,
  "currency" text NOT NULL,
  "recorded_at" text NOT NULL,
  "recorded_by" text NOT NULL,
  FOREIGN KEY ("exit_case") REFERENCES "exit_case"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "duty_minor" CHECK("duty"."minor" >= 0)
) STRICT;

CREATE INDEX "duty_exit_case" ON "duty" ("exit_case");
CREATE TABLE "exit_case" (
  "id" text PRIMARY KEY NOT NULL,
  "visit" text NOT NULL,
  "pass" text NOT NULL,
  "gate" text NOT NULL,
  "exit_side" text NOT NULL,
  "state" text NOT NULL,
  "decision" text NOT NULL,
  "presented_at" text NOT NULL,
  "closed_at" text,
  "closed_by" text,
  "closing_reason" text,
  FOREIGN KEY ("visit") REFERENCES "visit"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("pass") REFERENCES "pass"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "exit_case_closed" CHECK(("exit_case"."state" = 'presented') = ("exit_case"."closed_at" is null))
) STRICT;

CREATE UNIQUE INDEX "exit_case_one_presented" ON "exit_case" ("visit") WHERE state = 'presented';
CREATE INDEX "exit_case_visit" ON "exit_case" ("visit");
CREATE TABLE "exit_signature" (
  "exit_case" text NOT NULL,
  "officer" text NOT NULL,
  "reason" text NOT NULL,
  "signed_at" text NOT NULL,
  PRIMARY KEY("exit_case", "officer"),
  FOREIGN KEY ("exit_case") REFERENCES "exit_case"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "line_objection" (
  "id" text PRIMARY KEY NOT NULL,
  "line" text NOT NULL,
  "words" text NOT NULL,
  "recorded_at" text NOT NULL,
  FOREIGN KEY ("line") REFERENCES "declared_line"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "line_resolution" (
  "id" text PRIMARY KEY NOT NULL,
  "line" text NOT NULL,
  "fate" text NOT NULL,
  "quantity_milli" integer NOT NULL,
  "weight_g" integer NOT NULL,
  "value_minor" integer NOT NULL,
  "before" text NOT NULL,
  "reason" text NOT NULL,
  "resolved_at" text NOT NULL,
  "resolved_by" text NOT NULL,
  FOREIGN KEY ("line") REFERENCES "declared_line"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX "line_resolution_line" ON "line_resolution" ("line");
CREATE TABLE "settlement" (
  "visit" text PRIMARY KEY NOT NULL,
  "exit_case" text,
  "outcome" text NOT NULL,
  "in_absence" integer NOT NULL,
  "settled_at" text NOT NULL,
  "settled_by" text NOT NULL,
  FOREIGN KEY ("visit") REFERENCES "visit"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("exit_case") REFERENCES "exit_case"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "law_pack" (
  "hash" text PRIMARY KEY NOT NULL,
  "market" text NOT NULL,
  "version" text NOT NULL,
  "effective_from" text NOT NULL,
  "body" text NOT NULL,
  "recorded_at" text NOT NULL,
  FOREIGN KEY ("market") REFERENCES "market"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "law_pack_signature" (
  "pack" text NOT NULL,
  "signer" text NOT NULL,
  "signed_at" text NOT NULL,
  PRIMARY KEY("pack", "signer"),
  FOREIGN KEY ("pack") REFERENCES "law_pack"("hash") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "law_rate" (
  "base" text NOT NULL,
  "quote" text NOT NULL,
  "date" text NOT NULL,
  "scaled" integer NOT NULL,
  "source" text NOT NULL,
  "recorded_at" text NOT NULL,
  PRIMARY KEY("base", "quote", "date")
) STRICT;

CREATE TABLE "market" (
  "id" text PRIMARY KEY NOT NULL,
  "opened_at" text NOT NULL
) STRICT;

CREATE TABLE "setting" (
  "id" text PRIMARY KEY NOT NULL,
  "value" text NOT NULL,
  "changed_at" text NOT NULL,
  "changed_by" text NOT NULL
) STRICT;

CREATE TABLE "till_rate" (
  "stall" text DEFAULT '' NOT NULL,
  "base" text NOT NULL,
  "quote" text NOT NULL,
  "date" text NOT NULL,
  "scaled" integer NOT NULL,
  "source" text NOT NULL,
  "recorded_at" text NOT NULL,
  PRIMARY KEY("stall", "base", "quote", "date")
) STRICT;

CREATE TABLE "change_given" (
  "payment" text PRIMARY KEY NOT NULL,
  "minor" integer NOT NULL,
  "currency" text NOT NULL,
  FOREIGN KEY ("payment") REFERENCES "payment"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "fiscal_document" (
  "id" text PRIMARY KEY NOT NULL,
  "sale" text,
  "refund" text,
  "regime" text NOT NULL,
  "register" text NOT NULL,
  "number" text,
  "sign" text,
  "qr" text,
  "state" text NOT NULL,
  "changed_at" text NOT NULL,
  FOREIGN KEY ("sale") REFERENCES "sale"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("refund") REFERENCES "refund"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "fiscal_document_subject" CHECK(("fiscal_document"."sale" is null) <> ("fiscal_document"."refund" is null))
) STRICT;

CREATE TABLE "payment" (
  "id" text PRIMARY KEY NOT NULL,
  "custody" text NOT NULL,
  "device" text NOT NULL,
  "operator" text,
  "till_session" text,
  "recorded_at" text NOT NULL,
  FOREIGN KEY ("till_session") REFERENCES "till_session"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "refund" (
  "id" text PRIMARY KEY NOT NULL,
  "sale" text NOT NULL,
  "paid_by" text NOT NULL,
  "total_minor" integer NOT NULL,
  "currency" text NOT NULL,
  "till_session" text,
  "refunded_at" text NOT NULL,
  "refunded_by" text NOT NULL,
  FOREIGN KEY ("sale") REFERENCES "sale"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("till_session") REFERENCES "till_session"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX "refund_sale" ON "refund" ("sale");
CREATE INDEX "refund_till_session" ON "refund" ("till_session");
CREATE TABLE "refund_line" (
  "id" text PRIMARY KEY NOT NULL,
  "refund" text NOT NULL,
  "sale_line" text NOT NULL,
  "quantity_milli" integer NOT NULL,
  "minor" integer NOT NULL,
  "goods" text NOT NULL,
  "replans" integer NOT NULL,
  FOREIGN KEY ("refund") REFERENCES "refund"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("sale_line") REFERENCES "sale_line"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "refund_line_quantity" CHECK("refund_line"."quantity_milli" > 0)
) STRICT;

CREATE INDEX "refund_line_sale_line" ON "refund_line" ("sale_line");
CREATE TABLE "refund_tender" (
  "id" text PRIMARY KEY NOT NULL,
  "refund" text NOT NULL,
  "kind" text NOT NULL,
  "minor" integer NOT NULL,
  "currency" text NOT NULL,
  "reference" text,
  FOREIGN KEY ("refund") REFERENCES "refund"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "sale" (
  "id" text PRIMARY KEY NOT NULL,
  "number" text NOT NULL,
  "device" text NOT NULL,
  "position" integer NOT NULL,
  "stall" text NOT NULL,
  "vendor" text NOT NULL,
  "seller" text NOT NULL,
  "seller_name" text NOT NULL,
  "seller_tax_id" text NOT NULL,
  "visit" text NOT NULL,
  "pass" text NOT NULL,
  "traveller" text NOT NULL,
  "payment" text NOT NULL,
  "till_session" text,
  "operator" text,
  "decision" text NOT NULL,
  "total_minor" integer NOT NULL,
  "currency" text NOT NULL,
  "origin" text NOT NULL,
  "identity_check" text,
  "market_day" text NOT NULL,
  "occurred_at" text NOT NULL,
  "recorded_at" text NOT NULL,
  FOREIGN KEY ("stall") REFERENCES "stall"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("vendor") REFERENCES "vendor"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("seller") REFERENCES "company"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("visit") REFERENCES "visit"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("pass") REFERENCES "pass"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("payment") REFERENCES "payment"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("till_session") REFERENCES "till_session"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("decision") REFERENCES "decision"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX "sale_device_position" ON "sale" ("device","position");
CREATE UNIQUE INDEX "sale_number" ON "sale" ("number");
CREATE INDEX "sale_visit" ON "sale" ("visit");
CREATE INDEX "sale_stall_day" ON "sale" ("stall","market_day");
CREATE INDEX "sale_till_session" ON "sale" ("till_session");
CREATE INDEX "sale_payment" ON "sale" ("payment");
CREATE TABLE "sale_line" (
  "id" text PRIMARY KEY NOT NULL,
  "sale" text NOT NULL,
  "line" integer NOT NULL,
  "product" text NOT NULL,
  "lot" text,
  "names" text NOT NULL,
  "category" text NOT NULL,
  "hs" text NOT NULL,
  "quantity_milli" integer NOT NULL,
  "units" integer NOT NULL,
  "list_minor" integer NOT NULL,
  "discount_minor" integer NOT NULL,
  "paid_minor" integer NOT NULL,
  "gift" integer NOT NULL,
  "net_weight_g" integer NOT NULL,
  "packed_weight_g" integer NOT NULL,
  "volume_ml" integer NOT NULL,
  "strength_permille" integer NOT NULL,
  "pieces" integer NOT NULL,
  "fate" text NOT NULL,
  "law_rate" text NOT NULL,
  "till_rate" text NOT NULL,
  FOREIGN KEY ("sale") REFERENCES "sale"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("product") REFERENCES "product"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("lot") REFERENCES "lot"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "sale_line_money" CHECK("sale_line"."quantity_milli" > 0 and "sale_line"."paid_minor" = "sale_line"."list_minor" - "sale_line"."discount_minor" and "sale_line"."paid_minor" >= 0)
) STRICT;

CREATE UNIQUE INDEX "sale_line_position" ON "sale_line" ("sale","line");
CREATE TABLE "sale_void" (
  "sale" text PRIMARY KEY NOT NULL,
  "reason" text NOT NULL,
  "voided_at" text NOT NULL,
  "voided_by" text NOT NULL,
  FOREIGN KEY ("sale") REFERENCES "sale"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "tender" (
  "id" text PRIMARY KEY NOT NULL,
  "payment" text NOT NULL,
  "kind" text NOT NULL,
  "minor" integer NOT NULL,
  "currency" text NOT NULL,
  "reference" text,
  "rate" text NOT NULL,
  FOREIGN KEY ("payment") REFERENCES "payment"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "tender_minor" CHECK("tender"."minor" > 0)
) STRICT;

CREATE INDEX "tender_payment" ON "tender" ("payment");
CREATE TABLE "person" (
  "id" text PRIMARY KEY NOT NULL,
  "login" text,
  "name" text NOT NULL,
  "role" text NOT NULL,
  "vendor" text,
  "password_hash" text,
  "pin_hash" text,
  "recorded_at" text NOT NULL,
  FOREIGN KEY ("vendor") REFERENCES "vendor"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX "person_login" ON "person" ("login");
CREATE INDEX "person_vendor" ON "person" ("vendor");
CREATE TABLE "sign_in" (
  "id" text PRIMARY KEY NOT NULL,
  "person" text NOT NULL,
  "started_at" text NOT NULL,
  "ended_at" text,
  FOREIGN KEY ("person") REFERENCES "person"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX "sign_in_person" ON "sign_in" ("person");
CREATE TABLE "wrong_attempt" (
  "pair" text PRIMARY KEY NOT NULL,
  "count" integer NOT NULL,
  "last_at" text NOT NULL
) STRICT;

CREATE TABLE "device" (
  "id" text PRIMARY KEY NOT NULL,
  "role" text NOT NULL,
  "name" text NOT NULL,
  "code" text NOT NULL,
  "stall" text,
  "gate" text,
  "secret_hash" text,
  "enrolled_at" text NOT NULL,
  "revoked_at" text,
  FOREIGN KEY ("stall") REFERENCES "stall"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX "device_secret" ON "device" ("secret_hash");
CREATE UNIQUE INDEX "device_code" ON "device" ("code");
CREATE INDEX "device_stall" ON "device" ("stall");
CREATE TABLE "drawer_count" (
  "till_session" text NOT NULL,
  "kind" text NOT NULL,
  "currency" text NOT NULL,
  "minor" integer NOT NULL,
  PRIMARY KEY("till_session", "kind", "currency"),
  FOREIGN KEY ("till_session") REFERENCES "till_session"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "enrolment_code" (
  "code_hash" text PRIMARY KEY NOT NULL,
  "device" text NOT NULL,
  "reusable" integer NOT NULL,
  "expires_at" text NOT NULL,
  "used_at" text,
  FOREIGN KEY ("device") REFERENCES "device"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "operator_session" (
  "id" text PRIMARY KEY NOT NULL,
  "device" text NOT NULL,
  "person" text NOT NULL,
  "started_at" text NOT NULL,
  "ended_at" text,
  FOREIGN KEY ("device") REFERENCES "device"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX "operator_session_one" ON "operator_session" ("device") WHERE ended_at is null;
CREATE TABLE "till_session" (
  "id" text PRIMARY KEY NOT NULL,
  "number" integer NOT NULL,
  "device" text NOT NULL,
  "stall" text NOT NULL,
  "opened_at" text NOT NULL,
  "opened_by" text,
  "closed_at" text,
  "closed_by" text,
  FOREIGN KEY ("device") REFERENCES "device"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("stall") REFERENCES "stall"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX "till_session_one_open" ON "till_session" ("device") WHERE closed_at is null;
CREATE UNIQUE INDEX "till_session_number" ON "till_session" ("device","number");
CREATE TABLE "identity" (
  "traveller" text PRIMARY KEY NOT NULL,
  "sealed" blob NOT NULL,
  "recorded_at" text NOT NULL,
  "retain_until" text NOT NULL,
  FOREIGN KEY ("traveller") REFERENCES "traveller"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "party" (
  "id" text PRIMARY KEY NOT NULL,
  "kind" text NOT NULL,
  "formed_at" text NOT NULL
) STRICT;

CREATE TABLE "party_member" (
  "party" text NOT NULL,
  "traveller" text NOT NULL,
  "role" text NOT NULL,
  PRIMARY KEY("party", "traveller"),
  FOREIGN KEY ("party") REFERENCES "party"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("traveller") REFERENCES "traveller"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "travel_document" (
  "id" text PRIMARY KEY NOT NULL,
  "traveller" text NOT NULL,
  "type" text NOT NULL,
  "issuer" text NOT NULL,
  "lookup" text NOT NULL,
  "personal_lookup" text,
  "likeness" text NOT NULL,
  "key_version" integer NOT NULL,
  "expires_on" text NOT NULL,
  "recorded_at" text NOT NULL,
  FOREIGN KEY ("traveller") REFERENCES "traveller"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX "travel_document_lookup" ON "travel_document" ("lookup");
CREATE INDEX "travel_document_personal" ON "travel_document" ("personal_lookup");
CREATE INDEX "travel_document_likeness" ON "travel_document" ("likeness");
CREATE INDEX "travel_document_traveller" ON "travel_document" ("traveller");
CREATE TABLE "traveller" (
  "id" text PRIMARY KEY NOT NULL,
  "nationality" text NOT NULL,
  "residence" text NOT NULL,
  "joined_into" text,
  "recorded_at" text NOT NULL
) STRICT;

CREATE TABLE "traveller_link" (
  "id" text PRIMARY KEY NOT NULL,
  "earlier" text NOT NULL,
  "later" text NOT NULL,
  "state" text NOT NULL,
  "proposed_at" text NOT NULL,
  "decided_at" text,
  "decided_by" text,
  FOREIGN KEY ("earlier") REFERENCES "traveller"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("later") REFERENCES "traveller"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX "traveller_link_pair" ON "traveller_link" ("earlier","later");
CREATE TABLE "company" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL,
  "tax_id" text NOT NULL,
  "country" text NOT NULL,
  "recorded_at" text NOT NULL
) STRICT;

CREATE UNIQUE INDEX "company_tax_id" ON "company" ("country","tax_id");
CREATE TABLE "stall" (
  "id" text PRIMARY KEY NOT NULL,
  "vendor" text NOT NULL,
  "side" text NOT NULL,
  "code" text NOT NULL,
  "name" text NOT NULL,
  "opened_at" text NOT NULL,
  FOREIGN KEY ("vendor") REFERENCES "vendor"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX "stall_code" ON "stall" ("code");
CREATE INDEX "stall_vendor" ON "stall" ("vendor");
CREATE TABLE "suspension" (
  "id" text PRIMARY KEY NOT NULL,
  "subject_kind" text NOT NULL,
  "subject" text NOT NULL,
  "reason" text NOT NULL,
  "suspended_at" text NOT NULL,
  "suspended_by" text NOT NULL,
  "lifted_at" text,
  "lifted_by" text
) STRICT;

CREATE INDEX "suspension_subject" ON "suspension" ("subject");
CREATE TABLE "vendor" (
  "id" text PRIMARY KEY NOT NULL,
  "company" text NOT NULL,
  "name" text NOT NULL,
  "licence" text NOT NULL,
  "licensed_at" text NOT NULL,
  FOREIGN KEY ("company") REFERENCES "company"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX "vendor_licence" ON "vendor" ("licence");
CREATE TABLE "brought_in" (
  "id" text PRIMARY KEY NOT NULL,
  "visit" text NOT NULL,
  "description" text NOT NULL,
  "category" text NOT NULL,
  "quantity_milli" integer NOT NULL,
  "weight_g" integer NOT NULL,
  "volume_ml" integer NOT NULL,
  "strength_permille" integer NOT NULL,
  "pieces" integer NOT NULL,
  "value_minor" integer NOT NULL,
  "currency" text NOT NULL,
  "recorded_at" text NOT NULL,
  FOREIGN KEY ("visit") REFERENCES "visit"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "brought_in_quantity" CHECK("brought_in"."quantity_milli" > 0)
) STRICT;

CREATE INDEX "brought_in_visit" ON "brought_in" ("visit");
CREATE TABLE "outside_entry" (
  "id" text PRIMARY KEY NOT NULL,
  "traveller" text NOT NULL,
  "rule" text NOT NULL,
  "period" text NOT NULL,
  "amount" integer NOT NULL,
  "unit" text NOT NULL,
  "known_from" text NOT NULL,
  "recorded_at" text NOT NULL,
  "recorded_by" text NOT NULL,
  FOREIGN KEY ("traveller") REFERENCES "traveller"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX "outside_entry_traveller" ON "outside_entry" ("traveller","rule","period");
CREATE TABLE "pass" (
  "id" text PRIMARY KEY NOT NULL,
  "code" text NOT NULL,
  "text" text NOT NULL,
  "traveller" text NOT NULL,
  "category" text NOT NULL,
  "side" text NOT NULL,
  "gate" text NOT NULL,
  "nationality" text NOT NULL,
  "residence" text NOT NULL,
  "age_years" integer NOT NULL,
  "valid_from" text NOT NULL,
  "valid_until" text NOT NULL,
  "guardian_pass" text,
  "party" text,
  "pack_hash" text NOT NULL,
  "key_id" text NOT NULL,
  "replaces" text,
  "issued_at" text NOT NULL,
  FOREIGN KEY ("traveller") REFERENCES "traveller"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("party") REFERENCES "party"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "pass_validity" CHECK("pass"."valid_from" < "pass"."valid_until")
) STRICT;

CREATE UNIQUE INDEX "pass_code" ON "pass" ("code");
CREATE UNIQUE INDEX "pass_replaces" ON "pass" ("replaces");
CREATE INDEX "pass_traveller" ON "pass" ("traveller");
CREATE TABLE "pass_revocation" (
  "pass" text PRIMARY KEY NOT NULL,
  "reason" text NOT NULL,
  "revoked_at" text NOT NULL,
  "revoked_by" text NOT NULL,
  FOREIGN KEY ("pass") REFERENCES "pass"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "presence" (
  "id" text PRIMARY KEY NOT NULL,
  "visit" text NOT NULL,
  "direction" text NOT NULL,
  "side" text NOT NULL,
  "gate" text NOT NULL,
  "at" text NOT NULL,
  "how" text NOT NULL,
  FOREIGN KEY ("visit") REFERENCES "visit"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX "presence_visit" ON "presence" ("visit");
CREATE TABLE "visit" (
  "id" text PRIMARY KEY NOT NULL,
  "traveller" text NOT NULL,
  "pass" text NOT NULL,
  "side" text NOT NULL,
  "gate" text NOT NULL,
  "age_years" integer NOT NULL,
  "state" text NOT NULL,
  "entered_at" text NOT NULL,
  "closed_at" text,
  FOREIGN KEY ("traveller") REFERENCES "traveller"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("pass") REFERENCES "pass"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "visit_closed" CHECK(("visit"."state" = 'closed') = ("visit"."closed_at" is not null))
) STRICT;

CREATE UNIQUE INDEX "visit_one_open" ON "visit" ("traveller") WHERE state <> 'closed';
CREATE INDEX "visit_traveller" ON "visit" ("traveller","entered_at");
CREATE INDEX "visit_pass" ON "visit" ("pass");
CREATE INDEX "visit_state" ON "visit" ("state");