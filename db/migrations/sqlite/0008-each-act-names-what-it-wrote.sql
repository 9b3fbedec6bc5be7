-- Each link of a chain lists the rows of evidence that its act wrote, with their digests. Links of before list nothing: the market
-- lists those rows itself when it opens next (db/evidence/starting-point.ts), and that is their starting point.
ALTER TABLE "audit" ADD COLUMN "wrote" text;
