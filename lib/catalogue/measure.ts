const MOST = 1_000_000_000;

/** A quantity in thousandths of the product's unit from its decimal text ('1', '0.250'), or undefined if it is not one above zero. */
export function quantityMilliOf(text: string): number | undefined {
  const match = /^(\d{1,7})(?:\.(\d{1,3}))?$/.exec(text);
  if (!match) return undefined;
  const milli = Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'));
  return milli > 0 && milli <= MOST ? milli : undefined;
}

/** The decimal text of thousandths, without trailing zeros: 1250 -> '1.25', 3000 -> '3'. @throws RangeError if not a whole number. */
export function quantityTextOf(milli: number): string {
  if (!Number.isSafeInteger(milli)) throw new RangeError(`not thousandths: ${milli}`);
  const whole = Math.trunc(Math.abs(milli) / 1000);
  const part = String(Math.abs(milli) % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${milli < 0 ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

/** Whether a quantity can be sold: what is sold by the piece is not cut. */
export const isSellable = (milli: number, unit: 'piece' | 'kg'): boolean => milli > 0 && (unit === 'kg' || milli % 1000 === 0);

/** What `perUnit` (grams, millilitres, minor units ...) comes to for a quantity, halves away from zero. */
export function measureOf(perUnit: number, milli: number): number {
  const product = BigInt(perUnit) * BigInt(milli);
  const half = product < 0n ? -500n : 500n;
  return Number((product + half) / 1000n);
}
