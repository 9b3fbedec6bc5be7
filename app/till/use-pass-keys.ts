'use client';
import { useEffect } from 'react';
import { learnPassKeys } from './known-pass.ts';

const AGAIN_MS = 5 * 60_000;

/** The keys that sign passes and the passes that were withdrawn: fetched as often as a till may be behind with them, while somebody answers. */
export function usePassKeys(isOnline: boolean): void {
  useEffect(() => {
    if (!isOnline) return;
    void learnPassKeys();
    const again = setInterval(() => void learnPassKeys(), AGAIN_MS);
    return () => clearInterval(again);
  }, [isOnline]);
}
