import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { productsByGtins } from '#db/stores/catalogue.ts';
import { packInForce } from '#db/stores/market.ts';
import { stallsOf } from '#db/stores/vendors.ts';
import type { GoodsSaid } from '#lib/catalogue/catalogue-change.ts';
import { separatorOf } from '#lib/catalogue/catalogue-heading.ts';
import { CatalogueReader, type FileRecord, type Planned, plannedOf, shelfKey } from '#lib/catalogue/catalogue-reader.ts';
import type { CatalogueFault, CatalogueRow } from '#lib/catalogue/catalogue-row.ts';
import { NotYours } from '#lib/staff/actor.ts';
import type { Context } from '../context.ts';

/** A file is read in slices of so many bytes, and its goods compared so many at a time: between two, the market's acts go on. */
const SLICE_BYTES = 32_768;
const COMPARED_AT_ONCE = 60;
const LONGEST_RECORD = 20_000;

/** A file by its name, as text, whatever its bytes were written in. */
export const CatalogueFile = z.strictObject({
  name: z
    .string()
    .max(120)
    .regex(/\.(csv|tsv|txt)$/i),
  file: z.string().min(1).max(8_000_000),
});

/** What one line does to a shelf, as it waits to be written. */
export type PartRow = {
  readonly stall: string;
  readonly gtin: string;
  readonly isNew: boolean;
  readonly said: Partial<GoodsSaid>;
  readonly firstStockMilli: number;
};

type ReadFile = {
  readonly faults: readonly CatalogueFault[];
  readonly planned: readonly Planned[];
  readonly unchanged: number;
  readonly stalls: readonly { readonly id: string; readonly code: string }[];
};

/** Reads a catalogue file beside the tills and says what it would do to the owner's shelves. Writes nothing. @throws NotYours. */
export async function readCatalogueFile(context: Context, text: string): Promise<ReadFile> {
  const vendor = context.actor.vendor;
  if (vendor === null) throw new NotYours();
  const { stalls, pack } = await context.read(async (tx) => ({
    stalls: await stallsOf(tx, vendor),
    pack: (await packInForce(tx, context.now)).pack,
  }));
  const reader = new CatalogueReader({
    stalls,
    categories: pack.categories.map(({ id, names }) => ({ id, names: Object.values(names) })),
    currencies: pack.currencies,
  });
  await readInto(reader, text);
  if (reader.rows.length === 0 && reader.faults.length === 0)
    reader.fault({ kind: 'empty', line: 2, column: '', found: '', near: [] });
  const sides = new Map(stalls.map(({ id, side }) => [id, pack.sides.find(({ code }) => code === side)?.currency ?? '']));
  const planned: Planned[] = [];
  for (let at = 0; at < reader.rows.length; at += COMPARED_AT_ONCE) {
    const rows = reader.rows.slice(at, at + COMPARED_AT_ONCE);
    const shelved = await shelvedAmong(context, vendor, rows);
    planned.push(...plannedOf(rows, shelved, (stall) => sides.get(stall) ?? '', reader));
    await new Promise(setImmediate);
  }
  const faults = [...reader.faults].sort((a, b) => a.line - b.line);
  return { faults, planned, unchanged: reader.rows.length - planned.length, stalls };
}

async function shelvedAmong(context: Context, vendor: string, rows: readonly CatalogueRow[]) {
  const gtins = rows.map(({ gtin }) => gtin);
  const found = await context.read((tx) => productsByGtins(tx, vendor, gtins));
  return new Map(found.map((row) => [shelfKey(row.stall, row.gtin), row]));
}

/** A quotation mark that is never closed eats the rest of the file: said of the line on which its record began. */
async function readInto(reader: CatalogueReader, text: string): Promise<void> {
  const lines = new LineCount();
  try {
    for await (const record of recordsOf(text, lines)) if (!reader.take(record)) return;
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    reader.fault({ kind: 'unreadable', line: lines.next, column: '', found: '', near: [] });
  }
}

/** On which line the next record begins; those before it may have gone over several. */
class LineCount {
  next = 1;

  /** A record behind its line. */
  mark(cells: readonly string[]): string[] {
    const line = this.next;
    this.next += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    return [String(line), ...cells];
  }
}

/** The records of a text; one may go over several lines, in quotation marks. */
async function* recordsOf(text: string, lines: LineCount): AsyncGenerator<FileRecord> {
  const parser = parse({
    delimiter: separatorOf(text),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_RECORD,
    // As it is read: what stood before a fault counts, though nobody takes it any more.
    on_record: (cells: string[]) => lines.mark(cells),
  });
  const marked: AsyncIterable<string[]> = Readable.from(slicesOf(text)).pipe(parser);
  for await (const [line, ...cells] of marked) yield { line: Number(line), cells };
}

async function* slicesOf(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    yield bytes.subarray(at, at + SLICE_BYTES);
    await new Promise(setImmediate);
  }
}
