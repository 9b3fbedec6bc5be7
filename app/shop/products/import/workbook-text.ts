import { stringify } from 'csv-stringify/browser/esm/sync';
import { unfoldsWithin } from './workbook-size.ts';

/** One more than a file of goods may have, so that a longer one is found out; and their headings. */
const MOST_ROWS = 20_002;
const MOST_COLUMNS = 100;

type Cell = { readonly t: string; readonly v?: string | number | boolean; readonly w?: string };

/**
 * The first sheet of a workbook as the text of a table file, each row on the line that has its number: what is wrong with a cell is then found
 * where the sheet has it. A formula is the value that it last came to. Undefined where it is no workbook that may be opened.
 */
export async function workbookText(bytes: Uint8Array): Promise<string | undefined> {
  if (!(await unfoldsWithin(bytes))) return undefined;
  const { read } = await import('@e965/xlsx');
  try {
    const book = read(bytes, { type: 'array', dense: true, sheetRows: MOST_ROWS, cellFormula: false, cellHTML: false });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    const rows = (sheet?.['!data'] ?? []) as readonly (readonly (Cell | undefined)[] | undefined)[];
    return tableText(Array.from({ length: rows.length }, (_, at) => textsIn(rows[at] ?? [])));
  } catch {
    return undefined;
  }
}

function tableText(rows: readonly (readonly string[])[]): string {
  const width = rows.find((row) => row.length > 0)?.length ?? 0;
  return stringify(
    rows.map((row) => (row.length === 0 ? [''] : [...row, ...Array.from({ length: Math.max(0, width - row.length) }, () => '')])),
  );
}

/** The texts of a row up to its last cell that says anything. */
function textsIn(row: readonly (Cell | undefined)[]): readonly string[] {
  const texts = Array.from({ length: Math.min(row.length, MOST_COLUMNS) }, (_, at) => textOf(row[at]));
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

/** As it is, not as it is shown: a price of 1200.5 stands in a cell that shows 1,200.50. */
function textOf(cell: Cell | undefined): string {
  if (cell?.v === undefined) return '';
  if (cell.t === 'e') return cell.w ?? '#';
  // What a processor adds in the sixteenth digit nobody typed.
  if (typeof cell.v === 'number') return String(Number(cell.v.toPrecision(15)));
  return String(cell.v)
    .replace(/[\r\n]+/g, ' ')
    .trim();
}
