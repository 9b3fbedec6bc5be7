'use client';
import { useEffect, useState } from 'react';

const KEY = 'serai.currency';

/** The currency the shopper thinks in. Not private, so the phone may remember it. */
export function useCurrency(currencies: readonly string[]) {
  const [currency, setCurrency] = useState<string | null>(null);
  useEffect(() => {
    const kept = window.localStorage.getItem(KEY);
    if (kept !== null && currencies.includes(kept)) setCurrency(kept);
  }, [currencies]);
  const choose = (code: string): void => {
    window.localStorage.setItem(KEY, code);
    setCurrency(code);
  };
  return { currency: currency ?? currencies[0] ?? '', choose };
}
