-- The market's own desk stands at no stall, and what it hands to the market's safe and bank is of no vendor. And who holds what the tills of a stall take.
CREATE TABLE "__new_till_session" (
  "id" text PRIMARY KEY NOT NULL,
  "number" integer NOT NULL,
  "device" text NOT NULL,
  "stall" text,
  "opened_at" text NOT NULL,
  "opened_by" text,
  "closed_at" text,
  "closed_by" text,
  FOREIGN KEY ("device") REFERENCES "device"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("stall") REFERENCES "stall"("id") ON UPDATE no action ON DELETE no action
) STRICT;
INSERT INTO "__new_till_session" SELECT "id", "number", "device", "stall", "opened_at", "opened_by", "closed_at", "closed_by" FROM "till_session";
DROP TABLE "till_session";
ALTER TABLE "__new_till_session" RENAME TO "till_session";
CREATE UNIQUE INDEX "till_session_one_open" ON "till_session" ("device") WHERE closed_at is null;
CREATE UNIQUE INDEX "till_session_number" ON "till_session" ("device","number");

CREATE TABLE "__new_cash_move" (
  "id" text PRIMARY KEY NOT NULL,
  "leaves" text NOT NULL,
  "reaches" text NOT NULL,
  "till_session" text,
  "vendor" text,
  "custody" text NOT NULL,
  "minor" integer NOT NULL,
  "currency" text NOT NULL,
  "given_by" text NOT NULL,
  "taken_by" text NOT NULL,
  "moved_at" text NOT NULL,
  FOREIGN KEY ("till_session") REFERENCES "till_session"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("vendor") REFERENCES "vendor"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "cash_move_between" CHECK("minor" > 0 and "leaves" <> "reaches" and "given_by" <> "taken_by" and ("leaves" = 'drawer' or "reaches" = 'drawer') = ("till_session" is not null))
) STRICT;
INSERT INTO "__new_cash_move" SELECT "id", "leaves", "reaches", "till_session", "vendor", "custody", "minor", "currency", "given_by", "taken_by", "moved_at" FROM "cash_move";
DROP TABLE "cash_move";
ALTER TABLE "__new_cash_move" RENAME TO "cash_move";
CREATE INDEX "cash_move_till_session" ON "cash_move" ("till_session");
CREATE INDEX "cash_move_vendor" ON "cash_move" ("vendor");

CREATE TABLE "stall_custody" (
  "id" text PRIMARY KEY NOT NULL,
  "stall" text NOT NULL,
  "custody" text NOT NULL,
  "set_at" text NOT NULL,
  "set_by" text NOT NULL,
  FOREIGN KEY ("stall") REFERENCES "stall"("id") ON UPDATE no action ON DELETE no action
) STRICT;
CREATE INDEX "stall_custody_stall" ON "stall_custody" ("stall","set_at");
