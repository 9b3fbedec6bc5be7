import type { Fraction } from './fraction.ts';
import type { DutyTable } from './pack.ts';

type Rounding = NonNullable<DutyTable['rounding']>;

const HALF_EVEN: Rounding = { mode: 'half-even', toMinor: 1 };

/** A sum over a divisor as a whole number of minor units, the way the law rounds; without a word of the law half to even. Neither is negative. */
export function roundedTo(sum: Fraction, divisor: number, rounding: Rounding = HALF_EVEN): number {
  const whole = sum.asWhole;
  const by = divisor * rounding.toMinor;
  if (whole === undefined || !Number.isSafeInteger(2 * whole) || !Number.isSafeInteger(by))
    return largeRoundedTo(sum.numerator, sum.denominator * BigInt(divisor), rounding);
  const rest = whole % by;
  const quotient = (whole - rest) / by;
  return (isRoundedUp(2 * rest, by, quotient % 2 === 1, rounding) ? quotient + 1 : quotient) * rounding.toMinor;
}

/** The same in numbers of any length. */
function largeRoundedTo(numerator: bigint, denominator: bigint, rounding: Rounding): number {
  const divisor = denominator * BigInt(rounding.toMinor);
  const quotient = numerator / divisor;
  const isUp = isRoundedUp(2n * (numerator % divisor), divisor, quotient % 2n === 1n, rounding);
  return Number(isUp ? quotient + 1n : quotient) * rounding.toMinor;
}

function isRoundedUp<Size extends number | bigint>(twiceRest: Size, divisor: Size, isOdd: boolean, { mode }: Rounding): boolean {
  if (mode === 'up') return twiceRest > 0;
  if (mode === 'half-up') return twiceRest >= divisor;
  return mode === 'half-even' && (twiceRest > divisor || (twiceRest === divisor && isOdd));
}
