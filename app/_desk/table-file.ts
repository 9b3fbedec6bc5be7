import { stringify } from 'csv-stringify/browser/esm/sync';
import writeSheets from 'write-excel-file/universal';

/** A table as a file holds it: every cell as text, and for each column what that text is. */
export type FileTable = {
  readonly name: string;
  readonly columns: readonly { readonly head: string; readonly kind: CellKind }[];
  readonly rows: readonly (readonly (string | null)[])[];
};

/** A number is a decimal; a day is 2026-11-22; an instant is a day and a time on the clock that the table is about, without a zone. */
export type CellKind = 'text' | 'number' | 'day' | 'instant';

export const FORMATS = ['xlsx', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
};

/** The bytes of a file; it reads from right to left where its reader does. */
export async function fileOf(table: FileTable, format: Format, rightToLeft = false): Promise<Blob> {
  return format === 'csv' ? new Blob([csvOf(table)], { type: TYPES.csv }) : sheetOf(table, rightToLeft);
}

/** Hands a file to the browser to keep. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** UTF-8 with the mark without which Excel reads another encoding. */
function csvOf({ columns, rows }: FileTable): string {
  const heads = columns.map(({ head }) => asText(head));
  const lines = rows.map((row) => row.map((cell, at) => (columns[at]?.kind === 'text' ? asText(cell ?? '') : (cell ?? ''))));
  return stringify([heads, ...lines], { bom: true, record_delimiter: 'windows' });
}

/**
 * A text that a spreadsheet would run as a formula stands behind an apostrophe (OWASP, CSV injection); a number that is one stays a
 * number. Reading a catalogue takes the apostrophe off again.
 */
const asText = (text: string): string => (/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text);

/** In a sheet each cell says what it is, so no text is ever a formula. */
async function sheetOf({ name, columns, rows }: FileTable, rightToLeft: boolean): Promise<Blob> {
  const heads = columns.map(({ head }) => ({ value: head, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]?.kind ?? 'text')));
  return writeSheets([heads, ...cells], {
    sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: columns.map(({ kind, head }) => ({ width: kind === 'text' ? 24 : Math.max(14, head.length) })),
    stickyRowsCount: 1,
    rightToLeft,
  }).toBlob();
}

function cellOf(cell: string | null, kind: CellKind) {
  if (cell === null || cell === '') return null;
  if (kind === 'text') return { value: cell, type: String };
  if (kind === 'number') return { value: Number(cell), type: Number, format: decimalsIn(cell) };
  return { value: new Date(`${cell.replace(' ', 'T')}${kind === 'day' ? 'T00:00:00' : ''}Z`), type: Date, format: DATES[kind] };
}

const DATES = { day: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm:ss' } as const;

const decimalsIn = (decimal: string): string => {
  const places = decimal.split('.')[1]?.length ?? 0;
  return places === 0 ? '0' : `0.${'0'.repeat(places)}`;
};
