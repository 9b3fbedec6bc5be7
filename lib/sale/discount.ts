import type { Amount } from '#lib/money/money.ts';
import { downOver, upOver } from '#lib/money/rounding.ts';

/** Why a price was lessened. The last one says nothing by itself: a note must. */
export const DISCOUNT_REASONS = [
  'damaged',
  'last-piece',
  'short-date',
  'price-promised',
  'many-at-once',
  'loyal',
  'staff',
  'goodwill',
  'other',
] as const;
export type DiscountReason = (typeof DISCOUNT_REASONS)[number];

/** A discount as it is asked for. Per cent have two digits after the point at most. */
export type DiscountClaim = ({ readonly percent: string } | { readonly amount: Amount }) & {
  readonly reason: DiscountReason;
  readonly note?: string | undefined;
};

/** How much comes off: hundredths of a per cent, or an amount in the currency of the goods. */
export type Off = { readonly basisPoints: number } | { readonly minor: number };

export const WHOLE = 10_000;

/** What comes off a price: never more than the per cent that was said, nor than the price. */
export const offOf = (priceMinor: number, off: Off): number =>
  'minor' in off ? Math.min(off.minor, priceMinor) : downOver(priceMinor, off.basisPoints, WHOLE);

/** One line before its discounts. `name`: what tells it from others, so that the order in which lines were scanned moves no fen. */
export type Priced = { readonly name: string; readonly listMinor: number; readonly off: Off | undefined };

/** What comes off one line: by its own discount, and as its share of the whole sale's. */
export type LineDiscount = { readonly ownMinor: number; readonly shareMinor: number };

/** What each line is less, exact to the minor unit: the shares add up to the discount of the whole sale. */
export function discountsOf(lines: readonly Priced[], whole: Off | undefined): readonly LineDiscount[] {
  const own = lines.map(({ listMinor, off }) => (off === undefined ? 0 : offOf(listMinor, off)));
  const left = lines.map(({ name, listMinor }, at) => ({ name, minor: listMinor - (own[at] as number) }));
  const shares = whole === undefined ? left.map(() => 0) : spread(offOf(sumOf(left), whole), left);
  return own.map((ownMinor, at) => ({ ownMinor, shareMinor: shares[at] as number }));
}

type Part = { readonly name: string; readonly minor: number };
const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { minor }) => sum + minor, 0);

/**
 * An amount in proportion to the parts and no larger than their sum: each gets its share rounded down, and what rounding left goes, a unit
 * each, to the largest remainders; of equal ones to the dearer part, then by name.
 */
export function spread(minor: number, parts: readonly Part[]): readonly number[] {
  const all = sumOf(parts);
  if (all === 0) return parts.map(() => 0);
  const shares = parts.map((part) => downOver(minor, part.minor, all));
  const rest = (at: number): bigint =>
    BigInt(minor) * BigInt((parts[at] as Part).minor) - BigInt(shares[at] as number) * BigInt(all);
  const inTurn = [...parts.keys()].sort((a, b) => {
    const [one, other] = [parts[a] as Part, parts[b] as Part];
    const more = rest(b) - rest(a);
    return (
      (more > 0n ? 1 : more < 0n ? -1 : 0) ||
      other.minor - one.minor ||
      (one.name < other.name ? -1 : Number(one.name > other.name))
    );
  });
  const left = minor - shares.reduce((sum, share) => sum + share, 0);
  const larger = new Set(inTurn.slice(0, left));
  return shares.map((share, at) => share + Number(larger.has(at)));
}

/** Whether all of it may be given without asking: no line is less by more than the limit, to the next minor unit. */
export const isWithin = (
  lines: readonly { readonly listMinor: number; readonly discountMinor: number }[],
  limitBasisPoints: number,
): boolean => lines.every(({ listMinor, discountMinor }) => discountMinor <= upOver(listMinor, limitBasisPoints, WHOLE));

/** '12.5' -> 1250; undefined for anything that is no per cent between nought and a hundred. */
export function basisPointsOf(percent: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(percent);
  if (!match) return undefined;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points <= WHOLE ? points : undefined;
}

/** 1250 -> '12.5'. */
export const percentOf = (basisPoints: number): string => String(basisPoints / 100);
