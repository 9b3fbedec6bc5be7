-- Which question about its basket a lease was last answered by: one that it overtook changes nothing.
ALTER TABLE "lease" ADD COLUMN "turn" integer;
