'use client';
import { useEffect, useState } from 'react';

/** Whether the browser promised to keep what is on this tablet's disk, also when that fills up; null while it is asked. */
export function usePersistence(): boolean | null {
  const [isKept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    const { storage } = navigator as { readonly storage?: StorageManager };
    const asked = async (): Promise<boolean> => (await storage?.persisted()) || (await storage?.persist()) || false;
    void asked().then(setKept, () => setKept(false));
  }, []);
  return isKept;
}
