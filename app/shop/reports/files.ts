import { type StatementView, statementSums } from '../../_desk/statement-figures.tsx';
import type { FileTable } from '../../_desk/table-file.ts';
import { callApi } from '../../_ui/api.ts';
import type { ProductView } from '../shop-views.ts';
import {
  type Column,
  drawerRows,
  LINE_COLUMNS,
  type Scribe,
  type SoldLine,
  STATEMENT_COLUMNS,
  STOCK_COLUMNS,
  TILL_COLUMNS,
  type TillReport,
} from './file-columns.ts';
import type { Period } from './period.ts';

type Made = Promise<Omit<FileTable, 'name'> | number>;

/** Each file that can be saved, as a table; or the status of the call that went wrong. */
export const FILES = {
  async lines(period: Period, scribe: Scribe): Made {
    const rows = await pagesOf<SoldLine>(`shop/sold-lines?${daysOf(period)}`, 'lines');
    return typeof rows === 'number' ? rows : tableOf(LINE_COLUMNS, rows, scribe);
  },
  async tills(period: Period, scribe: Scribe): Made {
    const rows = await pagesOf<TillReport>(`shop/till-reports?${daysOf(period)}`, 'sessions');
    return typeof rows === 'number' ? rows : tableOf(TILL_COLUMNS, rows.flatMap(drawerRows), scribe);
  },
  async stock(_: Period, scribe: Scribe): Made {
    const rows = await pagesOf<ProductView>('shop/products?limit=200', 'products');
    return typeof rows === 'number' ? rows : tableOf(STOCK_COLUMNS, rows, scribe);
  },
  async statement({ to }: Period, scribe: Scribe): Made {
    const answer = await callApi<{ readonly statement: StatementView }>('GET', `shop/statements?month=${to.slice(0, 7)}`);
    if (answer.kind !== 'done') return answer.status;
    const { statement } = answer.body;
    const rows = statementSums(statement).map((sum) => ({ ...sum, month: statement.month }));
    return tableOf(STATEMENT_COLUMNS, rows, scribe);
  },
} as const;

export type FileName = keyof typeof FILES;

const daysOf = ({ from, to }: Period): string => `from=${from}&to=${to}`;

const tableOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[], scribe: Scribe): Omit<FileTable, 'name'> => ({
  columns: columns.map(({ head, kind }) => ({ head: scribe.head(head), kind })),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row, scribe))),
});

/** Every page of a list, or the status of the call that went wrong. */
async function pagesOf<Row>(path: string, list: string): Promise<readonly Row[] | number> {
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

type Page<Row> = { readonly next: string | null; readonly [list: string]: readonly Row[] | string | null };
