import { id, type Replied } from './a-market.ts';
import { body } from './a-visit.ts';
import { TEST_NOW } from './test-now.ts';

type Sold = {
  readonly pass: string;
  readonly product: string;
  readonly quantity?: number;
  /** What was asked for all of it, in yuan, and what was handed over. */
  readonly price: string;
  readonly paid?: string | undefined;
  readonly at?: string;
  /** What the till says otherwise of how it was made. */
  readonly says?: object;
};

/** A sale of one line as its till sends it when it is back. @param view what that till hears when it asks who it is, as its last beacon. */
export async function anOfflineSale(
  view: Promise<Replied>,
  { pass, product, quantity = 1, price, paid = price, at = TEST_NOW, says = {} }: Sold,
) {
  const { offline } = body<{ offline: { beacon: string; nextNumber: number } }>(await view, 200);
  return {
    id: id(),
    pass,
    lines: [{ product, quantity: String(quantity) }],
    tenders: [{ kind: 'cash', amount: CNY(paid) }],
    origin: 'offline',
    occurredAt: at,
    offline: {
      number: offline.nextNumber,
      beacon: offline.beacon,
      clock: 'monotonic',
      deviceClock: at,
      prices: [CNY(price)],
      change: CNY((Number(paid) - Number(price)).toFixed(2)),
      session: null,
      operator: null,
      ...says,
    },
  };
}

const CNY = (amount: string) => ({ amount, currency: 'CNY' });
