import type { Rate } from '#lib/money/rate.ts';

/** Invented rates of a demo market, in the range of 2026; they carry a source that says so. */
const LAW: readonly (readonly [string, string, number])[] = [
  ['EUR', 'CNY', 8_245_000],
  ['USD', 'CNY', 7_098_000],
  ['CNY', 'KZT', 73_150_000],
  ['EUR', 'KZT', 603_120_000],
  ['CNY', 'RUB', 11_420_000],
  ['CNY', 'PKR', 39_550_000],
];

/** The seller's rate lies two per cent to the market's side. */
const TILL_SHARE = 0.98;

export function ratesOn(date: string, kind: 'law' | 'till'): readonly Rate[] {
  return LAW.map(([base, quote, scaled]) => ({
    base,
    quote,
    scaled: kind === 'law' ? scaled : Math.round(scaled * TILL_SHARE),
    date,
    source: kind === 'law' ? 'demo official rate' : 'demo market rate',
  }));
}
