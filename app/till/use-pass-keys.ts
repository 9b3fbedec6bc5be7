'use client';
import { useEffect } from 'react';
import { learnPassKeys } from './known-pass.ts';

/** The keys that sign passes and the passes that were revoked, fetched whenever the market says that they are newer than what is here. */
export function usePassKeys(keysAt: string | undefined): void {
  useEffect(() => {
    if (keysAt !== undefined) void learnPassKeys();
  }, [keysAt]);
}
