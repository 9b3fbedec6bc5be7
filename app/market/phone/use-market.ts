'use client';
import { useEffect, useState } from 'react';
import { type Answer, callApi } from '../../_ui/api.ts';
import type { PhoneMarket } from '../market-views.ts';

const AGAIN_MS = 5000;

/** What everybody may know of the market; asked again until there is an answer. */
export function useMarket(): Answer<PhoneMarket> | null {
  const [market, setMarket] = useState<Answer<PhoneMarket> | null>(null);
  const missing = market?.kind !== 'done';
  useEffect(() => {
    if (!missing) return;
    const ask = async (): Promise<void> => setMarket(await callApi<PhoneMarket>('GET', 'market'));
    void ask();
    const again = setInterval(() => void ask(), AGAIN_MS);
    return () => clearInterval(again);
  }, [missing]);
  return market;
}
