import { type CatalogueChange, changeOf, type ShelvedGoods } from './catalogue-change.ts';
import type { CatalogueField } from './catalogue-columns.ts';
import { cellsOf, headingOf, MOST_GOODS } from './catalogue-heading.ts';
import { type CatalogueFault, type CatalogueRow, type CatalogueWords, type CellFault, rowOf } from './catalogue-row.ts';
import { toGtin14 } from './gtin.ts';

/** A record of the file, and the line that it begins on. */
export type FileRecord = { readonly line: number; readonly cells: readonly string[] };

type Heading = Extract<ReturnType<typeof headingOf>, { heads: unknown }>;

/** Reads a file's records one after the other; what is wrong adds up, and nothing is taken while anything is. */
export class CatalogueReader {
  readonly rows: CatalogueRow[] = [];
  readonly faults: CatalogueFault[] = [];
  #heading: Heading | undefined;
  readonly #lineOf = new Map<string, number>();
  readonly #words: CatalogueWords;

  constructor(words: CatalogueWords) {
    this.#words = words;
  }

  /** @returns whether it is worth going on. */
  take({ line, cells }: FileRecord): boolean {
    if (cells.every((cell) => cell.trim() === '')) return true;
    if (this.#heading === undefined) return this.#begin(cells);
    if (this.rows.length >= MOST_GOODS) {
      this.fault({ kind: 'too-long', line, column: '', found: '', near: [String(MOST_GOODS)] });
      return false;
    }
    const said = cellsOf(this.#heading, cells);
    if (said === undefined) {
      const [found, wanted] = [String(cells.length), String(this.#heading.heads.length)];
      this.fault({ kind: 'uneven', line, column: '', found, near: [wanted] });
      return true;
    }
    const read = rowOf(line, said, this.#words);
    if ('faults' in read) for (const fault of read.faults) this.faultOf(line, fault);
    else this.#keep(read.row);
    return true;
  }

  fault(fault: CatalogueFault): void {
    this.faults.push(fault);
  }

  /** A fault of a cell, under the heading that the file has for it. */
  faultOf(line: number, { field, ...fault }: CellFault): void {
    this.fault({ ...fault, line, column: this.#headOf(field) });
  }

  #begin(cells: readonly string[]): boolean {
    const heading = headingOf(cells);
    if ('faults' in heading) this.faults.push(...heading.faults);
    else this.#heading = heading;
    return !('faults' in heading);
  }

  #keep(row: CatalogueRow): void {
    const key = shelfKey(row.stall, row.gtin);
    const before = this.#lineOf.get(key);
    if (before !== undefined)
      this.faultOf(row.line, { field: 'gtin', kind: 'gtin-twice', found: row.gtin, near: [String(before)] });
    this.#lineOf.set(key, row.line);
    this.rows.push(row);
  }

  #headOf(field: CatalogueField): string {
    const at = this.#heading?.fields.indexOf(field) ?? -1;
    return this.#heading?.heads[at] ?? field;
  }
}

/** Where goods stand, whatever noughts their number is written with. */
export const shelfKey = (stall: string, gtin: string): string => `${stall} ${toGtin14(gtin) ?? gtin}`;

/** What a line will do. */
export type Planned = {
  readonly row: CatalogueRow;
  readonly change: Exclude<CatalogueChange, { is: 'same' }>;
  readonly was: ShelvedGoods | undefined;
};

/** What lines come to, beside what stands on the shelf. Lines that change nothing are left out. */
export function plannedOf(
  rows: readonly CatalogueRow[],
  shelved: ReadonlyMap<string, ShelvedGoods>,
  currencyOf: (stall: string) => string,
  reader: CatalogueReader,
): readonly Planned[] {
  return rows.flatMap((row): Planned[] => {
    const was = shelved.get(shelfKey(row.stall, row.gtin));
    const change = changeOf(row, was, currencyOf(row.stall));
    if ('faults' in change) for (const fault of change.faults) reader.faultOf(row.line, fault);
    return 'faults' in change || change.is === 'same' ? [] : [{ row, change, was }];
  });
}
