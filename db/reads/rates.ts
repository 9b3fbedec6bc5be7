import { asc, desc, eq, lt } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { lawRate, tillRate } from '../schema/market.ts';

type Query = { readonly kind: 'law' | 'till'; readonly before?: string | undefined };

const MOST_DAYS_ROWS = 200;

/** Exchange rates with their day and source, newest day first. `next` is the day before which the next page begins. */
export async function rates(tx: Tx, { kind, before }: Query) {
  const table = kind === 'law' ? lawRate : tillRate;
  const shown = { base: table.base, quote: table.quote, scaled: table.scaled, date: table.date, source: table.source };
  const rows = await tx
    .select({ ...shown, recordedAt: table.recordedAt })
    .from(table)
    .where(before === undefined ? undefined : lt(table.date, before))
    .orderBy(desc(table.date), asc(table.base), asc(table.quote))
    .limit(MOST_DAYS_ROWS + 1);
  if (rows.length <= MOST_DAYS_ROWS) return { rates: rows, next: null };
  const lastDay = rows.at(-1)?.date ?? '';
  const whole = rows.filter(({ date }) => date > lastDay);
  if (whole.length > 0) return { rates: whole, next: whole.at(-1)?.date ?? null };
  const sameDay = await tx
    .select({ ...shown, recordedAt: table.recordedAt })
    .from(table)
    .where(eq(table.date, lastDay))
    .orderBy(asc(table.base), asc(table.quote));
  return { rates: sameDay, next: lastDay };
}
