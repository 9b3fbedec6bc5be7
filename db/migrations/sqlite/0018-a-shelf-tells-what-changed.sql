-- What changed on a shelf since a till last asked is a range of an index.
CREATE INDEX "product_changed" ON "product" ("stall","changed_at");
