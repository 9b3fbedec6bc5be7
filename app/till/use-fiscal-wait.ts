'use client';
import { useEffect, useState } from 'react';
import type { FiscalWait } from '#lib/fiscal/fiscal-terms.ts';
import { fiscalHoursHere } from './fiscal-hours.ts';
import { useStall } from './stall-context.tsx';

const MINUTE_MS = 60_000;

/** How long fiscal documents of this side have waited: by the market's word while it answers, by this till's own count while it does not. */
export function useFiscalWait(): FiscalWait | null {
  const { till, link, outbox, now } = useStall();
  const counts = link !== 'online' && till.fiscal != null;
  const [, again] = useState(0);
  useEffect(() => {
    if (!counts) return;
    const looking = setInterval(() => again((count) => count + 1), MINUTE_MS);
    return () => clearInterval(looking);
  }, [counts]);
  return counts ? fiscalHoursHere(till.fiscal, outbox.waiting, now()) : (till.fiscal ?? null);
}
