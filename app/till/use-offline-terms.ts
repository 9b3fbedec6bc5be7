'use client';
import { moneyOf } from '#lib/money/money.ts';
import type { OfflineTerms } from './offline-receipt.ts';
import { useStall } from './stall-context.tsx';
import { useFiscalWait } from './use-fiscal-wait.ts';
import type { HeldLeases } from './use-leases.ts';

/** What may be sold here while nobody answers; null while somebody does: then the market decides. */
export function useOfflineTerms({ isHeld }: HeldLeases): OfflineTerms | null {
  const { till, link, beacon } = useStall();
  const isShut = useFiscalWait()?.wait === 'shut';
  if (link === 'online') return null;
  const { floor } = till.offline;
  return { floor: (floor && moneyOf(floor)) ?? null, hasClock: beacon !== null, isShut, isLeased: isHeld };
}
