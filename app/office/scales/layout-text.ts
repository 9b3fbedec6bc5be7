import type { ScaleCode } from '#lib/catalogue/scale-code.ts';

/** What is left of thirteen digits for the goods' number, once everything else has its place. */
export const itemDigitsOf = ({ hasPriceCheck, valueDigits }: Pick<ScaleCode, 'hasPriceCheck' | 'valueDigits'>): number =>
  13 - 2 - Number(hasPriceCheck) - valueDigits - 1;

/** A layout as it stands under a barcode: prefix, number of the goods (N), check of the price (c), kilograms (K) or money (M), check digit (C). */
export function layoutText({ prefix, itemDigits, hasPriceCheck, holds, valueDigits, decimals }: ScaleCode): string {
  const letter = holds === 'weight' ? 'K' : 'M';
  const whole = letter.repeat(valueDigits - decimals) || '0';
  const value = decimals === 0 ? whole : `${whole}.${letter.repeat(decimals)}`;
  return [prefix, 'N'.repeat(itemDigits), hasPriceCheck ? 'c' : '', value, 'C'].filter(Boolean).join(' ');
}
