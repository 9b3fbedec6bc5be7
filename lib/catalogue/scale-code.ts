import { gtinCheckDigit, isGtin } from './gtin.ts';
import { measureOf } from './measure.ts';

/**
 * How a scale of one side writes what it weighed into an EAN-13: prefix, item number, now and then a check digit over the price, weight or
 * price, check digit of the whole. Within their country's numbers markets choose this themselves (GS1 General Specifications, 2.1.12).
 */
export type ScaleCode = {
  /** '02', or '20' to '29'. */
  readonly prefix: string;
  readonly itemDigits: number;
  readonly hasPriceCheck: boolean;
  readonly holds: 'weight' | 'price';
  readonly valueDigits: number;
  /** How many of them stand after the point of a kilogram, or of the currency's whole unit. */
  readonly decimals: number;
};

/** What a code says: the number its goods have on the shelf, where the value is all noughts, and thousandths of a kilogram or of the currency's unit. */
export type Weighed = { readonly gtin: string; readonly holds: ScaleCode['holds']; readonly thousandths: number };
export type ScaleFault = 'price-check' | 'nothing-weighed';

const LENGTH = 13;
export const PREFIX = /^(02|2\d)$/;

/** Whether the digits of a layout come to a whole EAN-13. */
export const isWhole = ({ prefix, itemDigits, hasPriceCheck, valueDigits, decimals, holds }: ScaleCode): boolean =>
  PREFIX.test(prefix) &&
  prefix.length + itemDigits + Number(hasPriceCheck) + valueDigits + 1 === LENGTH &&
  decimals <= Math.min(3, valueDigits) &&
  (!hasPriceCheck || (holds === 'price' && (valueDigits === 4 || valueDigits === 5)));

/** Reads a GTIN of 14 digits by the layouts of a side; undefined where none of them is meant. */
export function readScaleCode(
  gtin14: string,
  layouts: readonly ScaleCode[],
): Weighed | { readonly fault: ScaleFault } | undefined {
  const code = gtin14.slice(1);
  const layout = layouts.find(({ prefix }) => gtin14.startsWith('0') && code.startsWith(prefix));
  if (layout === undefined || !isGtin(gtin14)) return undefined;
  const valueAt = LENGTH - 1 - layout.valueDigits;
  const value = code.slice(valueAt, -1);
  if (layout.hasPriceCheck && priceCheckDigit(value) !== code[valueAt - 1]) return { fault: 'price-check' };
  if (Number(value) === 0) return { fault: 'nothing-weighed' };
  const item = code.slice(0, 2 + layout.itemDigits).padEnd(LENGTH - 1, '0');
  return {
    gtin: `0${item}${gtinCheckDigit(item)}`,
    holds: layout.holds,
    thousandths: Number(value) * 10 ** (3 - layout.decimals),
  };
}

/** Products of a digit as the price check weighs them (GS1 General Specifications, 7.9.2 to 7.9.4). */
const WEIGHTS = {
  '2-': [0, 2, 4, 6, 8, 9, 1, 3, 5, 7],
  '3': [0, 3, 6, 9, 2, 5, 8, 1, 4, 7],
  '5+': [0, 5, 1, 6, 2, 7, 3, 8, 4, 9],
  '5-': [0, 5, 9, 4, 8, 3, 7, 2, 6, 1],
} as const;

/** The digit that proves a price of four or five digits. */
export function priceCheckDigit(price: string): string {
  const weights = price.length === 4 ? (['2-', '2-', '3', '5-'] as const) : (['5+', '2-', '5-', '5+', '2-'] as const);
  const sum = weights.reduce((all, weight, at) => all + (WEIGHTS[weight][Number(price[at])] as number), 0);
  return price.length === 4 ? String((sum * 3) % 10) : String(WEIGHTS['5-'].indexOf(((10 - (sum % 10)) % 10) as never));
}

type Shelved = { readonly unit: 'piece' | 'kg'; readonly priceMinor: number; readonly exponent: number };

/**
 * How much of the goods a code stands for, in thousandths of their unit. A price is divided by the shelf's: it must come to just that price
 * again, or the label was made at another one.
 */
export function quantityWeighed(
  { holds, thousandths }: Weighed,
  { unit, priceMinor, exponent }: Shelved,
): number | { readonly fault: 'not-by-weight' | 'price-differs' } {
  if (holds === 'weight') return unit === 'kg' ? thousandths : { fault: 'not-by-weight' };
  const minor = (thousandths * 10 ** exponent) / 1000;
  const milli = priceMinor === 0 ? 0 : Math.round((minor * 1000) / priceMinor);
  const isSold = milli > 0 && (unit === 'kg' || milli % 1000 === 0);
  return isSold && measureOf(priceMinor, milli) === minor ? milli : { fault: 'price-differs' };
}
