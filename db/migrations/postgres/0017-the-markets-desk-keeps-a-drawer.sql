-- The market's own desk stands at no stall, and what it hands to the market's safe and bank is of no vendor. And who holds what the tills of a stall take.
ALTER TABLE "till_session" ALTER COLUMN "stall" DROP NOT NULL;
ALTER TABLE "cash_move" ALTER COLUMN "vendor" DROP NOT NULL;
CREATE TABLE "stall_custody" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "stall" text COLLATE "C" NOT NULL,
  "custody" text COLLATE "C" NOT NULL,
  "set_at" text COLLATE "C" NOT NULL,
  "set_by" text COLLATE "C" NOT NULL
);
ALTER TABLE "stall_custody" ADD CONSTRAINT "stall_custody_stall_stall_id_fk" FOREIGN KEY ("stall") REFERENCES "stall"("id") DEFERRABLE;
CREATE INDEX "stall_custody_stall" ON "stall_custody" ("stall","set_at");
