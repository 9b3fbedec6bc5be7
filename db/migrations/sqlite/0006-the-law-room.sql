CREATE TABLE "motion" (
  "id" text PRIMARY KEY NOT NULL,
  "kind" text NOT NULL,
  "subject" text NOT NULL,
  "effective_from" text,
  "laid_by" text NOT NULL,
  "laid_at" text NOT NULL,
  "enacted_at" text,
  CONSTRAINT "motion_day" CHECK(("motion"."kind" = 'rates') = ("motion"."effective_from" is null))
) STRICT;

CREATE INDEX "motion_laid" ON "motion" ("laid_at");
CREATE TABLE "motion_signature" (
  "motion" text NOT NULL,
  "signer" text NOT NULL,
  "place" integer NOT NULL,
  "signed_at" text NOT NULL,
  PRIMARY KEY("motion", "signer"),
  FOREIGN KEY ("motion") REFERENCES "motion"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "motion_signature_two" CHECK("motion_signature"."place" between 1 and 2)
) STRICT;

CREATE UNIQUE INDEX "motion_signature_place" ON "motion_signature" ("motion","place");
CREATE TABLE "motion_withdrawal" (
  "motion" text PRIMARY KEY NOT NULL,
  "reason" text NOT NULL,
  "withdrawn_by" text NOT NULL,
  "withdrawn_at" text NOT NULL,
  FOREIGN KEY ("motion") REFERENCES "motion"("id") ON UPDATE no action ON DELETE no action
) STRICT;

-- Nobody has ever written these two: what they were for is signed as a motion now.
DROP TABLE "law_pack_signature";
DROP TABLE "setting";
ALTER TABLE "law_pack" ADD COLUMN "motion" text REFERENCES "motion"("id");
ALTER TABLE "law_rate" ADD COLUMN "motion" text REFERENCES "motion"("id");

CREATE TABLE "law_answer" (
  "motion" text PRIMARY KEY NOT NULL,
  "setting" text NOT NULL,
  "value" text NOT NULL,
  "effective_from" text NOT NULL,
  "recorded_at" text NOT NULL,
  FOREIGN KEY ("motion") REFERENCES "motion"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX "law_answer_setting" ON "law_answer" ("setting","effective_from");
CREATE TABLE "law_draft" (
  "id" text PRIMARY KEY NOT NULL,
  "title" text NOT NULL,
  "base" text NOT NULL,
  "started_by" text NOT NULL,
  "started_at" text NOT NULL,
  FOREIGN KEY ("base") REFERENCES "law_pack"("hash") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE "law_draft_version" (
  "id" text PRIMARY KEY NOT NULL,
  "draft" text NOT NULL,
  "number" integer NOT NULL,
  "body" text NOT NULL,
  "author" text NOT NULL,
  "saved_at" text NOT NULL,
  FOREIGN KEY ("draft") REFERENCES "law_draft"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX "law_draft_version_number" ON "law_draft_version" ("draft","number");
CREATE TABLE "rehearsal" (
  "id" text PRIMARY KEY NOT NULL,
  "version" text NOT NULL,
  "law_day" text NOT NULL,
  "since" text NOT NULL,
  "state" text NOT NULL,
  "cursor_at" text NOT NULL,
  "cursor_id" text NOT NULL,
  "done" integer NOT NULL,
  "total" integer NOT NULL,
  "tally" text NOT NULL,
  "started_by" text NOT NULL,
  "started_at" text NOT NULL,
  "ended_at" text,
  FOREIGN KEY ("version") REFERENCES "law_draft_version"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "rehearsal_done" CHECK("rehearsal"."done" between 0 and "rehearsal"."total")
) STRICT;

CREATE INDEX "rehearsal_state" ON "rehearsal" ("state");
CREATE INDEX "rehearsal_version" ON "rehearsal" ("version");
CREATE INDEX "decision_recorded" ON "decision" ("recorded_at","id");
CREATE INDEX "sale_decision" ON "sale" ("decision");
