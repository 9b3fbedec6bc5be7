-- The oldest lot of a product is the first along the index.
DROP INDEX "lot_product";
CREATE INDEX "lot_product" ON "lot" ("product","received_at");
