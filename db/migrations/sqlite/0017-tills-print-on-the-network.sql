-- Where the market prints for a till, as the office entered it.
CREATE TABLE "network_printer" (
  "id" text PRIMARY KEY NOT NULL,
  "device" text NOT NULL,
  "address" text,
  "set_at" text NOT NULL,
  "set_by" text NOT NULL,
  FOREIGN KEY ("device") REFERENCES "device"("id") ON UPDATE no action ON DELETE no action
) STRICT;
CREATE INDEX "network_printer_device" ON "network_printer" ("device","set_at");
