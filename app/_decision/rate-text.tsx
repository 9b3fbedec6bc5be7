'use client';
import { decimalOf } from '#lib/money/money.ts';
import type { Rate } from '#lib/money/rate.ts';

/** 1 EUR = 8.245 CNY: never mirrored, never rounded. */
export function RateText({ rate: { base, quote, scaled } }: { readonly rate: Pick<Rate, 'base' | 'quote' | 'scaled'> }) {
  return (
    <bdi dir="ltr" className="num whitespace-nowrap">
      1 {base} = {decimalOf(scaled, 6).replace(/0+$/, '').replace(/\.$/, '')} {quote}
    </bdi>
  );
}
