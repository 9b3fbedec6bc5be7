import { type Basket, EMPTY_BASKET } from './basket.ts';

const KEY = 'serai.till.basket';

/** The basket that a reload must not lose. One per tab. */
export function heldBasket(): Basket {
  try {
    return { ...EMPTY_BASKET, ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Basket>) };
  } catch {
    return EMPTY_BASKET;
  }
}

export function holdBasket(basket: Basket): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(basket));
  } catch {
    // Without a store the sale still goes on; only a reload would lose the basket.
  }
}
