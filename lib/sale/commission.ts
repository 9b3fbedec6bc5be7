import { timesOver } from '#lib/money/rounding.ts';
import type { Custody } from '#lib/till/cash-count.ts';

/** What was sold under one commission, or given back of it (then negative), by who has the money. */
export type Turnover = {
  readonly custody: Custody;
  readonly currency: string;
  readonly minor: number;
  readonly permille: number;
};

/** What the market keeps, from an instant on: the vendor's own agreement or everybody's, of goods of one kind or of all. */
export type CommissionRule = {
  readonly isOwn: boolean;
  readonly category: string | null;
  readonly permille: number;
  readonly setAt: string;
};

/**
 * What is kept of goods, of the rules that have begun: what was agreed with the vendor before what holds for all, and of either the nearest
 * kind of goods before all goods. Of two alike the later one.
 * @param path the kind of goods, then the kind above it, up to the top.
 */
export function permilleOf(begun: readonly CommissionRule[], path: readonly string[]): number {
  const places: readonly (string | null)[] = [...path, null];
  for (const isOwn of [true, false])
    for (const place of places) {
      const rule = begun.findLast((each) => each.isOwn === isOwn && each.category === place);
      if (rule !== undefined) return rule.permille;
    }
  return 0;
}

/** The least and the most commission of a month. */
export type CommissionBound = { readonly currency: string; readonly floorMinor: number | null; readonly capMinor: number | null };

type Sum = { readonly currency: string; readonly minor: number };

/** Where a vendor and the market stand in one currency. */
export type Standing = {
  readonly currency: string;
  /** Taken at the stall, which keeps it. */
  readonly heldByVendor: number;
  /** Taken for the market, which will pay it out. */
  readonly heldByMarket: number;
  /** Of every sale, whoever took its money, by the rates alone. */
  readonly byRates: number;
  /** What is owed of it: no less than the floor of the month, no more than its cap. */
  readonly commission: number;
  /** What the vendor has brought to the market's bank of its own money. */
  readonly broughtIn: number;
  /** What the market has paid out for the month. */
  readonly paidOut: number;
  /** What the market pays out; below nought, what the vendor still owes: commission on money that the market never had. */
  readonly owedToVendor: number;
};

/** What else a statement knows of a month. */
export type Beside = {
  readonly broughtIn: readonly Sum[];
  readonly paidOut?: readonly Sum[];
  readonly bounds?: readonly CommissionBound[];
};

/** Commission is owed on all that was sold; only where the market holds the money can it keep it back. */
export function standingOf(turnover: readonly Turnover[], { broughtIn, paidOut = [], bounds = [] }: Beside): readonly Standing[] {
  const floors = bounds.filter(({ floorMinor }) => (floorMinor ?? 0) > 0);
  const currencies = [...new Set([...turnover, ...broughtIn, ...paidOut, ...floors].map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = turnover.filter((each) => each.currency === currency);
    const held = (by: Custody) => own.reduce((sum, { custody, minor }) => sum + (custody === by ? minor : 0), 0);
    const byRates = own.reduce((sum, { minor, permille }) => sum + timesOver(minor, permille, 1000), 0);
    const commission = boundBy(byRates, bounds.find((each) => each.currency === currency)); // biome-ignore format: one line
    const [brought, paid] = [sumIn(broughtIn, currency), sumIn(paidOut, currency)];
    const heldByMarket = held('market');
    return {
      currency,
      heldByVendor: held('stall'),
      heldByMarket,
      byRates,
      commission,
      broughtIn: brought,
      paidOut: paid,
      owedToVendor: heldByMarket + brought - commission - paid,
    };
  });
}

const sumIn = (sums: readonly Sum[], currency: string): number =>
  sums.reduce((sum, each) => sum + (each.currency === currency ? each.minor : 0), 0);

const boundBy = (commission: number, bound: CommissionBound | undefined): number =>
  Math.min(Math.max(commission, bound?.floorMinor ?? Number.NEGATIVE_INFINITY), bound?.capMinor ?? Number.POSITIVE_INFINITY);
