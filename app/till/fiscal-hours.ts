import { type FiscalWait, waitOf } from '#lib/fiscal/fiscal-terms.ts';
import type { TillView } from './till-views.ts';

/**
 * How long fiscal documents of this side have waited, as far as a tablet without a network can know: the oldest that the market told of, and
 * the oldest sale that this tablet itself could not hand in. Null where nobody is told of sales.
 */
export function fiscalHoursHere(
  fiscal: TillView['fiscal'],
  soldHere: readonly { readonly receipt?: { readonly occurredAt: string } }[],
  now: string,
): FiscalWait | null {
  if (!fiscal) return null;
  const { wait, hours, shutHours, since, loudHours, onTimeMinutes } = fiscal;
  // An older market said no more than how it stood.
  if (loudHours === undefined || onTimeMinutes === undefined) return { wait, hours };
  const starts = [since ?? undefined, ...soldHere.map(({ receipt }) => receipt?.occurredAt)].filter((at) => at !== undefined);
  return waitOf({ onTimeMinutes, loudHours, shutHours }, starts.sort()[0] ?? null, now);
}
