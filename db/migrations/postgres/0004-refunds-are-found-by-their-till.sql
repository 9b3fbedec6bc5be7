-- What a drawer must hold was read through every refund there ever was; what a fiscal operator says of a sale or refund is found by it.
CREATE INDEX "refund_tender_refund" ON "refund_tender" ("refund");
CREATE INDEX "fiscal_document_sale" ON "fiscal_document" ("sale");
CREATE INDEX "fiscal_document_refund" ON "fiscal_document" ("refund");
