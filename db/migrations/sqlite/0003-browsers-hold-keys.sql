-- What a browser is enrolled with: a cookie, found by its hash, and the public half of a key that never leaves the browser.
CREATE TABLE "device_key" (
  "secret_hash" text PRIMARY KEY NOT NULL,
  "device" text NOT NULL,
  "public_key" text NOT NULL,
  "enrolled_at" text NOT NULL,
  "ended_at" text,
  FOREIGN KEY ("device") REFERENCES "device"("id") ON UPDATE no action ON DELETE no action
) STRICT;

CREATE UNIQUE INDEX "device_key_one" ON "device_key" ("device") WHERE ended_at is null;
CREATE INDEX "device_key_public" ON "device_key" ("public_key");

-- Cookies given before there were keys say nothing about the browser that shows them: those browsers enrol again.
UPDATE "device" SET "secret_hash" = NULL WHERE "id" IN (SELECT "device" FROM "enrolment_code" WHERE "used_at" IS NOT NULL);
