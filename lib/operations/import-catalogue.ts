import { z } from 'zod';
import { isImporting, saveImport } from '#db/stores/catalogue-imports.ts';
import { refusal } from '#lib/act/refusal.ts';
import type { Planned } from '#lib/catalogue/catalogue-reader.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { CatalogueFile, type PartRow, readCatalogueFile } from './parts/catalogue-file.ts';
import { type Answer, perform } from './perform.ts';

export const ImportCatalogue = CatalogueFile.extend({ id: z.uuid() });

/** Goods that one act writes: few enough that no sale waits long for it. */
const IN_A_PART = 40;

type Accepted = { readonly import: { readonly id: string; readonly added: number; readonly changed: number } };

/**
 * Takes a catalogue file in, all of it or nothing. What it comes to is decided here; the goods are written in parts, each an act of its own
 * (advance-catalogue-import.ts, lib/why/an-import-is-written-in-parts.md). @throws Forbidden, NotYours.
 */
export async function importCatalogue(context: Context, input: z.infer<typeof ImportCatalogue>): Promise<Answer<Accepted>> {
  mayOrThrow(context.actor, 'run-shop');
  const { vendor } = context.actor;
  if (vendor === null) throw new NotYours();
  const { faults, planned, unchanged } = await readCatalogueFile(context, input.file);
  const rows = planned.map(partRowOf);
  const parts = Array.from({ length: Math.ceil(rows.length / IN_A_PART) }, (_, at) => ({
    id: context.newId(),
    rows: rows.slice(at * IN_A_PART, (at + 1) * IN_A_PART),
  }));
  const asked = { ...input, file: context.keys.lookupOf(input.file) };
  return perform(context, 'import-catalogue', asked, async (tx) => {
    const [first] = faults;
    if (first !== undefined)
      return { refused: [refusal('catalogue-faulty', { count: faults.length, line: first.line, field: first.column })] };
    if (rows.length === 0) return { refused: [refusal('catalogue-same')] };
    if (await isImporting(tx, vendor)) return { refused: [refusal('catalogue-importing')] };
    const counts = { added: countOf(planned, 'new'), changed: countOf(planned, 'changed'), unchanged };
    const started = { startedBy: context.actor.id, startedAt: context.now, endedAt: null };
    await saveImport(tx, { id: input.id, vendor, ...counts, done: 0, ...started }, parts);
    return {
      body: { import: { id: input.id, added: counts.added, changed: counts.changed } },
      subject: input.id,
      facts: { name: input.name, ...counts },
    };
  });
}

const countOf = (planned: readonly Planned[], is: 'new' | 'changed'): number =>
  planned.filter(({ change }) => change.is === is).length;

const partRowOf = ({ row: { stall, gtin, firstStockMilli }, change }: Planned): PartRow => ({
  stall,
  gtin,
  said: change.is === 'new' ? change.goods : change.to,
  isNew: change.is === 'new',
  firstStockMilli: change.is === 'new' ? (firstStockMilli ?? 0) : 0,
});
