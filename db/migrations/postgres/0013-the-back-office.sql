-- A catalogue file that was taken in, and what of it is still to be written.
CREATE TABLE "catalogue_import" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "vendor" text COLLATE "C" NOT NULL,
  "added" bigint NOT NULL,
  "changed" bigint NOT NULL,
  "unchanged" bigint NOT NULL,
  "done" bigint NOT NULL,
  "started_by" text COLLATE "C" NOT NULL,
  "started_at" text COLLATE "C" NOT NULL,
  "ended_at" text COLLATE "C",
  CONSTRAINT "catalogue_import_done" CHECK ("catalogue_import"."done" between 0 and "catalogue_import"."added" + "catalogue_import"."changed")
);
ALTER TABLE "catalogue_import" ADD CONSTRAINT "catalogue_import_vendor_vendor_id_fk" FOREIGN KEY ("vendor") REFERENCES "vendor"("id") DEFERRABLE;
CREATE INDEX "catalogue_import_vendor" ON "catalogue_import" ("vendor","id");

CREATE TABLE "catalogue_part" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "import" text COLLATE "C" NOT NULL,
  "rows" text COLLATE "C" NOT NULL
);
ALTER TABLE "catalogue_part" ADD CONSTRAINT "catalogue_part_import_catalogue_import_id_fk" FOREIGN KEY ("import") REFERENCES "catalogue_import"("id") DEFERRABLE;
CREATE INDEX "catalogue_part_import" ON "catalogue_part" ("import","id");
