import type { FiscalReport } from '#lib/fiscal/reconcile.ts';
import type { Amount } from '#lib/money/money.ts';
import type { Custody } from './cash-count.ts';
import type { Keeper } from './cash-keeper.ts';
import type { DrawerCause } from './drawer.ts';

/** One owner's money in one currency: cause by cause, what must be there, and once closed what was. Decimals of the currency. */
export type DrawerLine = {
  readonly custody: Custody;
  readonly currency: string;
  readonly causes: Readonly<Record<DrawerCause, string>>;
  readonly expected: string;
  readonly counted: string | null;
  readonly overShort: string | null;
};

export type CountedLine = {
  readonly custody: Custody;
  readonly currency: string;
  readonly counted: string;
  readonly overShort: string;
};

/** Cash that moved for another cause than a sale. */
export type CashRecord = {
  readonly kind: 'in' | 'out' | 'moved-in' | 'moved-out';
  readonly custody: Custody;
  readonly amount: Amount;
  readonly at: string;
  readonly by: string;
  /** Who allowed it, or who stood at the other side. */
  readonly with: string | null;
  readonly reason: string | null;
  /** Where it went to or came from. */
  readonly keeper: Keeper | null;
};

/** A till session as an X or, once closed, a Z report. */
export type TillSessionView = {
  readonly id: string;
  readonly number: number;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly openedBy: string | null;
  readonly closedBy: string | null;
  /** The day of the stall's side on which it was opened. */
  readonly marketDay: string;
  readonly float: readonly Amount[];
  readonly sales: number;
  readonly takings: readonly Amount[];
  /** How many discounts the sales that stand were given, and what came off. */
  readonly discounts: number;
  readonly discounted: readonly Amount[];
  readonly voids: number;
  readonly refunds: number;
  readonly refunded: readonly Amount[];
  /** What cash brought more than the sales, less what refunds gave more than their lines. */
  readonly rounding: readonly Amount[];
  readonly tenders: readonly { readonly kind: 'cash' | 'card' | 'qr'; readonly amount: Amount }[];
  /** What a tax authority is told of this session beside what was done in it; null where nobody is told. */
  readonly fiscal: FiscalReport | null;
  readonly expected: readonly Amount[];
  readonly counted: readonly Amount[];
  readonly overShort: readonly Amount[];
  readonly drawer: readonly DrawerLine[];
  readonly records: readonly CashRecord[];
  readonly handOvers: readonly {
    readonly at: string;
    readonly from: string;
    readonly to: string;
    readonly counts: readonly CountedLine[];
  }[];
  readonly undone: readonly {
    readonly closedAt: string;
    readonly undoneAt: string;
    readonly by: string;
    readonly approvedBy: string;
    readonly reason: string;
    readonly counts: readonly CountedLine[];
  }[];
};
