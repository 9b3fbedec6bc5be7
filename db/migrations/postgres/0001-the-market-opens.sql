CREATE TABLE "act" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "actor" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "body_hash" text COLLATE "C" NOT NULL,
  "answer" text COLLATE "C" NOT NULL,
  "origin" text COLLATE "C" NOT NULL,
  "occurred_at" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "act_signature" (
  "act" text COLLATE "C" PRIMARY KEY NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "key" text COLLATE "C" NOT NULL,
  "signature" text COLLATE "C" NOT NULL
);

CREATE TABLE "audit" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "chain" text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  "act" text COLLATE "C" NOT NULL,
  "actor" text COLLATE "C" NOT NULL,
  "operator" text COLLATE "C",
  "kind" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "facts" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL,
  "previous_hash" text COLLATE "C" NOT NULL,
  "hash" text COLLATE "C" NOT NULL,
  "wrote" text COLLATE "C"
);

CREATE TABLE "refusal_tally" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "role" text COLLATE "C" NOT NULL,
  "call" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "at" text COLLATE "C" NOT NULL,
  "actor" text COLLATE "C",
  "act" text COLLATE "C",
  "side" text COLLATE "C"
);

CREATE TABLE "account" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "holder_kind" text COLLATE "C" NOT NULL,
  "holder" text COLLATE "C" NOT NULL,
  "rule" text COLLATE "C" NOT NULL,
  "period" text COLLATE "C" NOT NULL,
  "unit" text COLLATE "C" NOT NULL,
  "limit_amount" bigint NOT NULL,
  "posted" bigint NOT NULL,
  "held" bigint NOT NULL,
  CONSTRAINT "account_never_overspent" CHECK ("account"."posted" >= 0 and "account"."held" >= 0 and "account"."posted" + "account"."held" <= "account"."limit_amount")
);

CREATE TABLE "account_entry" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "account" text COLLATE "C" NOT NULL,
  "visit" text COLLATE "C",
  "act" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "amount" bigint NOT NULL,
  "leaves_on" text COLLATE "C",
  "recorded_at" text COLLATE "C" NOT NULL,
  CONSTRAINT "account_entry_amount" CHECK ("account_entry"."amount" > 0)
);

CREATE TABLE "allowance_choice" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "visit" text COLLATE "C" NOT NULL,
  "place" bigint NOT NULL,
  "rule" text COLLATE "C" NOT NULL,
  "saves" boolean NOT NULL,
  "exit_case" text COLLATE "C",
  "using_minor" bigint NOT NULL,
  "saving_minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "chosen_at" text COLLATE "C" NOT NULL,
  "recorded_by" text COLLATE "C" NOT NULL
);

CREATE TABLE "decision" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "visit" text COLLATE "C" NOT NULL,
  "act" text COLLATE "C" NOT NULL,
  "engine" bigint NOT NULL,
  "pack_hash" text COLLATE "C" NOT NULL,
  "facts" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "excess" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "holder" text COLLATE "C" NOT NULL,
  "rule" text COLLATE "C" NOT NULL,
  "period" text COLLATE "C" NOT NULL,
  "visit" text COLLATE "C" NOT NULL,
  "act" text COLLATE "C" NOT NULL,
  "cause" text COLLATE "C" NOT NULL,
  "amount" bigint NOT NULL,
  "unit" text COLLATE "C" NOT NULL,
  "outcome" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "lease" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "account" text COLLATE "C" NOT NULL,
  "device" text COLLATE "C" NOT NULL,
  "basket" text COLLATE "C" NOT NULL,
  "amount" bigint NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "held_at" text COLLATE "C" NOT NULL,
  "ended_at" text COLLATE "C",
  "recalled_by" text COLLATE "C",
  CONSTRAINT "lease_amount" CHECK ("lease"."amount" > 0)
);

CREATE TABLE "plan" (
  "visit" text COLLATE "C" PRIMARY KEY NOT NULL,
  "decision" text COLLATE "C" NOT NULL,
  "exit_side" text COLLATE "C" NOT NULL,
  "planned_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "lot" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "product" text COLLATE "C" NOT NULL,
  "customs_status" text COLLATE "C" NOT NULL,
  "manifest" text COLLATE "C",
  "received_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "price_change" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "product" text COLLATE "C" NOT NULL,
  "price_minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "changed_at" text COLLATE "C" NOT NULL,
  "changed_by" text COLLATE "C" NOT NULL
);

CREATE TABLE "product" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "vendor" text COLLATE "C" NOT NULL,
  "stall" text COLLATE "C" NOT NULL,
  "gtin" text COLLATE "C" NOT NULL,
  "names" text COLLATE "C" NOT NULL,
  "search_text" text COLLATE "C" NOT NULL,
  "category" text COLLATE "C" NOT NULL,
  "hs_scheme" text COLLATE "C" NOT NULL,
  "hs_edition" text COLLATE "C" NOT NULL,
  "hs_digits" text COLLATE "C" NOT NULL,
  "price_minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "net_weight_g" bigint NOT NULL,
  "packed_weight_g" bigint NOT NULL,
  "volume_ml" bigint NOT NULL,
  "strength_permille" bigint NOT NULL,
  "pieces" bigint NOT NULL,
  "unit" text COLLATE "C" NOT NULL,
  "origin" text COLLATE "C" NOT NULL,
  "customs_status" text COLLATE "C" NOT NULL,
  "changed_at" text COLLATE "C" NOT NULL,
  CONSTRAINT "product_measures" CHECK ("product"."price_minor" >= 0 and "product"."net_weight_g" >= 0 and "product"."packed_weight_g" >= "product"."net_weight_g" and "product"."volume_ml" >= 0 and "product"."pieces" >= 1)
);

CREATE TABLE "stock_movement" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "product" text COLLATE "C" NOT NULL,
  "lot" text COLLATE "C",
  "kind" text COLLATE "C" NOT NULL,
  "quantity_milli" bigint NOT NULL,
  "reason" text COLLATE "C",
  "act" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "declared_line" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "exit_case" text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  "source" text COLLATE "C" NOT NULL,
  "sale_line" text COLLATE "C",
  "stall" text COLLATE "C",
  "names" text COLLATE "C" NOT NULL,
  "category" text COLLATE "C" NOT NULL,
  "hs" text COLLATE "C" NOT NULL,
  "quantity_milli" bigint NOT NULL,
  "units" bigint NOT NULL,
  "value_minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "weight_g" bigint NOT NULL,
  "volume_ml" bigint NOT NULL,
  "strength_permille" bigint NOT NULL,
  "pieces" bigint NOT NULL,
  "fate" text COLLATE "C" NOT NULL,
  "resolved" boolean NOT NULL,
  CONSTRAINT "declared_line_quantity" CHECK ("declared_line"."quantity_milli" > 0)
);

CREATE TABLE "duty" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "exit_case" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL,
  "recorded_by" text COLLATE "C" NOT NULL,
  CONSTRAINT "duty_minor" CHECK ("duty"."minor" >= 0)
);

CREATE TABLE "exit_case" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "visit" text COLLATE "C" NOT NULL,
  "pass" text COLLATE "C" NOT NULL,
  "gate" text COLLATE "C" NOT NULL,
  "exit_side" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "decision" text COLLATE "C" NOT NULL,
  "presented_at" text COLLATE "C" NOT NULL,
  "closed_at" text COLLATE "C",
  "closed_by" text COLLATE "C",
  "closing_reason" text COLLATE "C",
  CONSTRAINT "exit_case_closed" CHECK (("exit_case"."state" = 'presented') = ("exit_case"."closed_at" is null))
);

CREATE TABLE "exit_signature" (
  "exit_case" text COLLATE "C" NOT NULL,
  "officer" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "signed_at" text COLLATE "C" NOT NULL,
  CONSTRAINT "exit_signature_exit_case_officer_pk" PRIMARY KEY("exit_case","officer")
);

CREATE TABLE "line_objection" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "line" text COLLATE "C" NOT NULL,
  "words" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "line_resolution" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "line" text COLLATE "C" NOT NULL,
  "fate" text COLLATE "C" NOT NULL,
  "quantity_milli" bigint NOT NULL,
  "weight_g" bigint NOT NULL,
  "value_minor" bigint NOT NULL,
  "before" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "resolved_at" text COLLATE "C" NOT NULL,
  "resolved_by" text COLLATE "C" NOT NULL
);

CREATE TABLE "settlement" (
  "visit" text COLLATE "C" PRIMARY KEY NOT NULL,
  "exit_case" text COLLATE "C",
  "outcome" text COLLATE "C" NOT NULL,
  "in_absence" boolean NOT NULL,
  "settled_at" text COLLATE "C" NOT NULL,
  "settled_by" text COLLATE "C" NOT NULL
);

CREATE TABLE "law_draft" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "base" text COLLATE "C" NOT NULL,
  "started_by" text COLLATE "C" NOT NULL,
  "started_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "law_draft_version" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "draft" text COLLATE "C" NOT NULL,
  "number" bigint NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  "author" text COLLATE "C" NOT NULL,
  "saved_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "rehearsal" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "version" text COLLATE "C" NOT NULL,
  "law_day" text COLLATE "C" NOT NULL,
  "since" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "cursor_at" text COLLATE "C" NOT NULL,
  "cursor_id" text COLLATE "C" NOT NULL,
  "done" bigint NOT NULL,
  "total" bigint NOT NULL,
  "tally" text COLLATE "C" NOT NULL,
  "started_by" text COLLATE "C" NOT NULL,
  "started_at" text COLLATE "C" NOT NULL,
  "ended_at" text COLLATE "C",
  CONSTRAINT "rehearsal_done" CHECK ("rehearsal"."done" between 0 and "rehearsal"."total")
);

CREATE TABLE "law_answer" (
  "motion" text COLLATE "C" PRIMARY KEY NOT NULL,
  "setting" text COLLATE "C" NOT NULL,
  "value" text COLLATE "C" NOT NULL,
  "effective_from" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "law_pack" (
  "hash" text COLLATE "C" PRIMARY KEY NOT NULL,
  "market" text COLLATE "C" NOT NULL,
  "version" text COLLATE "C" NOT NULL,
  "effective_from" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  "motion" text COLLATE "C",
  "recorded_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "law_rate" (
  "base" text COLLATE "C" NOT NULL,
  "quote" text COLLATE "C" NOT NULL,
  "date" text COLLATE "C" NOT NULL,
  "scaled" bigint NOT NULL,
  "source" text COLLATE "C" NOT NULL,
  "motion" text COLLATE "C",
  "recorded_at" text COLLATE "C" NOT NULL,
  CONSTRAINT "law_rate_base_quote_date_pk" PRIMARY KEY("base","quote","date")
);

CREATE TABLE "market" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "opened_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "till_rate" (
  "stall" text COLLATE "C" DEFAULT '' NOT NULL,
  "base" text COLLATE "C" NOT NULL,
  "quote" text COLLATE "C" NOT NULL,
  "date" text COLLATE "C" NOT NULL,
  "scaled" bigint NOT NULL,
  "source" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL,
  CONSTRAINT "till_rate_stall_base_quote_date_pk" PRIMARY KEY("stall","base","quote","date")
);

CREATE TABLE "motion" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "effective_from" text COLLATE "C",
  "laid_by" text COLLATE "C" NOT NULL,
  "laid_at" text COLLATE "C" NOT NULL,
  "enacted_at" text COLLATE "C",
  CONSTRAINT "motion_day" CHECK (("motion"."kind" = 'rates') = ("motion"."effective_from" is null))
);

CREATE TABLE "motion_signature" (
  "motion" text COLLATE "C" NOT NULL,
  "signer" text COLLATE "C" NOT NULL,
  "place" bigint NOT NULL,
  "signed_at" text COLLATE "C" NOT NULL,
  CONSTRAINT "motion_signature_motion_signer_pk" PRIMARY KEY("motion","signer"),
  CONSTRAINT "motion_signature_two" CHECK ("motion_signature"."place" between 1 and 2)
);

CREATE TABLE "motion_withdrawal" (
  "motion" text COLLATE "C" PRIMARY KEY NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "withdrawn_by" text COLLATE "C" NOT NULL,
  "withdrawn_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "change_given" (
  "payment" text COLLATE "C" PRIMARY KEY NOT NULL,
  "minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL
);

CREATE TABLE "fiscal_document" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "sale" text COLLATE "C",
  "refund" text COLLATE "C",
  "regime" text COLLATE "C" NOT NULL,
  "register" text COLLATE "C" NOT NULL,
  "number" text COLLATE "C",
  "sign" text COLLATE "C",
  "qr" text COLLATE "C",
  "state" text COLLATE "C" NOT NULL,
  "changed_at" text COLLATE "C" NOT NULL,
  CONSTRAINT "fiscal_document_subject" CHECK (("fiscal_document"."sale" is null) <> ("fiscal_document"."refund" is null))
);

CREATE TABLE "payment" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "custody" text COLLATE "C" NOT NULL,
  "device" text COLLATE "C" NOT NULL,
  "operator" text COLLATE "C",
  "till_session" text COLLATE "C",
  "recorded_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "refund" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "sale" text COLLATE "C" NOT NULL,
  "paid_by" text COLLATE "C" NOT NULL,
  "total_minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "till_session" text COLLATE "C",
  "refunded_at" text COLLATE "C" NOT NULL,
  "refunded_by" text COLLATE "C" NOT NULL
);

CREATE TABLE "refund_line" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "refund" text COLLATE "C" NOT NULL,
  "sale_line" text COLLATE "C" NOT NULL,
  "quantity_milli" bigint NOT NULL,
  "minor" bigint NOT NULL,
  "goods" text COLLATE "C" NOT NULL,
  "replans" boolean NOT NULL,
  CONSTRAINT "refund_line_quantity" CHECK ("refund_line"."quantity_milli" > 0)
);

CREATE TABLE "refund_tender" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "refund" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "reference" text COLLATE "C"
);

CREATE TABLE "sale" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "number" text COLLATE "C" NOT NULL,
  "device" text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  "stall" text COLLATE "C" NOT NULL,
  "vendor" text COLLATE "C" NOT NULL,
  "seller" text COLLATE "C" NOT NULL,
  "seller_name" text COLLATE "C" NOT NULL,
  "seller_tax_id" text COLLATE "C" NOT NULL,
  "visit" text COLLATE "C" NOT NULL,
  "pass" text COLLATE "C" NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "payment" text COLLATE "C" NOT NULL,
  "till_session" text COLLATE "C",
  "operator" text COLLATE "C",
  "decision" text COLLATE "C" NOT NULL,
  "total_minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "origin" text COLLATE "C" NOT NULL,
  "identity_check" text COLLATE "C",
  "market_day" text COLLATE "C" NOT NULL,
  "occurred_at" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "sale_line" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "sale" text COLLATE "C" NOT NULL,
  "line" bigint NOT NULL,
  "product" text COLLATE "C" NOT NULL,
  "lot" text COLLATE "C",
  "names" text COLLATE "C" NOT NULL,
  "category" text COLLATE "C" NOT NULL,
  "hs" text COLLATE "C" NOT NULL,
  "quantity_milli" bigint NOT NULL,
  "units" bigint NOT NULL,
  "list_minor" bigint NOT NULL,
  "discount_minor" bigint NOT NULL,
  "paid_minor" bigint NOT NULL,
  "gift" boolean NOT NULL,
  "net_weight_g" bigint NOT NULL,
  "packed_weight_g" bigint NOT NULL,
  "volume_ml" bigint NOT NULL,
  "strength_permille" bigint NOT NULL,
  "pieces" bigint NOT NULL,
  "fate" text COLLATE "C" NOT NULL,
  "law_rate" text COLLATE "C" NOT NULL,
  "till_rate" text COLLATE "C" NOT NULL,
  CONSTRAINT "sale_line_money" CHECK ("sale_line"."quantity_milli" > 0 and "sale_line"."paid_minor" = "sale_line"."list_minor" - "sale_line"."discount_minor" and "sale_line"."paid_minor" >= 0)
);

CREATE TABLE "sale_void" (
  "sale" text COLLATE "C" PRIMARY KEY NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "voided_at" text COLLATE "C" NOT NULL,
  "voided_by" text COLLATE "C" NOT NULL
);

CREATE TABLE "tender" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "payment" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "reference" text COLLATE "C",
  "rate" text COLLATE "C" NOT NULL,
  CONSTRAINT "tender_minor" CHECK ("tender"."minor" > 0)
);

CREATE TABLE "first_link" (
  "token_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
  "made_at" text COLLATE "C" NOT NULL,
  "ended_at" text COLLATE "C"
);

CREATE TABLE "person" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "login" text COLLATE "C",
  "name" text COLLATE "C" NOT NULL,
  "role" text COLLATE "C" NOT NULL,
  "vendor" text COLLATE "C",
  "password_hash" text COLLATE "C",
  "pin_hash" text COLLATE "C",
  "recorded_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "sign_in" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "person" text COLLATE "C" NOT NULL,
  "started_at" text COLLATE "C" NOT NULL,
  "ended_at" text COLLATE "C"
);

CREATE TABLE "wrong_attempt" (
  "pair" text COLLATE "C" PRIMARY KEY NOT NULL,
  "count" bigint NOT NULL,
  "last_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "device" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "role" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "stall" text COLLATE "C",
  "gate" text COLLATE "C",
  "secret_hash" text COLLATE "C",
  "enrolled_at" text COLLATE "C" NOT NULL,
  "revoked_at" text COLLATE "C"
);

CREATE TABLE "device_key" (
  "secret_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
  "device" text COLLATE "C" NOT NULL,
  "public_key" text COLLATE "C" NOT NULL,
  "enrolled_at" text COLLATE "C" NOT NULL,
  "ended_at" text COLLATE "C"
);

CREATE TABLE "device_pack" (
  "device" text COLLATE "C" NOT NULL,
  "pack_hash" text COLLATE "C" NOT NULL,
  "held_since" text COLLATE "C" NOT NULL,
  "heard_at" text COLLATE "C" NOT NULL,
  CONSTRAINT "device_pack_device_pack_hash_pk" PRIMARY KEY("device","pack_hash")
);

CREATE TABLE "drawer_count" (
  "till_session" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "minor" bigint NOT NULL,
  CONSTRAINT "drawer_count_till_session_kind_currency_pk" PRIMARY KEY("till_session","kind","currency")
);

CREATE TABLE "enrolment_code" (
  "code_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
  "device" text COLLATE "C" NOT NULL,
  "reusable" boolean NOT NULL,
  "expires_at" text COLLATE "C" NOT NULL,
  "used_at" text COLLATE "C"
);

CREATE TABLE "operator_session" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "device" text COLLATE "C" NOT NULL,
  "person" text COLLATE "C" NOT NULL,
  "started_at" text COLLATE "C" NOT NULL,
  "ended_at" text COLLATE "C"
);

CREATE TABLE "till_session" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "number" bigint NOT NULL,
  "device" text COLLATE "C" NOT NULL,
  "stall" text COLLATE "C" NOT NULL,
  "opened_at" text COLLATE "C" NOT NULL,
  "opened_by" text COLLATE "C",
  "closed_at" text COLLATE "C",
  "closed_by" text COLLATE "C"
);

CREATE TABLE "identity" (
  "document" text COLLATE "C" PRIMARY KEY NOT NULL,
  "sealed" "bytea" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL,
  "retain_until" text COLLATE "C" NOT NULL
);

CREATE TABLE "party" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "formed_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "party_member" (
  "party" text COLLATE "C" NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "role" text COLLATE "C" NOT NULL,
  CONSTRAINT "party_member_party_traveller_pk" PRIMARY KEY("party","traveller")
);

CREATE TABLE "travel_document" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "type" text COLLATE "C" NOT NULL,
  "issuer" text COLLATE "C" NOT NULL,
  "lookup" text COLLATE "C" NOT NULL,
  "personal_lookup" text COLLATE "C",
  "likeness" text COLLATE "C" NOT NULL,
  "key_version" bigint NOT NULL,
  "expires_on" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL,
  "retain_until" text COLLATE "C" NOT NULL
);

CREATE TABLE "traveller" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "nationality" text COLLATE "C" NOT NULL,
  "residence" text COLLATE "C" NOT NULL,
  "joined_into" text COLLATE "C",
  "recorded_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "traveller_link" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "earlier" text COLLATE "C" NOT NULL,
  "later" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "proposed_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "traveller_link_decision" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "link" text COLLATE "C" NOT NULL,
  "outcome" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "decided_at" text COLLATE "C" NOT NULL,
  "decided_by" text COLLATE "C" NOT NULL
);

CREATE TABLE "company" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "tax_id" text COLLATE "C" NOT NULL,
  "country" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "stall" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "vendor" text COLLATE "C" NOT NULL,
  "side" text COLLATE "C" NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "opened_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "suspension" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "subject_kind" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "suspended_at" text COLLATE "C" NOT NULL,
  "suspended_by" text COLLATE "C" NOT NULL,
  "lifted_at" text COLLATE "C",
  "lifted_by" text COLLATE "C"
);

CREATE TABLE "vendor" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "company" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "licence" text COLLATE "C" NOT NULL,
  "licensed_at" text COLLATE "C" NOT NULL
);

CREATE TABLE "brought_in" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "visit" text COLLATE "C" NOT NULL,
  "description" text COLLATE "C" NOT NULL,
  "category" text COLLATE "C" NOT NULL,
  "quantity_milli" bigint NOT NULL,
  "weight_g" bigint NOT NULL,
  "volume_ml" bigint NOT NULL,
  "strength_permille" bigint NOT NULL,
  "pieces" bigint NOT NULL,
  "value_minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL,
  CONSTRAINT "brought_in_quantity" CHECK ("brought_in"."quantity_milli" > 0)
);

CREATE TABLE "line_correction" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "visit" text COLLATE "C" NOT NULL,
  "place" bigint NOT NULL,
  "line" text COLLATE "C" NOT NULL,
  "category" text COLLATE "C" NOT NULL,
  "quantity_milli" bigint NOT NULL,
  "weight_g" bigint NOT NULL,
  "value_minor" bigint NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "before" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "corrected_at" text COLLATE "C" NOT NULL,
  "corrected_by" text COLLATE "C" NOT NULL,
  CONSTRAINT "line_correction_quantity" CHECK ("line_correction"."quantity_milli" >= 0)
);

CREATE TABLE "outside_entry" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "rule" text COLLATE "C" NOT NULL,
  "period" text COLLATE "C" NOT NULL,
  "amount" bigint NOT NULL,
  "unit" text COLLATE "C" NOT NULL,
  "known_from" text COLLATE "C" NOT NULL,
  "recorded_at" text COLLATE "C" NOT NULL,
  "recorded_by" text COLLATE "C" NOT NULL,
  "happened_at" text COLLATE "C",
  "reason" text COLLATE "C",
  "corrects" text COLLATE "C"
);

CREATE TABLE "pass" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "category" text COLLATE "C" NOT NULL,
  "side" text COLLATE "C" NOT NULL,
  "gate" text COLLATE "C" NOT NULL,
  "nationality" text COLLATE "C" NOT NULL,
  "residence" text COLLATE "C" NOT NULL,
  "age_years" bigint NOT NULL,
  "valid_from" text COLLATE "C" NOT NULL,
  "valid_until" text COLLATE "C" NOT NULL,
  "guardian_pass" text COLLATE "C",
  "party" text COLLATE "C",
  "pack_hash" text COLLATE "C" NOT NULL,
  "key_id" text COLLATE "C" NOT NULL,
  "replaces" text COLLATE "C",
  "issued_at" text COLLATE "C" NOT NULL,
  CONSTRAINT "pass_validity" CHECK ("pass"."valid_from" < "pass"."valid_until")
);

CREATE TABLE "pass_revocation" (
  "pass" text COLLATE "C" PRIMARY KEY NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "revoked_at" text COLLATE "C" NOT NULL,
  "revoked_by" text COLLATE "C" NOT NULL
);

CREATE TABLE "presence" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "visit" text COLLATE "C" NOT NULL,
  "direction" text COLLATE "C" NOT NULL,
  "side" text COLLATE "C" NOT NULL,
  "gate" text COLLATE "C" NOT NULL,
  "at" text COLLATE "C" NOT NULL,
  "how" text COLLATE "C" NOT NULL
);

CREATE TABLE "visit" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "traveller" text COLLATE "C" NOT NULL,
  "pass" text COLLATE "C" NOT NULL,
  "side" text COLLATE "C" NOT NULL,
  "gate" text COLLATE "C" NOT NULL,
  "age_years" bigint NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "entered_at" text COLLATE "C" NOT NULL,
  "closed_at" text COLLATE "C",
  CONSTRAINT "visit_closed" CHECK (("visit"."state" = 'closed') = ("visit"."closed_at" is not null))
);

ALTER TABLE "account_entry" ADD CONSTRAINT "account_entry_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "account"("id") DEFERRABLE;
ALTER TABLE "account_entry" ADD CONSTRAINT "account_entry_visit_visit_id_fk" FOREIGN KEY ("visit") REFERENCES "visit"("id") DEFERRABLE;
ALTER TABLE "allowance_choice" ADD CONSTRAINT "allowance_choice_visit_visit_id_fk" FOREIGN KEY ("visit") REFERENCES "visit"("id") DEFERRABLE;
ALTER TABLE "allowance_choice" ADD CONSTRAINT "allowance_choice_exit_case_exit_case_id_fk" FOREIGN KEY ("exit_case") REFERENCES "exit_case"("id") DEFERRABLE;
ALTER TABLE "decision" ADD CONSTRAINT "decision_visit_visit_id_fk" FOREIGN KEY ("visit") REFERENCES "visit"("id") DEFERRABLE;
ALTER TABLE "excess" ADD CONSTRAINT "excess_visit_visit_id_fk" FOREIGN KEY ("visit") REFERENCES "visit"("id") DEFERRABLE;
ALTER TABLE "lease" ADD CONSTRAINT "lease_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "account"("id") DEFERRABLE;
ALTER TABLE "plan" ADD CONSTRAINT "plan_visit_visit_id_fk" FOREIGN KEY ("visit") REFERENCES "visit"("id") DEFERRABLE;
ALTER TABLE "plan" ADD CONSTRAINT "plan_decision_decision_id_fk" FOREIGN KEY ("decision") REFERENCES "decision"("id") DEFERRABLE;
ALTER TABLE "lot" ADD CONSTRAINT "lot_product_product_id_fk" FOREIGN KEY ("product") REFERENCES "product"("id") DEFERRABLE;
ALTER TABLE "price_change" ADD CONSTRAINT "price_change_product_product_id_fk" FOREIGN KEY ("product") REFERENCES "product"("id") DEFERRABLE;
ALTER TABLE "product" ADD CONSTRAINT "product_vendor_vendor_id_fk" FOREIGN KEY ("vendor") REFERENCES "vendor"("id") DEFERRABLE;
ALTER TABLE "product" ADD CONSTRAINT "product_stall_stall_id_fk" FOREIGN KEY ("stall") REFERENCES "stall"("id") DEFERRABLE;
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_product_product_id_fk" FOREIGN KEY ("product") REFERENCES "product"("id") DEFERRABLE;
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_lot_lot_id_fk" FOREIGN KEY ("lot") REFERENCES "lot"("id") DEFERRABLE;
ALTER TABLE "declared_line" ADD CONSTRAINT "declared_line_exit_case_exit_case_id_fk" FOREIGN KEY ("exit_case") REFERENCES "exit_case"("id") DEFERRABLE;
ALTER TABLE "duty" ADD CONSTRAINT "duty_exit_case_exit_case_id_fk" FOREIGN KEY ("exit_case") REFERENCES "exit_case"("id") DEFERRABLE;
ALTER TABLE "exit_case" ADD CONSTRAINT "exit_case_visit_visit_id_fk" FOREIGN KEY ("visit") REFERENCES "visit"("id") DEFERRABLE;
ALTER TABLE "exit_case" ADD CONSTRAINT "exit_case_pass_pass_id_fk" FOREIGN KEY ("pass") REFERENCES "pass"("id") DEFERRABLE;
ALTER TABLE "exit_signature" ADD CONSTRAINT "exit_signature_exit_case_exit_case_id_fk" FOREIGN KEY ("exit_case") REFERENCES "exit_case"("id") DEFERRABLE;
ALTER TABLE "line_objection" ADD CONSTRAINT "line_objection_line_declared_line_id_fk" FOREIGN KEY ("line") REFERENCES "declared_line"("id") DEFERRABLE;
ALTER TABLE "line_resolution" ADD CONSTRAINT "line_resolution_line_declared_line_id_fk" FOREIGN KEY ("line") REFERENCES "declared_line"("id") DEFERRABLE;
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_visit_visit_id_fk" FOREIGN KEY ("visit") REFERENCES "visit"("id") DEFERRABLE;
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_exit_case_exit_case_id_fk" FOREIGN KEY ("exit_case") REFERENCES "exit_case"("id") DEFERRABLE;
ALTER TABLE "law_draft" ADD CONSTRAINT "law_draft_base_law_pack_hash_fk" FOREIGN KEY ("base") REFERENCES "law_pack"("hash") DEFERRABLE;
ALTER TABLE "law_draft_version" ADD CONSTRAINT "law_draft_version_draft_law_draft_id_fk" FOREIGN KEY ("draft") REFERENCES "law_draft"("id") DEFERRABLE;
ALTER TABLE "rehearsal" ADD CONSTRAINT "rehearsal_version_law_draft_version_id_fk" FOREIGN KEY ("version") REFERENCES "law_draft_version"("id") DEFERRABLE;
ALTER TABLE "law_answer" ADD CONSTRAINT "law_answer_motion_motion_id_fk" FOREIGN KEY ("motion") REFERENCES "motion"("id") DEFERRABLE;
ALTER TABLE "law_pack" ADD CONSTRAINT "law_pack_market_market_id_fk" FOREIGN KEY ("market") REFERENCES "market"("id") DEFERRABLE;
ALTER TABLE "law_pack" ADD CONSTRAINT "law_pack_motion_motion_id_fk" FOREIGN KEY ("motion") REFERENCES "motion"("id") DEFERRABLE;
ALTER TABLE "law_rate" ADD CONSTRAINT "law_rate_motion_motion_id_fk" FOREIGN KEY ("motion") REFERENCES "motion"("id") DEFERRABLE;
ALTER TABLE "motion_signature" ADD CONSTRAINT "motion_signature_motion_motion_id_fk" FOREIGN KEY ("motion") REFERENCES "motion"("id") DEFERRABLE;
ALTER TABLE "motion_withdrawal" ADD CONSTRAINT "motion_withdrawal_motion_motion_id_fk" FOREIGN KEY ("motion") REFERENCES "motion"("id") DEFERRABLE;
ALTER TABLE "change_given" ADD CONSTRAINT "change_given_payment_payment_id_fk" FOREIGN KEY ("payment") REFERENCES "payment"("id") DEFERRABLE;
ALTER TABLE "fiscal_document" ADD CONSTRAINT "fiscal_document_sale_sale_id_fk" FOREIGN KEY ("sale") REFERENCES "sale"("id") DEFERRABLE;
ALTER TABLE "fiscal_document" ADD CONSTRAINT "fiscal_document_refund_refund_id_fk" FOREIGN KEY ("refund") REFERENCES "refund"("id") DEFERRABLE;
ALTER TABLE "payment" ADD CONSTRAINT "payment_till_session_till_session_id_fk" FOREIGN KEY ("till_session") REFERENCES "till_session"("id") DEFERRABLE;
ALTER TABLE "refund" ADD CONSTRAINT "refund_sale_sale_id_fk" FOREIGN KEY ("sale") REFERENCES "sale"("id") DEFERRABLE;
ALTER TABLE "refund" ADD CONSTRAINT "refund_till_session_till_session_id_fk" FOREIGN KEY ("till_session") REFERENCES "till_session"("id") DEFERRABLE;
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_refund_refund_id_fk" FOREIGN KEY ("refund") REFERENCES "refund"("id") DEFERRABLE;
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_sale_line_sale_line_id_fk" FOREIGN KEY ("sale_line") REFERENCES "sale_line"("id") DEFERRABLE;
ALTER TABLE "refund_tender" ADD CONSTRAINT "refund_tender_refund_refund_id_fk" FOREIGN KEY ("refund") REFERENCES "refund"("id") DEFERRABLE;
ALTER TABLE "sale" ADD CONSTRAINT "sale_stall_stall_id_fk" FOREIGN KEY ("stall") REFERENCES "stall"("id") DEFERRABLE;
ALTER TABLE "sale" ADD CONSTRAINT "sale_vendor_vendor_id_fk" FOREIGN KEY ("vendor") REFERENCES "vendor"("id") DEFERRABLE;
ALTER TABLE "sale" ADD CONSTRAINT "sale_seller_company_id_fk" FOREIGN KEY ("seller") REFERENCES "company"("id") DEFERRABLE;
ALTER TABLE "sale" ADD CONSTRAINT "sale_visit_visit_id_fk" FOREIGN KEY ("visit") REFERENCES "visit"("id") DEFERRABLE;
ALTER TABLE "sale" ADD CONSTRAINT "sale_pass_pass_id_fk" FOREIGN KEY ("pass") REFERENCES "pass"("id") DEFERRABLE;
ALTER TABLE "sale" ADD CONSTRAINT "sale_payment_payment_id_fk" FOREIGN KEY ("payment") REFERENCES "payment"("id") DEFERRABLE;
ALTER TABLE "sale" ADD CONSTRAINT "sale_till_session_till_session_id_fk" FOREIGN KEY ("till_session") REFERENCES "till_session"("id") DEFERRABLE;
ALTER TABLE "sale" ADD CONSTRAINT "sale_decision_decision_id_fk" FOREIGN KEY ("decision") REFERENCES "decision"("id") DEFERRABLE;
ALTER TABLE "sale_line" ADD CONSTRAINT "sale_line_sale_sale_id_fk" FOREIGN KEY ("sale") REFERENCES "sale"("id") DEFERRABLE;
ALTER TABLE "sale_line" ADD CONSTRAINT "sale_line_product_product_id_fk" FOREIGN KEY ("product") REFERENCES "product"("id") DEFERRABLE;
ALTER TABLE "sale_line" ADD CONSTRAINT "sale_line_lot_lot_id_fk" FOREIGN KEY ("lot") REFERENCES "lot"("id") DEFERRABLE;
ALTER TABLE "sale_void" ADD CONSTRAINT "sale_void_sale_sale_id_fk" FOREIGN KEY ("sale") REFERENCES "sale"("id") DEFERRABLE;
ALTER TABLE "tender" ADD CONSTRAINT "tender_payment_payment_id_fk" FOREIGN KEY ("payment") REFERENCES "payment"("id") DEFERRABLE;
ALTER TABLE "person" ADD CONSTRAINT "person_vendor_vendor_id_fk" FOREIGN KEY ("vendor") REFERENCES "vendor"("id") DEFERRABLE;
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "person"("id") DEFERRABLE;
ALTER TABLE "device" ADD CONSTRAINT "device_stall_stall_id_fk" FOREIGN KEY ("stall") REFERENCES "stall"("id") DEFERRABLE;
ALTER TABLE "device_key" ADD CONSTRAINT "device_key_device_device_id_fk" FOREIGN KEY ("device") REFERENCES "device"("id") DEFERRABLE;
ALTER TABLE "device_pack" ADD CONSTRAINT "device_pack_device_device_id_fk" FOREIGN KEY ("device") REFERENCES "device"("id") DEFERRABLE;
ALTER TABLE "device_pack" ADD CONSTRAINT "device_pack_pack_hash_law_pack_hash_fk" FOREIGN KEY ("pack_hash") REFERENCES "law_pack"("hash") DEFERRABLE;
ALTER TABLE "drawer_count" ADD CONSTRAINT "drawer_count_till_session_till_session_id_fk" FOREIGN KEY ("till_session") REFERENCES "till_session"("id") DEFERRABLE;
ALTER TABLE "enrolment_code" ADD CONSTRAINT "enrolment_code_device_device_id_fk" FOREIGN KEY ("device") REFERENCES "device"("id") DEFERRABLE;
ALTER TABLE "operator_session" ADD CONSTRAINT "operator_session_device_device_id_fk" FOREIGN KEY ("device") REFERENCES "device"("id") DEFERRABLE;
ALTER TABLE "till_session" ADD CONSTRAINT "till_session_device_device_id_fk" FOREIGN KEY ("device") REFERENCES "device"("id") DEFERRABLE;
ALTER TABLE "till_session" ADD CONSTRAINT "till_session_stall_stall_id_fk" FOREIGN KEY ("stall") REFERENCES "stall"("id") DEFERRABLE;
ALTER TABLE "identity" ADD CONSTRAINT "identity_document_travel_document_id_fk" FOREIGN KEY ("document") REFERENCES "travel_document"("id") DEFERRABLE;
ALTER TABLE "party_member" ADD CONSTRAINT "party_member_party_party_id_fk" FOREIGN KEY ("party") REFERENCES "party"("id") DEFERRABLE;
ALTER TABLE "party_member" ADD CONSTRAINT "party_member_traveller_traveller_id_fk" FOREIGN KEY ("traveller") REFERENCES "traveller"("id") DEFERRABLE;
ALTER TABLE "travel_document" ADD CONSTRAINT "travel_document_traveller_traveller_id_fk" FOREIGN KEY ("traveller") REFERENCES "traveller"("id") DEFERRABLE;
ALTER TABLE "traveller_link" ADD CONSTRAINT "traveller_link_earlier_traveller_id_fk" FOREIGN KEY ("earlier") REFERENCES "traveller"("id") DEFERRABLE;
ALTER TABLE "traveller_link" ADD CONSTRAINT "traveller_link_later_traveller_id_fk" FOREIGN KEY ("later") REFERENCES "traveller"("id") DEFERRABLE;
ALTER TABLE "traveller_link_decision" ADD CONSTRAINT "traveller_link_decision_link_traveller_link_id_fk" FOREIGN KEY ("link") REFERENCES "traveller_link"("id") DEFERRABLE;
ALTER TABLE "stall" ADD CONSTRAINT "stall_vendor_vendor_id_fk" FOREIGN KEY ("vendor") REFERENCES "vendor"("id") DEFERRABLE;
ALTER TABLE "vendor" ADD CONSTRAINT "vendor_company_company_id_fk" FOREIGN KEY ("company") REFERENCES "company"("id") DEFERRABLE;
ALTER TABLE "brought_in" ADD CONSTRAINT "brought_in_visit_visit_id_fk" FOREIGN KEY ("visit") REFERENCES "visit"("id") DEFERRABLE;
ALTER TABLE "line_correction" ADD CONSTRAINT "line_correction_visit_visit_id_fk" FOREIGN KEY ("visit") REFERENCES "visit"("id") DEFERRABLE;
ALTER TABLE "outside_entry" ADD CONSTRAINT "outside_entry_traveller_traveller_id_fk" FOREIGN KEY ("traveller") REFERENCES "traveller"("id") DEFERRABLE;
ALTER TABLE "outside_entry" ADD CONSTRAINT "outside_entry_corrects_outside_entry_id_fk" FOREIGN KEY ("corrects") REFERENCES "outside_entry"("id") DEFERRABLE;
ALTER TABLE "pass" ADD CONSTRAINT "pass_traveller_traveller_id_fk" FOREIGN KEY ("traveller") REFERENCES "traveller"("id") DEFERRABLE;
ALTER TABLE "pass" ADD CONSTRAINT "pass_party_party_id_fk" FOREIGN KEY ("party") REFERENCES "party"("id") DEFERRABLE;
ALTER TABLE "pass_revocation" ADD CONSTRAINT "pass_revocation_pass_pass_id_fk" FOREIGN KEY ("pass") REFERENCES "pass"("id") DEFERRABLE;
ALTER TABLE "presence" ADD CONSTRAINT "presence_visit_visit_id_fk" FOREIGN KEY ("visit") REFERENCES "visit"("id") DEFERRABLE;
ALTER TABLE "visit" ADD CONSTRAINT "visit_traveller_traveller_id_fk" FOREIGN KEY ("traveller") REFERENCES "traveller"("id") DEFERRABLE;
ALTER TABLE "visit" ADD CONSTRAINT "visit_pass_pass_id_fk" FOREIGN KEY ("pass") REFERENCES "pass"("id") DEFERRABLE;
CREATE UNIQUE INDEX "audit_chain_position" ON "audit" ("chain","position");
CREATE INDEX "audit_recorded" ON "audit" ("recorded_at");
CREATE INDEX "audit_subject" ON "audit" ("subject");
CREATE INDEX "refusal_tally_at" ON "refusal_tally" ("at");
CREATE UNIQUE INDEX "refusal_tally_once" ON "refusal_tally" ("actor","act");
CREATE UNIQUE INDEX "account_holder_rule_period" ON "account" ("holder","rule","period");
CREATE INDEX "account_entry_account" ON "account_entry" ("account");
CREATE INDEX "account_entry_visit" ON "account_entry" ("visit");
CREATE UNIQUE INDEX "allowance_choice_place" ON "allowance_choice" ("visit","place");
CREATE UNIQUE INDEX "decision_code" ON "decision" ("code");
CREATE INDEX "decision_visit" ON "decision" ("visit");
CREATE INDEX "decision_recorded" ON "decision" ("recorded_at","id");
CREATE INDEX "excess_visit" ON "excess" ("visit");
CREATE INDEX "lease_account" ON "lease" ("account","state");
CREATE INDEX "lot_product" ON "lot" ("product");
CREATE INDEX "price_change_product" ON "price_change" ("product");
CREATE UNIQUE INDEX "product_stall_gtin" ON "product" ("stall","gtin");
CREATE INDEX "product_vendor" ON "product" ("vendor");
CREATE INDEX "product_category" ON "product" ("category");
CREATE INDEX "stock_movement_product" ON "stock_movement" ("product","quantity_milli");
CREATE UNIQUE INDEX "declared_line_position" ON "declared_line" ("exit_case","position");
CREATE INDEX "duty_exit_case" ON "duty" ("exit_case");
CREATE UNIQUE INDEX "exit_case_one_presented" ON "exit_case" ("visit") WHERE state = 'presented';
CREATE INDEX "exit_case_visit" ON "exit_case" ("visit");
CREATE INDEX "line_resolution_line" ON "line_resolution" ("line");
CREATE UNIQUE INDEX "law_draft_version_number" ON "law_draft_version" ("draft","number");
CREATE INDEX "rehearsal_state" ON "rehearsal" ("state");
CREATE INDEX "rehearsal_version" ON "rehearsal" ("version");
CREATE INDEX "law_answer_setting" ON "law_answer" ("setting","effective_from");
CREATE INDEX "motion_laid" ON "motion" ("laid_at");
CREATE UNIQUE INDEX "motion_signature_place" ON "motion_signature" ("motion","place");
CREATE INDEX "refund_sale" ON "refund" ("sale");
CREATE INDEX "refund_till_session" ON "refund" ("till_session");
CREATE INDEX "refund_line_sale_line" ON "refund_line" ("sale_line");
CREATE UNIQUE INDEX "sale_device_position" ON "sale" ("device","position");
CREATE UNIQUE INDEX "sale_number" ON "sale" ("number");
CREATE INDEX "sale_visit" ON "sale" ("visit");
CREATE INDEX "sale_stall_day" ON "sale" ("stall","market_day");
CREATE INDEX "sale_till_session" ON "sale" ("till_session");
CREATE INDEX "sale_payment" ON "sale" ("payment");
CREATE INDEX "sale_decision" ON "sale" ("decision");
CREATE UNIQUE INDEX "sale_line_position" ON "sale_line" ("sale","line");
CREATE INDEX "tender_payment" ON "tender" ("payment");
CREATE UNIQUE INDEX "first_link_one" ON "first_link" (("ended_at" is null)) WHERE ended_at is null;
CREATE UNIQUE INDEX "person_login" ON "person" ("login");
CREATE INDEX "person_vendor" ON "person" ("vendor");
CREATE INDEX "sign_in_person" ON "sign_in" ("person");
CREATE UNIQUE INDEX "device_secret" ON "device" ("secret_hash");
CREATE UNIQUE INDEX "device_code" ON "device" ("code");
CREATE INDEX "device_stall" ON "device" ("stall");
CREATE UNIQUE INDEX "device_key_one" ON "device_key" ("device") WHERE ended_at is null;
CREATE INDEX "device_key_public" ON "device_key" ("public_key");
CREATE UNIQUE INDEX "operator_session_one" ON "operator_session" ("device") WHERE ended_at is null;
CREATE UNIQUE INDEX "till_session_one_open" ON "till_session" ("device") WHERE closed_at is null;
CREATE UNIQUE INDEX "till_session_number" ON "till_session" ("device","number");
CREATE INDEX "identity_retain_until" ON "identity" ("retain_until");
CREATE UNIQUE INDEX "travel_document_lookup" ON "travel_document" ("lookup");
CREATE INDEX "travel_document_personal" ON "travel_document" ("personal_lookup");
CREATE INDEX "travel_document_likeness" ON "travel_document" ("likeness");
CREATE INDEX "travel_document_traveller" ON "travel_document" ("traveller");
CREATE INDEX "travel_document_retain_until" ON "travel_document" ("retain_until");
CREATE INDEX "traveller_joined_into" ON "traveller" ("joined_into");
CREATE UNIQUE INDEX "traveller_link_pair" ON "traveller_link" ("earlier","later");
CREATE INDEX "traveller_link_later" ON "traveller_link" ("later");
CREATE INDEX "traveller_link_decision_link" ON "traveller_link_decision" ("link");
CREATE UNIQUE INDEX "company_tax_id" ON "company" ("country","tax_id");
CREATE UNIQUE INDEX "stall_code" ON "stall" ("code");
CREATE INDEX "stall_vendor" ON "stall" ("vendor");
CREATE INDEX "suspension_subject" ON "suspension" ("subject");
CREATE UNIQUE INDEX "vendor_licence" ON "vendor" ("licence");
CREATE INDEX "brought_in_visit" ON "brought_in" ("visit");
CREATE UNIQUE INDEX "line_correction_place" ON "line_correction" ("visit","place");
CREATE INDEX "outside_entry_traveller" ON "outside_entry" ("traveller","rule","period");
CREATE UNIQUE INDEX "outside_entry_corrects" ON "outside_entry" ("corrects");
CREATE UNIQUE INDEX "pass_code" ON "pass" ("code");
CREATE UNIQUE INDEX "pass_replaces" ON "pass" ("replaces");
CREATE INDEX "pass_traveller" ON "pass" ("traveller");
CREATE INDEX "presence_visit" ON "presence" ("visit");
CREATE UNIQUE INDEX "visit_one_open" ON "visit" ("traveller") WHERE state <> 'closed';
CREATE INDEX "visit_traveller" ON "visit" ("traveller","entered_at");
CREATE INDEX "visit_pass" ON "visit" ("pass");
CREATE INDEX "visit_state" ON "visit" ("state");