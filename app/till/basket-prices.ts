import { measureOf } from '#lib/catalogue/measure.ts';
import { amountOf, type Money, moneyOf } from '#lib/money/money.ts';
import { basisPointsOf, type DiscountClaim, discountsOf, type Off, offOf, spread } from '#lib/sale/discount.ts';
import { type Basket, type BasketLine, quantityText } from './basket.ts';

/** A line with what the shelf asks for it and what comes off: its own discount, and its share of the whole sale's. */
export type PricedLine = BasketLine & {
  readonly listMinor: number;
  readonly offMinor: number;
  /** Whose reason is told with all that comes off. */
  readonly why: Pick<DiscountClaim, 'reason' | 'note'> | undefined;
};

const PRICED = new WeakMap<Basket, readonly PricedLine[]>();

/** Every line of a basket at its price. Each pass pays for its own sale, so that each is priced as the market will price it. */
export function pricedLines(basket: Basket): readonly PricedLine[] {
  const known = PRICED.get(basket) ?? priced(basket);
  PRICED.set(basket, known);
  return known;
}

export const linesOf = (basket: Basket, pass: string): readonly PricedLine[] =>
  pricedLines(basket).filter((line) => line.pass === pass);

function priced(basket: Basket): readonly PricedLine[] {
  const off = new Map<string, number>();
  for (const [pass, whole] of wholeClaims(basket)) {
    const lines = basket.lines.filter((line) => line.pass === pass);
    const found = discountsOf(lines.map(asListed), whole && offIn(whole));
    for (const [at, { ownMinor, shareMinor }] of found.entries()) off.set((lines[at] as BasketLine).key, ownMinor + shareMinor);
  }
  return basket.lines.map((line) =>
    unchanged(line, { offMinor: off.get(line.key) ?? 0, why: whyOf(line.discount ?? basket.discount) }),
  );
}

const LAST = new WeakMap<BasketLine, PricedLine>();

/** A line that costs what it did is the one that is on the screen. */
function unchanged(line: BasketLine, { offMinor, why }: Pick<PricedLine, 'offMinor' | 'why'>): PricedLine {
  const last = LAST.get(line);
  if (last?.offMinor === offMinor && last.why?.reason === why?.reason && last.why?.note === why?.note) return last;
  const now = { ...line, listMinor: listOf(line), offMinor, why };
  LAST.set(line, now);
  return now;
}

const whyOf = (claim: DiscountClaim | null) =>
  claim === null ? undefined : { reason: claim.reason, ...(claim.note === undefined ? {} : { note: claim.note }) };

/** What comes off each pass's sale: the same per cent of each, or its part of an amount, no more than there is. */
export function wholeClaims({ lines, discount }: Basket): ReadonlyMap<string | null, DiscountClaim | undefined> {
  const passes = [...new Set(lines.map(({ pass }) => pass))];
  if (discount === null || 'percent' in discount) return new Map(passes.map((pass) => [pass, discount ?? undefined]));
  const bases = passes.map((pass) => ({ name: pass ?? '', minor: baseOf(lines.filter((line) => line.pass === pass)) }));
  const all = bases.reduce((sum, { minor }) => sum + minor, 0);
  const shares = spread(offOf(all, offIn(discount)), bases);
  const { currency } = discount.amount;
  return new Map(
    passes.map((pass, at) => [pass, shares[at] ? { ...discount, amount: amountOf({ minor: shares[at], currency }) } : undefined]),
  );
}

const baseOf = (lines: readonly BasketLine[]): number =>
  lines.map(asListed).reduce((sum, { listMinor, off }) => sum + listMinor - (off === undefined ? 0 : offOf(listMinor, off)), 0);

const asListed = (line: BasketLine) => ({
  name: [line.product.id, quantityText(line), line.fate === 'carried' ? '' : line.fate, line.note ?? ''].join(' '),
  listMinor: listOf(line),
  off: line.discount && offIn(line.discount),
});

const offIn = (claim: DiscountClaim): Off =>
  'percent' in claim ? { basisPoints: basisPointsOf(claim.percent) ?? 0 } : { minor: moneyOf(claim.amount)?.minor ?? 0 };

const listOf = ({ product, milli }: BasketLine): number => measureOf(moneyOf(product.price)?.minor ?? 0, milli);

/** What a line's own discount takes off, without its share of the whole sale's. */
export const ownOff = ({ discount, listMinor }: PricedLine): number =>
  discount === undefined ? 0 : offOf(listMinor, offIn(discount));

/** What is paid for a line. */
export const linePrice = ({ product, listMinor, offMinor }: PricedLine): Money => ({
  minor: listMinor - offMinor,
  currency: product.price.currency,
});

/** What the lines come to, in the currency of their prices; `currency` where there are none. */
export const totalOf = (lines: readonly PricedLine[], currency: string): Money =>
  summed(lines, currency, (line) => linePrice(line).minor);

/** All that comes off. */
export const offTotalOf = (lines: readonly PricedLine[], currency: string): Money =>
  summed(lines, currency, ({ offMinor }) => offMinor);

const summed = (lines: readonly PricedLine[], currency: string, of: (line: PricedLine) => number): Money => ({
  minor: lines.reduce((sum, line) => sum + of(line), 0),
  currency: lines[0]?.product.price.currency ?? currency,
});

const goodsBody = (line: BasketLine) => ({
  product: line.product.id,
  quantity: quantityText(line),
  ...(line.fate === 'carried' ? {} : { fate: line.fate }),
});

/** A line as the market is asked about it, or to hold it: all that comes off it is its own. */
export const askedLine = (line: PricedLine) => ({
  ...goodsBody(line),
  ...(line.offMinor === 0 || line.why === undefined
    ? {}
    : { discount: { amount: amountOf({ minor: line.offMinor, currency: line.product.price.currency }), ...line.why } }),
});

/** A line as it is sold: with what was claimed off it, no more than its price, and its note. */
export const soldLine = (line: PricedLine) => ({
  ...goodsBody(line),
  ...(line.discount === undefined ? {} : { discount: withinPrice(line.discount, line.listMinor) }),
  ...(line.note === undefined ? {} : { note: line.note }),
});

function withinPrice(claim: DiscountClaim, listMinor: number): DiscountClaim {
  if ('percent' in claim) return claim;
  const { currency } = claim.amount;
  return { ...claim, amount: amountOf({ minor: offOf(listMinor, offIn(claim)), currency }) };
}
