-- Whether a traveller uses a counted exit or pays the duty and saves it: the newest word on a rule stands for the visit.
CREATE TABLE "allowance_choice" (
  "id" text PRIMARY KEY NOT NULL,
  "visit" text NOT NULL,
  "place" integer NOT NULL,
  "rule" text NOT NULL,
  "saves" integer NOT NULL,
  "exit_case" text,
  "using_minor" integer NOT NULL,
  "saving_minor" integer NOT NULL,
  "currency" text NOT NULL,
  "chosen_at" text NOT NULL,
  "recorded_by" text NOT NULL,
  FOREIGN KEY ("visit") REFERENCES "visit"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("exit_case") REFERENCES "exit_case"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX "allowance_choice_place" ON "allowance_choice" ("visit","place");

-- What an officer found out about a line after it was written: all of it as it is now known. The line itself stays as it was.
CREATE TABLE "line_correction" (
  "id" text PRIMARY KEY NOT NULL,
  "visit" text NOT NULL,
  "place" integer NOT NULL,
  "line" text NOT NULL,
  "category" text NOT NULL,
  "quantity_milli" integer NOT NULL,
  "weight_g" integer NOT NULL,
  "value_minor" integer NOT NULL,
  "currency" text NOT NULL,
  "before" text NOT NULL,
  "reason" text NOT NULL,
  "corrected_at" text NOT NULL,
  "corrected_by" text NOT NULL,
  FOREIGN KEY ("visit") REFERENCES "visit"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "line_correction_quantity" CHECK("line_correction"."quantity_milli" >= 0)
) STRICT;

CREATE UNIQUE INDEX "line_correction_place" ON "line_correction" ("visit","place");

-- An outside entry that turns out wrong is corrected by another that names it; only the newest counts.
ALTER TABLE "outside_entry" ADD COLUMN "happened_at" text;
ALTER TABLE "outside_entry" ADD COLUMN "reason" text;
ALTER TABLE "outside_entry" ADD COLUMN "corrects" text REFERENCES "outside_entry"("id");
CREATE UNIQUE INDEX "outside_entry_corrects" ON "outside_entry" ("corrects");

-- Who vouches for an act that changes what others wrote: the browser's own signature over the call, or the market's over the record.
CREATE TABLE "act_signature" (
  "act" text PRIMARY KEY NOT NULL,
  "text" text NOT NULL,
  "key" text NOT NULL,
  "signature" text NOT NULL
) STRICT;

-- Which law packs a device says that it holds.
CREATE TABLE "device_pack" (
  "device" text NOT NULL,
  "pack_hash" text NOT NULL,
  "held_since" text NOT NULL,
  "heard_at" text NOT NULL,
  PRIMARY KEY("device", "pack_hash"),
  FOREIGN KEY ("device") REFERENCES "device"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("pack_hash") REFERENCES "law_pack"("hash") ON UPDATE no action ON DELETE no action
) STRICT;
