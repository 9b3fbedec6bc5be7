import type { DutyTable } from './pack.ts';

type Rounding = NonNullable<DutyTable['rounding']>;

/** A quotient as a whole number of minor units, the way the law rounds; without a word of the law half to even. Neither part is negative. */
export function roundedTo(
  numerator: bigint,
  denominator: bigint,
  { mode, toMinor }: Rounding = { mode: 'half-even', toMinor: 1 },
): number {
  const divisor = denominator * BigInt(toMinor);
  const quotient = numerator / divisor;
  const rest = numerator % divisor;
  const twice = 2n * rest;
  const isUp =
    mode === 'up'
      ? rest > 0n
      : mode === 'half-up'
        ? twice >= divisor
        : mode === 'half-even' && (twice > divisor || (twice === divisor && quotient % 2n === 1n));
  return Number(isUp ? quotient + 1n : quotient) * toMinor;
}
