import { isDay } from '#lib/calendar/day.ts';
import { isCurrency } from './money.ts';
import type { Rate } from './rate.ts';

/** A rate as somebody writes it: one unit of base costs that many of quote. */
export type WrittenRate = {
  readonly date: string;
  readonly base: string;
  readonly quote: string;
  readonly rate: string;
  readonly source: string;
};

export const RATE_FIELDS = ['date', 'base', 'quote', 'rate', 'source'] as const;

/** Which line, counted from 1, and what in it does not read: a field, the number of columns, a pair that stands twice, or the heading. */
export type RateFault = { readonly line: number; readonly field: (typeof RATE_FIELDS)[number] | 'columns' | 'twice' | 'heading' };

/** Reads a CSV file with the heading date,base,quote,rate,source; all of it or none of it. */
export function readRateFile(text: string): { readonly rates: readonly Rate[] } | { readonly faults: readonly RateFault[] } {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((row, index) => ({ line: index + 1, cells: cellsOf(row) }))
    .filter(({ cells }) => cells.length > 1 || cells[0] !== '');
  const [heading, ...body] = rows;
  if (heading?.cells.map((cell) => cell.toLowerCase()).join() !== RATE_FIELDS.join())
    return { faults: [{ line: heading?.line ?? 1, field: 'heading' }] };
  const short = body.filter(({ cells }) => cells.length !== RATE_FIELDS.length);
  if (short.length > 0) return { faults: short.map(({ line }) => ({ line, field: 'columns' })) };
  return readRates(
    body.map(({ line, cells: [date = '', base = '', quote = '', rate = '', source = ''] }) => ({
      line,
      written: { date, base, quote, rate, source },
    })),
  );
}

/** Reads rates line by line, or says everything that does not read. */
export function readRates(
  rows: readonly { readonly line: number; readonly written: WrittenRate }[],
): { readonly rates: readonly Rate[] } | { readonly faults: readonly RateFault[] } {
  const seen = new Set<string>();
  const faults = rows.flatMap(({ line, written }): RateFault[] => {
    const key = `${written.base}/${written.quote} ${written.date}`;
    const wrong = faultsIn(written).map((field) => ({ line, field }));
    return seen.size === seen.add(key).size ? [...wrong, { line, field: 'twice' }] : wrong;
  });
  if (faults.length > 0) return { faults };
  return { rates: rows.map(({ written: { rate, ...rest } }) => ({ ...rest, scaled: millionthsOf(rate) })) };
}

function faultsIn({ date, base, quote, rate, source }: WrittenRate): RateFault['field'][] {
  const faults: RateFault['field'][] = [];
  if (!isDay(date)) faults.push('date');
  if (!isCurrency(base)) faults.push('base');
  if (!isCurrency(quote) || base === quote) faults.push('quote');
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(rate) || millionthsOf(rate) === 0) faults.push('rate');
  if (source.trim().length < 2 || source.length > 120) faults.push('source');
  return faults;
}

function millionthsOf(rate: string): number {
  const [whole = '0', fraction = ''] = rate.split('.');
  return Number(whole) * 1_000_000 + Number(fraction.padEnd(6, '0'));
}

/** Cells between commas; one in quotation marks may hold commas, and a mark written twice. */
function cellsOf(row: string): readonly string[] {
  const cells = [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return cells.map(([, quoted, plain = '']) => (quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim());
}
