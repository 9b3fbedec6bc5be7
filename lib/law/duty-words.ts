import { decimalOf, exponentOf } from '#lib/money/money.ts';
import type { Fraction } from './fraction.ts';
import type { DutyTable } from './pack.ts';
import { roundedTo } from './rounding.ts';

/** What is taxed, in words: '3.000 kg', '100.00 EUR'. */
export function basisInWords(table: DutyTable, basis: Fraction): string {
  const amount = roundedTo(basis, 1);
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

export type ReadMeasure = { readonly value: number; readonly unit: string };

const UNITS: Readonly<Record<string, string>> = { kg: 'g', l: 'ml' };

/** The amount that `basisInWords` wrote, in the smallest unit; undefined if it wrote something else. */
export function readBasis(basis: string): ReadMeasure | undefined {
  const [, whole = '', fraction = '', unit] = /^(\d+)(?:\.(\d+))?(?: (kg|l|[A-Z]{3}))?$/.exec(basis) ?? [];
  return whole === ''
    ? undefined
    : { value: Number(whole + fraction), unit: unit === undefined ? 'piece' : (UNITS[unit] ?? unit) };
}

const PER = { kg: 'kg', l: 'litre', '1': 'piece' } as const;

type ReadRate = {
  readonly permille: number | undefined;
  readonly minimums: readonly (ReadMeasure & { readonly per: (typeof PER)[keyof typeof PER] })[];
};

/** The rate that `rateOf` wrote; undefined if it named tables instead. */
export function readRate(rate: string): ReadRate | undefined {
  const [, percentage, rest = rate] = /^(\d+(?:\.\d)?) %(?:, min (.*)|$)/.exec(rate) ?? [];
  const permille = percentage === undefined ? undefined : Math.round(Number(percentage) * 10);
  if (percentage !== undefined && rest === rate) return { permille, minimums: [] };
  const minimums = rest.split(', ').map((part) => /^(\d+)(?:\.(\d+))? ([A-Z]{3})\/(kg|l|1)$/.exec(part));
  if (!minimums.every((found) => found !== null)) return undefined;
  return {
    permille,
    minimums: minimums.map(([, whole = '', fraction = '', unit = '', per]) => ({
      value: Number(whole + fraction),
      unit,
      per: PER[per as keyof typeof PER],
    })),
  };
}
