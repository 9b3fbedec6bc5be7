import { z } from 'zod';
import { catalogueImports } from '#db/reads/catalogue-imports.ts';
import { CATALOGUE_FAULTS } from '#lib/catalogue/catalogue-row.ts';
import { checkCatalogue } from '#lib/operations/check-catalogue.ts';
import { ImportCatalogue, importCatalogue } from '#lib/operations/import-catalogue.ts';
import { CatalogueFile } from '#lib/operations/parts/catalogue-file.ts';
import { acted, call, ok } from '../call.ts';
import { ownVendor } from '../own-vendor.ts';
import { Amount, Instant, Names } from '../shapes.ts';

/** A file of the most goods, with room. */
const MOST_BYTES = 12_000_000;

const fault = z.strictObject({
  kind: z.enum(CATALOGUE_FAULTS),
  line: z.int(),
  column: z.string(),
  found: z.string(),
  near: z.array(z.string()),
});

export const CATALOGUE_CALLS = [
  call({
    method: 'POST',
    path: '/api/v1/shop/catalogue-checks',
    summary: 'What a catalogue file (CSV) would do to the owner’s shelves, or its faults by line and column; writes nothing.',
    action: 'see-shop',
    input: CatalogueFile,
    answers: [200],
    mostBytes: MOST_BYTES,
    output: z.strictObject({
      faults: z.array(fault),
      faultCount: z.int(),
      added: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      namesLent: z.int(),
      stockLeft: z.int(),
      planned: z.array(
        z.strictObject({
          line: z.int(),
          stall: z.string(),
          gtin: z.string(),
          names: Names,
          is: z.enum(['new', 'changed']),
          fields: z.array(z.string()),
          price: Amount,
          priceBefore: Amount.nullable(),
        }),
      ),
    }),
    run: async (context, input) => ok(await checkCatalogue(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/shop/catalogue-imports',
    summary: 'Takes a catalogue file in, all of it or nothing; its goods are written within seconds.',
    action: 'run-shop',
    input: ImportCatalogue,
    mostBytes: MOST_BYTES,
    output: z.strictObject({ import: z.strictObject({ id: z.string(), added: z.int(), changed: z.int() }) }),
    run: (context, input) => acted(importCatalogue(context, input)),
  }),
  call({
    method: 'GET',
    path: '/api/v1/shop/catalogue-imports',
    summary: 'The owner’s last catalogue files, and how much of each is written.',
    action: 'see-shop',
    input: z.strictObject({}),
    output: z.strictObject({
      imports: z.array(
        z.strictObject({
          id: z.string(),
          added: z.int(),
          changed: z.int(),
          unchanged: z.int(),
          done: z.int(),
          startedAt: Instant,
          endedAt: Instant.nullable(),
        }),
      ),
    }),
    run: async (context) => ok({ imports: await context.read((tx) => catalogueImports(tx, ownVendor(context))) }),
  }),
];
