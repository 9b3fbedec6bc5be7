import { type CashCount, CUSTODIES, type Custody } from './cash-count.ts';

/** Why cash lies in a drawer or left it, and with which sign it counts. A voided sale takes back what its payment brought, change included. */
export const DRAWER_SIGNS = {
  float: 1,
  taken: 1,
  change: -1,
  refunded: -1,
  voided: -1,
  in: 1,
  out: -1,
  'moved-in': 1,
  'moved-out': -1,
} as const;
export type DrawerCause = keyof typeof DRAWER_SIGNS;
export const DRAWER_CAUSES = Object.keys(DRAWER_SIGNS) as readonly DrawerCause[];

/** All the cash of one owner and currency that one cause moved. */
export type DrawerSum = {
  readonly custody: Custody;
  readonly currency: string;
  readonly cause: DrawerCause;
  readonly minor: number;
};

/** One currency of one owner: cause by cause, and what must lie there for it. */
export type DrawerColumn = {
  readonly custody: Custody;
  readonly currency: string;
  readonly causes: Readonly<Record<DrawerCause, number>>;
  readonly expected: number;
};

/** What must lie in a drawer, the stall's own money first. */
export function drawerOf(sums: readonly DrawerSum[]): readonly DrawerColumn[] {
  const columns = new Map<string, DrawerColumn>();
  for (const { custody, currency, cause, minor } of sums) {
    const name = nameOf({ custody, currency });
    const column = columns.get(name) ?? { custody, currency, causes: NOTHING, expected: 0 };
    columns.set(name, {
      ...column,
      causes: { ...column.causes, [cause]: column.causes[cause] + minor },
      expected: column.expected + DRAWER_SIGNS[cause] * minor,
    });
  }
  return [...columns.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const NOTHING = Object.fromEntries(DRAWER_CAUSES.map((cause) => [cause, 0])) as Record<DrawerCause, number>;

type Of = Pick<CashCount, 'custody' | 'currency'>;
export type Counted = Of & { readonly minor: number };

const nameOf = ({ custody, currency }: Of): string => `${custody} ${currency}`;
const orderOf = ({ custody, currency }: Of): string => `${CUSTODIES.indexOf(custody)} ${currency}`;

/** Each currency of each owner that should be there or was counted: what is typed twice adds up, what is not typed was not there. */
export function countedAgainst(columns: readonly DrawerColumn[], counted: readonly Counted[]): readonly CashCount[] {
  const counts = new Map<string, CashCount>();
  const at = (of: Of): CashCount =>
    counts.get(nameOf(of)) ?? { custody: of.custody, currency: of.currency, expected: 0, counted: 0 };
  for (const column of columns) counts.set(nameOf(column), { ...at(column), expected: column.expected });
  for (const one of counted) counts.set(nameOf(one), { ...at(one), counted: at(one).counted + one.minor });
  return [...counts.values()];
}
