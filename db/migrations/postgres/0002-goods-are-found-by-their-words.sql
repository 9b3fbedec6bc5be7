-- Goods are found by a table of words instead of one text that every search read through. The words of goods that are there already
-- follow when the market opens next (db/seed/write-search-words.ts), for it takes more than SQL to fold and divide five scripts.
ALTER TABLE "product" DROP COLUMN "search_text";

CREATE TABLE "search_word" (
  "word" text COLLATE "C" NOT NULL,
  "product" text COLLATE "C" NOT NULL,
  CONSTRAINT "search_word_word_product_pk" PRIMARY KEY("word","product")
);

CREATE INDEX "search_word_product" ON "search_word" ("product","word");

ALTER TABLE "market" ADD COLUMN "search_version" bigint NOT NULL DEFAULT 0;

-- A page of goods is read in the order of their ids.
DROP INDEX "product_vendor";
DROP INDEX "product_category";
CREATE INDEX "product_gtin" ON "product" ("gtin");
CREATE INDEX "product_stall" ON "product" ("stall","id");
CREATE INDEX "product_vendor" ON "product" ("vendor","id");
CREATE INDEX "product_category" ON "product" ("category","id");
