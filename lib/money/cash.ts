import type { Money } from './money.ts';

/** The smallest amount of a currency that can be handed over in notes and coins: 10 fen, 1 tenge. A currency that is not listed has its minor unit. */
export type CashUnit = Money;

export const cashUnitOf = (currency: string, units: readonly CashUnit[]): number =>
  units.find((unit) => unit.currency === currency)?.minor ?? 1;

/** To the nearest whole number of units; a half goes up: it is rounded where money goes to the shopper, so a half is the shopper's. */
export const toWholeUnits = (minor: number, unit: number): number => Math.floor((minor + unit / 2) / unit) * unit || 0;

/** What can be given back in cash for an amount. */
export const inCash = ({ minor, currency }: Money, units: readonly CashUnit[]): Money => ({
  minor: toWholeUnits(minor, cashUnitOf(currency, units)),
  currency,
});
