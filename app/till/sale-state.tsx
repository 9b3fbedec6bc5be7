'use client';
import { useTranslations } from 'next-intl';
import type { Receipt } from '#lib/sale/receipt.ts';
import { Badge, type Tone } from '../_ui/surfaces.tsx';

const TONES: Readonly<Record<Receipt['state'], Tone>> = {
  sold: 'teal',
  voided: 'refusal',
  refunded: 'attention',
  'part-refunded': 'attention',
};

/** What has become of a sale. */
export function SaleState({ state }: { readonly state: Receipt['state'] }) {
  const t = useTranslations('till.sales.states');
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}
