import type { Exact, Fraction } from './fraction.ts';
import type { DutyTable } from './pack.ts';

type Rounding = NonNullable<DutyTable['rounding']>;

const HALF_EVEN: Rounding = { mode: 'half-even', toMinor: 1 };

/** A sum over a divisor as a whole number of minor units, the way the law rounds; without a word of the law half to even. Neither is negative. */
export function roundedTo(sum: Fraction, divisor: number, rounding: Rounding = HALF_EVEN): number {
  const { small } = sum;
  if (small === undefined) return largeRoundedTo(sum.exact, divisor, rounding);
  const by = small.denominator * divisor * rounding.toMinor;
  if (!Number.isSafeInteger(2 * by)) return largeRoundedTo(sum.exact, divisor, rounding);
  const rest = small.numerator % by;
  const quotient = (small.numerator - rest) / by;
  return (isRoundedUp(2 * rest, by, quotient % 2 === 1, rounding) ? quotient + 1 : quotient) * rounding.toMinor;
}

/** The same in numbers of any length. */
function largeRoundedTo({ numerator, denominator }: Exact, divisor: number, rounding: Rounding): number {
  const by = denominator * BigInt(divisor) * BigInt(rounding.toMinor);
  const quotient = numerator / by;
  const isUp = isRoundedUp(2n * (numerator % by), by, quotient % 2n === 1n, rounding);
  return Number(isUp ? quotient + 1n : quotient) * rounding.toMinor;
}

function isRoundedUp<Size extends number | bigint>(twiceRest: Size, divisor: Size, isOdd: boolean, { mode }: Rounding): boolean {
  if (mode === 'up') return twiceRest > 0;
  if (mode === 'half-up') return twiceRest >= divisor;
  return mode === 'half-even' && (twiceRest > divisor || (twiceRest === divisor && isOdd));
}
