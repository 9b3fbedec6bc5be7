import { callApi } from '../_ui/api.ts';
import type { CellKind, FileTable } from './table-file.ts';

/** One column of a file: `Scribe` writes what a row holds in its reader's words. */
export type FileColumn<Row, Head extends string, Scribe> = {
  readonly head: Head;
  readonly kind: CellKind;
  readonly cell: (row: Row, scribe: Scribe) => string | null;
};

/** A table that has no name yet, or the status of the call that went wrong. */
export type MadeTable = Promise<Omit<FileTable, 'name'> | number>;

export const tableOf = <Row, Head extends string, Scribe extends { readonly head: (head: Head) => string }>(
  columns: readonly FileColumn<Row, Head, Scribe>[],
  rows: readonly Row[],
  scribe: Scribe,
): Omit<FileTable, 'name'> => ({
  columns: columns.map(({ head, kind }) => ({ head: scribe.head(head), kind })),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row, scribe))),
});

/** An instant on a clock, as a spreadsheet has it: without a zone. */
export const clockAt = (at: string | null, minutesAhead: number): string | null =>
  at === null ? null : new Date(Date.parse(at) + minutesAhead * 60_000).toISOString().slice(0, 19).replace('T', ' ');

type Page<Row> = { readonly next: string | null; readonly [list: string]: readonly Row[] | string | null };
/** Every page of a list, or the status of the call that went wrong. */
export async function pagesOf<Row>(path: string, list: string): Promise<readonly Row[] | number> {
  const rows: Row[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const answer: Awaited<ReturnType<typeof callApi<Page<Row>>>> = await callApi(
      'GET',
      after === '' ? path : `${path}&after=${after}`,
    );
    if (answer.kind !== 'done') return answer.status;
    rows.push(...(answer.body[list] as readonly Row[]));
    after = answer.body.next;
  }
  return rows;
}
