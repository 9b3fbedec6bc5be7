import { type MadeTable, pagesOf, tableOf } from '../../_desk/listed-file.ts';
import type { Period } from '../../_desk/period.ts';
import { type StatementView, statementSums } from '../../_desk/statement-figures.tsx';
import { callApi } from '../../_ui/api.ts';
import type { ProductView } from '../shop-views.ts';
import {
  drawerRows,
  LINE_COLUMNS,
  type Scribe,
  type SoldLine,
  STATEMENT_COLUMNS,
  STOCK_COLUMNS,
  TILL_COLUMNS,
  type TillReport,
} from './file-columns.ts';

/** Each file that can be saved, as a table; or the status of the call that went wrong. */
export const FILES = {
  async lines(period: Period, scribe: Scribe): MadeTable {
    const rows = await pagesOf<SoldLine>(`shop/sold-lines?${daysOf(period)}`, 'lines');
    return typeof rows === 'number' ? rows : tableOf(LINE_COLUMNS, rows, scribe);
  },
  async tills(period: Period, scribe: Scribe): MadeTable {
    const rows = await pagesOf<TillReport>(`shop/till-reports?${daysOf(period)}`, 'sessions');
    return typeof rows === 'number' ? rows : tableOf(TILL_COLUMNS, rows.flatMap(drawerRows), scribe);
  },
  async stock(_: Period, scribe: Scribe): MadeTable {
    const rows = await pagesOf<ProductView>('shop/products?limit=200', 'products');
    return typeof rows === 'number' ? rows : tableOf(STOCK_COLUMNS, rows, scribe);
  },
  async statement({ to }: Period, scribe: Scribe): MadeTable {
    const answer = await callApi<{ readonly statement: StatementView }>('GET', `shop/statements?month=${to.slice(0, 7)}`);
    if (answer.kind !== 'done') return answer.status;
    const { statement } = answer.body;
    const rows = statementSums(statement).map((sum) => ({ ...sum, month: statement.month }));
    return tableOf(STATEMENT_COLUMNS, rows, scribe);
  },
} as const;

export type FileName = keyof typeof FILES;

const daysOf = ({ from, to }: Period): string => `from=${from}&to=${to}`;
