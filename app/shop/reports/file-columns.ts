import type { TillSessionView } from '#lib/till/till-session.ts';
import type { reports } from '#lib/words/en/reports.ts';
import { clockAt, type FileColumn } from '../../_desk/listed-file.ts';
import type { StatementSum } from '../../_desk/statement-figures.tsx';
import { nameIn } from '../../_ui/names.ts';
import type { Names } from '../../_ui/views.ts';
import type { ProductView } from '../shop-views.ts';

type Head = keyof typeof reports.column;

/** What rows are written with: the reader's words, and the clock of each side. */
export type Scribe = {
  readonly language: string;
  readonly head: (head: Head) => string;
  readonly kindOf: (category: string) => string;
  readonly state: (voided: boolean) => string;
  readonly custody: (custody: 'stall' | 'market') => string;
  readonly sum: (name: StatementSum['name']) => string;
  readonly minutesAhead: (side: string) => number;
};

type Column<Row> = FileColumn<Row, Head, Scribe>;

export type SoldLine = {
  readonly number: string;
  readonly stall: string;
  readonly side: string;
  readonly marketDay: string;
  readonly occurredAt: string;
  readonly line: number;
  readonly gtin: string;
  readonly names: Names;
  readonly category: string;
  readonly quantity: string;
  readonly returned: string;
  readonly list: string;
  readonly discount: string;
  readonly paid: string;
  readonly currency: string;
  readonly operator: string | null;
  readonly voided: boolean;
};

export const LINE_COLUMNS: readonly Column<SoldLine>[] = [
  { head: 'number', kind: 'text', cell: ({ number }) => number },
  { head: 'stall', kind: 'text', cell: ({ stall }) => stall },
  { head: 'marketDay', kind: 'day', cell: ({ marketDay }) => marketDay },
  { head: 'at', kind: 'instant', cell: ({ occurredAt, side }, scribe) => clockAt(occurredAt, scribe.minutesAhead(side)) },
  { head: 'line', kind: 'number', cell: ({ line }) => String(line) },
  { head: 'gtin', kind: 'text', cell: ({ gtin }) => gtin },
  { head: 'name', kind: 'text', cell: ({ names }, { language }) => nameIn(names, language) },
  { head: 'category', kind: 'text', cell: ({ category }, { kindOf }) => kindOf(category) },
  { head: 'quantity', kind: 'number', cell: ({ quantity }) => quantity },
  { head: 'returned', kind: 'number', cell: ({ returned }) => returned },
  { head: 'list', kind: 'number', cell: ({ list }) => list },
  { head: 'discount', kind: 'number', cell: ({ discount }) => discount },
  { head: 'paid', kind: 'number', cell: ({ paid }) => paid },
  { head: 'currency', kind: 'text', cell: ({ currency }) => currency },
  { head: 'cashier', kind: 'text', cell: ({ operator }) => operator },
  { head: 'state', kind: 'text', cell: ({ voided }, { state }) => state(voided) },
];

export type TillReport = {
  readonly stall: string;
  readonly side: string;
  readonly till: string;
  readonly session: TillSessionView;
};
type DrawerRow = TillReport & { readonly drawer: TillSessionView['drawer'][number] | undefined };

/** A row for each owner's money in each currency of a drawer, and one for a drawer that nothing was in. */
export const drawerRows = (report: TillReport): readonly DrawerRow[] =>
  (report.session.drawer.length === 0 ? [undefined] : report.session.drawer).map((drawer) => ({ ...report, drawer }));

export const TILL_COLUMNS: readonly Column<DrawerRow>[] = [
  { head: 'stall', kind: 'text', cell: ({ stall }) => stall },
  { head: 'till', kind: 'text', cell: ({ till }) => till },
  { head: 'session', kind: 'number', cell: ({ session }) => String(session.number) },
  { head: 'marketDay', kind: 'day', cell: ({ session }) => session.marketDay },
  { head: 'opened', kind: 'instant', cell: ({ session, side }, scribe) => clockAt(session.openedAt, scribe.minutesAhead(side)) },
  { head: 'closed', kind: 'instant', cell: ({ session, side }, scribe) => clockAt(session.closedAt, scribe.minutesAhead(side)) },
  { head: 'openedBy', kind: 'text', cell: ({ session }) => session.openedBy },
  { head: 'closedBy', kind: 'text', cell: ({ session }) => session.closedBy },
  { head: 'sales', kind: 'number', cell: ({ session }) => String(session.sales) },
  { head: 'voids', kind: 'number', cell: ({ session }) => String(session.voids) },
  { head: 'refunds', kind: 'number', cell: ({ session }) => String(session.refunds) },
  { head: 'custody', kind: 'text', cell: ({ drawer }, { custody }) => (drawer === undefined ? null : custody(drawer.custody)) },
  { head: 'expected', kind: 'number', cell: ({ drawer }) => drawer?.expected ?? null },
  { head: 'counted', kind: 'number', cell: ({ drawer }) => drawer?.counted ?? null },
  { head: 'overShort', kind: 'number', cell: ({ drawer }) => drawer?.overShort ?? null },
  { head: 'currency', kind: 'text', cell: ({ drawer }) => drawer?.currency ?? null },
];

export const STOCK_COLUMNS: readonly Column<ProductView>[] = [
  { head: 'stall', kind: 'text', cell: ({ stallCode }) => stallCode },
  { head: 'gtin', kind: 'text', cell: ({ gtin }) => gtin },
  { head: 'name', kind: 'text', cell: ({ names }, { language }) => nameIn(names, language) },
  { head: 'category', kind: 'text', cell: ({ category }, { kindOf }) => kindOf(category) },
  { head: 'price', kind: 'number', cell: ({ price }) => price.amount },
  { head: 'currency', kind: 'text', cell: ({ price }) => price.currency },
  { head: 'onHand', kind: 'number', cell: ({ onHand }) => onHand },
  { head: 'unit', kind: 'text', cell: ({ unit }) => unit },
  { head: 'customs', kind: 'text', cell: ({ customsStatus }) => customsStatus },
];

export const STATEMENT_COLUMNS: readonly Column<StatementSum & { readonly month: string }>[] = [
  { head: 'month', kind: 'text', cell: ({ month }) => month },
  { head: 'sum', kind: 'text', cell: ({ name }, { sum }) => sum(name) },
  { head: 'amount', kind: 'number', cell: ({ amount }) => amount },
  { head: 'currency', kind: 'text', cell: ({ currency }) => currency },
];
