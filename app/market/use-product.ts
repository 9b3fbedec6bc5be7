'use client';
import { useEffect, useState } from 'react';
import { callApi } from '../_ui/api.ts';
import type { ProductPage, ProductView } from './market-views.ts';

export type FoundProduct =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'fault'; readonly status: number }
  | { readonly kind: 'found'; readonly product: ProductView };

/** One product by its barcode at its stall. Status 404 where the stall does not have it. */
export function useProduct(stall: string, gtin: string): FoundProduct {
  const [found, setFound] = useState<FoundProduct>({ kind: 'waiting' });
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const answer = await callApi<ProductPage>('GET', `products?${new URLSearchParams({ stall, gtin, limit: '1' })}`);
      if (gone) return;
      const product = answer.kind === 'done' ? answer.body.products[0] : undefined;
      setFound(product ? { kind: 'found', product } : { kind: 'fault', status: answer.kind === 'done' ? 404 : answer.status });
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [stall, gtin]);
  return found;
}
