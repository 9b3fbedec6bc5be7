'use client';
import { useCallback, useEffect, useState } from 'react';
import type { ProductView } from './market-views.ts';

export type BagLine = { readonly product: ProductView; readonly quantity: number };

const KEY = 'serai.bag';

/** What the shopper plans to buy: a list on this phone and nowhere else. */
export function useBag() {
  const [lines, setLines] = useState<readonly BagLine[]>([]);
  useEffect(() => setLines(keptLines()), []);

  const change = useCallback((of: (lines: readonly BagLine[]) => readonly BagLine[]): void => {
    setLines((now) => {
      const next = of(now);
      window.sessionStorage.setItem(KEY, JSON.stringify(next));
      return next;
    });
  }, []);

  const add = useCallback(
    (product: ProductView, quantity: number): void =>
      change((now) => {
        const known = now.find((line) => line.product.id === product.id);
        if (!known) return [...now, { product, quantity }];
        return now.map((line) => (line === known ? { ...line, quantity: line.quantity + quantity } : line));
      }),
    [change],
  );
  const setQuantity = useCallback(
    (id: string, quantity: number): void =>
      change((now) => now.flatMap((line) => (line.product.id !== id ? [line] : quantity > 0 ? [{ ...line, quantity }] : []))),
    [change],
  );
  const clear = useCallback((): void => change(() => []), [change]);
  return { lines, add, setQuantity, clear };
}

export type Bag = ReturnType<typeof useBag>;

function keptLines(): readonly BagLine[] {
  try {
    return JSON.parse(window.sessionStorage.getItem(KEY) ?? '[]') as readonly BagLine[];
  } catch {
    return [];
  }
}
