import { decimalOf, exponentOf } from '#lib/money/money.ts';
import type { Fraction } from './fraction.ts';
import type { DutyTable } from './pack.ts';
import { roundedTo } from './rounding.ts';

/** What is taxed, in words: '3.000 kg', '100.00 EUR'. */
export function basisInWords(table: DutyTable, basis: Fraction): string {
  const amount = roundedTo(basis.numerator, basis.denominator);
  if (table.kind === 'per-kg') return `${decimalOf(amount, 3)} kg`;
  if (table.kind === 'per-litre') return `${decimalOf(amount, 3)} l`;
  return table.kind === 'per-piece' ? String(amount) : money(amount, table.currency);
}

/** A rate as a law writes it: '30 %', '4.00 EUR/kg', '5 %, min 1.00 EUR/kg'. */
export function rateOf(table: DutyTable, permille: number): string {
  const { currency } = table;
  if (table.kind === 'per-kg') return `${money(table.minorPerKg, currency)}/kg`;
  if (table.kind === 'per-litre') return `${money(table.minorPerLitre, currency)}/l`;
  if (table.kind === 'per-piece') return `${money(table.minorPerPiece, currency)}/1`;
  if (table.kind === 'sum') return table.tables.join(' + ');
  const least = [
    'minorPerKg' in table && table.minorPerKg !== undefined ? `${money(table.minorPerKg, currency)}/kg` : '',
    'minorPerLitre' in table && table.minorPerLitre !== undefined ? `${money(table.minorPerLitre, currency)}/l` : '',
    'minorPerPiece' in table && table.minorPerPiece !== undefined ? `${money(table.minorPerPiece, currency)}/1` : '',
  ].filter((part) => part !== '');
  return least.length === 0 ? percent(permille) : `${percent(permille)}, min ${least.join(', ')}`;
}

export const money = (minor: number, currency: string): string => `${decimalOf(minor, exponentOf(currency))} ${currency}`;

export const percent = (permille: number): string => `${permille % 10 === 0 ? permille / 10 : decimalOf(permille, 1)} %`;
