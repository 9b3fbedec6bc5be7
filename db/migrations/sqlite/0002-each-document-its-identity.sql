-- Each document keeps what it says, with its own time; links are decided by acts. A person that was erased under 0001 still has
-- lookups: they get a time that has passed, so that the retention job takes them.
CREATE INDEX "traveller_joined_into" ON "traveller" ("joined_into");

CREATE TABLE "travel_document_kept" (
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
  "retain_until" text NOT NULL,
  FOREIGN KEY ("traveller") REFERENCES "traveller"("id") ON UPDATE no action ON DELETE no action
) STRICT;

INSERT INTO "travel_document_kept"
SELECT "id", "traveller", "type", "issuer", "lookup", "personal_lookup", "likeness", "key_version", "expires_on", "recorded_at",
  coalesce((SELECT "retain_until" FROM "identity" WHERE "identity"."traveller" = "travel_document"."traveller"), substr("recorded_at", 1, 10))
FROM "travel_document";

CREATE TABLE "identity_kept" (
  "document" text PRIMARY KEY NOT NULL,
  "sealed" blob NOT NULL,
  "recorded_at" text NOT NULL,
  "retain_until" text NOT NULL,
  FOREIGN KEY ("document") REFERENCES "travel_document"("id") ON UPDATE no action ON DELETE no action
) STRICT;

-- The one identity of a traveller was that of the document shown last; when it was shown was not kept, so the newest has it.
INSERT INTO "identity_kept"
SELECT (
    SELECT "id" FROM "travel_document" WHERE "travel_document"."traveller" = "identity"."traveller"
    ORDER BY "recorded_at" DESC, "id" DESC LIMIT 1
  ), "sealed", "recorded_at", "retain_until"
FROM "identity";

DROP TABLE "identity";
DROP TABLE "travel_document";
ALTER TABLE "travel_document_kept" RENAME TO "travel_document";
ALTER TABLE "identity_kept" RENAME TO "identity";

CREATE UNIQUE INDEX "travel_document_lookup" ON "travel_document" ("lookup");
CREATE INDEX "travel_document_personal" ON "travel_document" ("personal_lookup");
CREATE INDEX "travel_document_likeness" ON "travel_document" ("likeness");
CREATE INDEX "travel_document_traveller" ON "travel_document" ("traveller");
CREATE INDEX "travel_document_retain_until" ON "travel_document" ("retain_until");
CREATE INDEX "identity_retain_until" ON "identity" ("retain_until");

CREATE TABLE "traveller_link_decision" (
  "id" text PRIMARY KEY NOT NULL,
  "link" text NOT NULL,
  "outcome" text NOT NULL,
  "reason" text NOT NULL,
  "decided_at" text NOT NULL,
  "decided_by" text NOT NULL,
  FOREIGN KEY ("link") REFERENCES "traveller_link"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE INDEX "traveller_link_decision_link" ON "traveller_link_decision" ("link");
CREATE INDEX "traveller_link_later" ON "traveller_link" ("later");
ALTER TABLE "traveller_link" DROP COLUMN "decided_at";
ALTER TABLE "traveller_link" DROP COLUMN "decided_by";
