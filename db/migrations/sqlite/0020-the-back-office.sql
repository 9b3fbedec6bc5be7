-- A catalogue file that was taken in, and what of it is still to be written.
CREATE TABLE "catalogue_import" (
  "id" text PRIMARY KEY NOT NULL,
  "vendor" text NOT NULL,
  "added" integer NOT NULL,
  "changed" integer NOT NULL,
  "unchanged" integer NOT NULL,
  "done" integer NOT NULL,
  "started_by" text NOT NULL,
  "started_at" text NOT NULL,
  "ended_at" text,
  FOREIGN KEY ("vendor") REFERENCES "vendor"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "catalogue_import_done" CHECK("catalogue_import"."done" between 0 and "catalogue_import"."added" + "catalogue_import"."changed")
) STRICT;
CREATE INDEX "catalogue_import_vendor" ON "catalogue_import" ("vendor","id");

CREATE TABLE "catalogue_part" (
  "id" text PRIMARY KEY NOT NULL,
  "import" text NOT NULL,
  "rows" text NOT NULL,
  FOREIGN KEY ("import") REFERENCES "catalogue_import"("id") ON UPDATE no action ON DELETE no action
) STRICT;
CREATE INDEX "catalogue_part_import" ON "catalogue_part" ("import","id");
