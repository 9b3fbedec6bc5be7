import type { officeFiles } from '#lib/words/en/office-files.ts';
import { clockAt, type FileColumn } from '../../_desk/listed-file.ts';
import type { StatementSum } from '../../_desk/statement-figures.tsx';
import type { AuditRow } from '../office-views.ts';

type Head = keyof typeof officeFiles.column;

/** What rows are written with: the reader's words, and the clock of each side. */
export type Scribe = {
  readonly head: (head: Head) => string;
  readonly country: (code: string) => string;
  readonly sideName: (code: string) => string;
  readonly visitState: (state: Visit['state']) => string;
  readonly category: (category: string) => string;
  readonly sum: (name: StatementSum['name']) => string;
  readonly kindName: (kind: string) => string;
  readonly actorName: (actor: string) => string;
  readonly factsText: (facts: AuditRow['facts']) => string;
  readonly minutesAhead: (side: string) => number;
  /** Whose clock this desk reads. */
  readonly side: string;
};

type Column<Row> = FileColumn<Row, Head, Scribe>;

export type Takings = {
  readonly marketDay: string;
  readonly vendor: string;
  readonly stall: string;
  readonly side: string;
  readonly sales: number;
  readonly amount: string;
  readonly currency: string;
};

export const TAKINGS_COLUMNS: readonly Column<Takings>[] = [
  { head: 'marketDay', kind: 'day', cell: ({ marketDay }) => marketDay },
  { head: 'vendor', kind: 'text', cell: ({ vendor }) => vendor },
  { head: 'stall', kind: 'text', cell: ({ stall }) => stall },
  { head: 'side', kind: 'text', cell: ({ side }, { sideName }) => sideName(side) },
  { head: 'sales', kind: 'number', cell: ({ sales }) => String(sales) },
  { head: 'amount', kind: 'number', cell: ({ amount }) => amount },
  { head: 'currency', kind: 'text', cell: ({ currency }) => currency },
];

export type Settled = StatementSum & { readonly vendor: string; readonly month: string };

export const SETTLEMENT_COLUMNS: readonly Column<Settled>[] = [
  { head: 'month', kind: 'text', cell: ({ month }) => month },
  { head: 'vendor', kind: 'text', cell: ({ vendor }) => vendor },
  { head: 'sum', kind: 'text', cell: ({ name }, { sum }) => sum(name) },
  { head: 'amount', kind: 'number', cell: ({ amount }) => amount },
  { head: 'currency', kind: 'text', cell: ({ currency }) => currency },
];

export type Visit = {
  readonly pass: string;
  readonly category: string;
  readonly nationality: string;
  readonly issuedAt: string;
  readonly side: string;
  readonly gate: string;
  readonly enteredAt: string;
  readonly closedAt: string | null;
  readonly state: 'open' | 'presented' | 'closed';
};

export const VISIT_COLUMNS: readonly Column<Visit>[] = [
  { head: 'pass', kind: 'text', cell: ({ pass }) => pass },
  { head: 'category', kind: 'text', cell: ({ category }, scribe) => scribe.category(category) },
  { head: 'nationality', kind: 'text', cell: ({ nationality }, { country }) => country(nationality) },
  { head: 'issued', kind: 'instant', cell: ({ issuedAt, side }, { minutesAhead }) => clockAt(issuedAt, minutesAhead(side)) },
  { head: 'side', kind: 'text', cell: ({ side }, { sideName }) => sideName(side) },
  { head: 'gate', kind: 'text', cell: ({ gate }) => gate },
  { head: 'entered', kind: 'instant', cell: ({ enteredAt, side }, { minutesAhead }) => clockAt(enteredAt, minutesAhead(side)) },
  { head: 'closed', kind: 'instant', cell: ({ closedAt, side }, { minutesAhead }) => clockAt(closedAt, minutesAhead(side)) },
  { head: 'state', kind: 'text', cell: ({ state }, { visitState }) => visitState(state) },
];

/** The hash too, so that a file can be held against the chain that it was taken from. */
export const AUDIT_COLUMNS: readonly Column<AuditRow>[] = [
  { head: 'at', kind: 'instant', cell: ({ recordedAt }, { minutesAhead, side }) => clockAt(recordedAt, minutesAhead(side)) },
  { head: 'what', kind: 'text', cell: ({ kind }, { kindName }) => kindName(kind) },
  { head: 'who', kind: 'text', cell: ({ actor }, { actorName }) => actorName(actor).replace(/[\u2066-\u2069]/g, '') },
  { head: 'person', kind: 'text', cell: ({ operator }) => operator },
  { head: 'facts', kind: 'text', cell: ({ facts }, { factsText }) => factsText(facts) },
  { head: 'subject', kind: 'text', cell: ({ subject }) => subject },
  { head: 'hash', kind: 'text', cell: ({ hash }) => hash },
];
