-- The link that npm start prints while nobody runs the market. It is used once, or ended when the process starts again.
CREATE TABLE "first_link" (
  "token_hash" text PRIMARY KEY NOT NULL,
  "made_at" text NOT NULL,
  "ended_at" text
) STRICT;

CREATE UNIQUE INDEX "first_link_one" ON "first_link" (("ended_at" IS NULL)) WHERE ended_at is null;
