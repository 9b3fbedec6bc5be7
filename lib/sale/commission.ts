import { timesOver } from '#lib/money/rounding.ts';
import type { Custody } from '#lib/till/cash-count.ts';

/** What was sold under one commission, or given back of it (then negative), by who has the money. */
export type Turnover = {
  readonly custody: Custody;
  readonly currency: string;
  readonly minor: number;
  readonly permille: number;
};

/** Where a vendor and the market stand in one currency. */
export type Standing = {
  readonly currency: string;
  /** Taken at the stall, which keeps it. */
  readonly heldByVendor: number;
  /** Taken for the market, which will pay it out. */
  readonly heldByMarket: number;
  /** Of every sale, whoever took its money. */
  readonly commission: number;
  /** What the vendor has brought to the market's bank of its own money. */
  readonly broughtIn: number;
  /** What the market pays out; below nought, what the vendor still owes: commission on money that the market never had. */
  readonly owedToVendor: number;
};

/** Commission is owed on all that was sold; only where the market holds the money can it keep it back. */
export function standingOf(
  turnover: readonly Turnover[],
  broughtIn: readonly { readonly currency: string; readonly minor: number }[],
): readonly Standing[] {
  const currencies = [...new Set([...turnover, ...broughtIn].map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = turnover.filter((each) => each.currency === currency);
    const held = (by: Custody) => own.reduce((sum, { custody, minor }) => sum + (custody === by ? minor : 0), 0);
    const commission = own.reduce((sum, { minor, permille }) => sum + timesOver(minor, permille, 1000), 0);
    const brought = broughtIn.reduce((sum, each) => sum + (each.currency === currency ? each.minor : 0), 0);
    const heldByMarket = held('market');
    return {
      currency,
      heldByVendor: held('stall'),
      heldByMarket,
      commission,
      broughtIn: brought,
      owedToVendor: heldByMarket + brought - commission,
    };
  });
}
