import { type Refusal, refusal } from '#lib/act/refusal.ts';

/** How long a side's documents may wait, as the office entered it for that side. */
export type FiscalTerms = {
  /** A document that is registered within this time was never late. */
  readonly onTimeMinutes: number;
  /** From here on the wait is shown loudly. */
  readonly loudHours: number;
  /** Nothing more is sold from here on. */
  readonly shutHours: number;
};

export const WAITS = ['clear', 'late', 'loud', 'shut'] as const;

/** How a side stands: nothing waits too long, or it has waited so many whole hours. */
export type FiscalWait = { readonly wait: (typeof WAITS)[number]; readonly hours: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** @param since when the oldest document came that is not registered; null where all are. */
export function waitOf(terms: FiscalTerms, since: string | null, now: string): FiscalWait {
  if (since === null) return { wait: 'clear', hours: 0 };
  const waited = Date.parse(now) - Date.parse(since);
  const hours = Math.max(0, Math.floor(waited / HOUR_MS));
  if (waited >= terms.shutHours * HOUR_MS) return { wait: 'shut', hours };
  if (waited >= terms.loudHours * HOUR_MS) return { wait: 'loud', hours };
  return { wait: waited > terms.onTimeMinutes * MINUTE_MS ? 'late' : 'clear', hours };
}

/** A register that may be autonomous no longer makes no document of any kind, as those of the field do. */
export function refusalWhileShut(terms: FiscalTerms, since: string | null, now: string): Refusal | undefined {
  const { wait, hours } = waitOf(terms, since, now);
  return wait === 'shut' ? refusal('fiscal-shut', { hours, count: terms.shutHours }) : undefined;
}
