import { type CatalogueField, fieldOfHead, HEADS } from './catalogue-columns.ts';
import type { CatalogueFault } from './catalogue-row.ts';
import { nearOf } from './near.ts';

/** How many goods one file may hold: an import is bounded work. */
export const MOST_GOODS = 20_000;

/** What sets the cells of a file apart: of the three that spreadsheets write, the one that its first line has most of. */
export function separatorOf(text: string): ',' | ';' | '\t' {
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = ([',', ';', '\t'] as const).map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}

type Heading = { readonly heads: readonly string[]; readonly fields: readonly (CatalogueField | undefined)[] };

/** Which column is which, or everything that is wrong with the first line. An empty heading is a column nobody reads. */
export function headingOf(cells: readonly string[]): Heading | { readonly faults: readonly CatalogueFault[] } {
  const heads = cells.map((cell) => cell.trim());
  const fields = heads.map(fieldOfHead);
  const fault = (kind: CatalogueFault['kind'], column: string, near: readonly string[] = []): CatalogueFault => ({
    kind,
    line: 1,
    column,
    found: column,
    near,
  });
  const faults = heads.flatMap((head, at) => {
    const field = fields[at];
    if (head === '') return [];
    if (field === undefined) return [fault('column-unknown', head, nearOf(head, HEADS))];
    return fields.indexOf(field) < at ? [fault('column-twice', head)] : [];
  });
  if (!fields.includes('gtin')) faults.push(fault('column-missing', '', ['gtin']));
  return faults.length > 0 ? { faults } : { heads, fields };
}

/** A line's cells by their fields; undefined where it has more of them than the heading, or fewer. */
export function cellsOf(
  { heads, fields }: Heading,
  record: readonly string[],
): Partial<Record<CatalogueField, string>> | undefined {
  const spare = record.slice(heads.length).some((cell) => cell.trim() !== '');
  if (spare || record.length < heads.length) return undefined;
  return Object.fromEntries(fields.flatMap((field, at) => (field === undefined ? [] : [[field, plainText(record[at] ?? '')]])));
}

/** What an export set behind an apostrophe, lest a spreadsheet run it, is itself again. */
const plainText = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@\t\r])/, '');
