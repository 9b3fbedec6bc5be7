'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi } from '../_ui/api.ts';
import type { ProductPage, ProductView } from './market-views.ts';

export type GoodsQuery = { readonly q?: string; readonly stall?: string; readonly category?: string; readonly limit?: number };

const TYPING_MS = 250;

/** Goods page by page; null asks for nothing. `isLoading` only until the first page is there. */
export function useGoods(query: GoodsQuery | null) {
  const [page, setPage] = useState<ProductPage | null>(null);
  const [fault, setFault] = useState<number | null>(null);
  const turn = useRef(0);
  const path = query && pathOf(query);

  const ask = useCallback(async (wanted: string, before: readonly ProductView[]): Promise<void> => {
    const started = turn.current;
    const answer = await callApi<ProductPage>('GET', wanted);
    if (turn.current !== started) return;
    setFault(answer.kind === 'done' ? null : answer.status);
    if (answer.kind === 'done') setPage({ ...answer.body, products: [...before, ...answer.body.products] });
  }, []);

  useEffect(() => {
    turn.current += 1;
    setPage(null);
    setFault(null);
    if (path === null) return;
    const typing = setTimeout(() => void ask(path, []), TYPING_MS);
    return () => clearTimeout(typing);
  }, [path, ask]);

  const more = (): void => {
    if (path !== null && page?.next) void ask(`${path}&after=${page.next}`, page.products);
  };
  const again = (): void => {
    setFault(null);
    if (path !== null) void ask(path, []);
  };
  return {
    products: page?.products ?? [],
    hasMore: Boolean(page?.next),
    isLoading: path !== null && page === null && fault === null,
    fault,
    more,
    again,
  };
}

function pathOf({ limit = 60, ...query }: GoodsQuery): string {
  const words = new URLSearchParams({ limit: String(limit) });
  for (const [name, value] of Object.entries(query)) if (value) words.set(name, value);
  return `products?${words}`;
}
