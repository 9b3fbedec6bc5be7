import type { Amount } from '../_ui/views.ts';

/** Goods that no sale here explains, as the API takes them. */
export type Goods = {
  readonly category: string;
  readonly description: string;
  readonly quantity: string;
  readonly weightG: number;
  readonly volumeMl?: number;
  readonly pieces?: number;
  readonly value?: Amount;
};

/** The same goods while somebody types. */
export type GoodsDraft = {
  readonly category: string | null;
  readonly description: string;
  readonly quantity: string;
  readonly weightG: string;
  readonly volumeMl: string;
  readonly pieces: string;
  readonly amount: string;
  readonly currency: string;
};

export const emptyGoods = (currency: string): GoodsDraft => ({
  category: null,
  description: '',
  quantity: '1',
  weightG: '',
  volumeMl: '',
  pieces: '',
  amount: '',
  currency,
});

/** The goods once kind, description, quantity and weight are there; else undefined. */
export function goodsOf(draft: GoodsDraft): Goods | undefined {
  const description = draft.description.trim();
  if (draft.category === null || description === '' || !(Number(draft.quantity) > 0) || draft.weightG === '') return undefined;
  return {
    category: draft.category,
    description,
    quantity: draft.quantity,
    weightG: Number(draft.weightG),
    ...(draft.volumeMl === '' ? {} : { volumeMl: Number(draft.volumeMl) }),
    ...(draft.pieces === '' ? {} : { pieces: Number(draft.pieces) }),
    ...(draft.amount === '' ? {} : { value: { amount: draft.amount, currency: draft.currency } }),
  };
}
