import type { Tone } from '../_ui/surfaces.tsx';
import type { ReceiptView } from './shop-views.ts';

/** The colour beside the word that says what became of a sale. */
export const RECEIPT_TONES: Readonly<Record<ReceiptView['state'], Tone>> = {
  sold: 'good',
  voided: 'plain',
  refunded: 'attention',
  'part-refunded': 'attention',
};
