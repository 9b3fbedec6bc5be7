-- Where the market prints for a till, as the office entered it.
CREATE TABLE "network_printer" (
  "id" text COLLATE "C" PRIMARY KEY NOT NULL,
  "device" text COLLATE "C" NOT NULL,
  "address" text COLLATE "C",
  "set_at" text COLLATE "C" NOT NULL,
  "set_by" text COLLATE "C" NOT NULL
);
ALTER TABLE "network_printer" ADD CONSTRAINT "network_printer_device_device_id_fk" FOREIGN KEY ("device") REFERENCES "device"("id") DEFERRABLE;
CREATE INDEX "network_printer_device" ON "network_printer" ("device","set_at");
