import { monthAfter } from '#lib/calendar/day.ts';
import { type MadeTable, pagesOf, tableOf } from '../../_desk/listed-file.ts';
import type { Period } from '../../_desk/period.ts';
import { type StatementView, statementSums } from '../../_desk/statement-figures.tsx';
import type { AuditRow } from '../office-views.ts';
import {
  AUDIT_COLUMNS,
  type Scribe,
  SETTLEMENT_COLUMNS,
  type Settled,
  TAKINGS_COLUMNS,
  type Takings,
  VISIT_COLUMNS,
  type Visit,
} from './file-columns.ts';

type Statement = StatementView & { readonly vendor: { readonly name: string } };

/** Each file that the office can save, as a table; or the status of the call that went wrong. */
export const OFFICE_FILES = {
  async takings(period: Period, scribe: Scribe): MadeTable {
    const rows = await pagesOf<Takings>(`office/takings?${daysOf(period)}`, 'takings');
    return typeof rows === 'number' ? rows : tableOf(TAKINGS_COLUMNS, rows, scribe);
  },
  async settlements(period: Period, scribe: Scribe): MadeTable {
    const rows: Settled[] = [];
    for (const month of monthsOf(period)) {
      const statements = await pagesOf<Statement>(`office/statements?month=${month}`, 'statements');
      if (typeof statements === 'number') return statements;
      for (const statement of statements)
        rows.push(...statementSums(statement).map((sum) => ({ ...sum, month, vendor: statement.vendor.name })));
    }
    return tableOf(SETTLEMENT_COLUMNS, rows, scribe);
  },
  async visits(period: Period, scribe: Scribe): MadeTable {
    const rows = await pagesOf<Visit>(`office/visits?${daysOf(period)}`, 'visits');
    return typeof rows === 'number' ? rows : tableOf(VISIT_COLUMNS, rows, scribe);
  },
  async audit(period: Period, scribe: Scribe): MadeTable {
    const rows = await pagesOf<AuditRow>(`office/audit-records?${daysOf(period)}&side=${scribe.side}`, 'records');
    return typeof rows === 'number' ? rows : tableOf(AUDIT_COLUMNS, rows, scribe);
  },
} as const;

export type OfficeFile = keyof typeof OFFICE_FILES;

const daysOf = ({ from, to }: Period): string => `from=${from}&to=${to}`;

/** The months that a period touches: a settlement is of a whole one. */
export function monthsOf({ from, to }: Period): readonly string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = monthAfter(month)) months.push(month);
  return months;
}
