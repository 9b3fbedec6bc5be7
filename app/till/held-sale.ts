import { type Basket, EMPTY_BASKET } from './basket.ts';

/** What a reload must not lose: the basket, and a sale that was sent and not answered yet. One per tab. */
export type SentSale = {
  readonly path: 'sales' | 'payments';
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
};
type Held = { readonly basket: Basket; readonly sent: SentSale | null };

const KEY = 'serai.till.held';
const NOTHING: Held = { basket: EMPTY_BASKET, sent: null };

export function heldSale(): Held {
  try {
    return { ...NOTHING, ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Held>) };
  } catch {
    return NOTHING;
  }
}

export function holdBasket(basket: Basket): void {
  hold({ ...heldSale(), basket });
}

export function holdSent(sent: SentSale | null): void {
  hold({ ...heldSale(), sent });
}

function hold(held: Held): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(held));
  } catch {
    // Without a store the sale still goes on; only a reload would lose the basket.
  }
}
