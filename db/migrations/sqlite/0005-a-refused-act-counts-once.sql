-- A door tallies a refused act once, however often it is tried again, and says whose day it belongs to.
ALTER TABLE "refusal_tally" ADD COLUMN "actor" text;
ALTER TABLE "refusal_tally" ADD COLUMN "act" text;
ALTER TABLE "refusal_tally" ADD COLUMN "side" text;
CREATE UNIQUE INDEX "refusal_tally_once" ON "refusal_tally" ("actor", "act");
