import type { Receipt } from '#lib/sale/receipt.ts';
import { aMannedDrawer, CNY, cash } from './a-manned-drawer.ts';
import { aMarket } from './a-market.ts';
import { aDay, aDocument, body, type Goods, inside } from './a-visit.ts';

export const STALL = 'A-002';

export const percent = (text: string) => ({ percent: text, reason: 'damaged' });
export const line = (goods: Goods, more: object = {}) => ({ product: goods.id, quantity: '1', ...more });
export const receiptIn = (reply: Parameters<typeof body>[0]) => body<{ receipt: Receipt }>(reply, 201).receipt;

export type DiscountCounter = Awaited<ReturnType<typeof aDiscountCounter>>;

/** A manned till whose stall sells a coat for 900.00 and scarves for 100.00, and may take something off. */
export async function aDiscountCounter() {
  const market = await aMarket();
  const day = await aDay(market);
  const till = await aMannedDrawer(market, STALL, [CNY('500.00')]);
  return {
    market,
    day,
    till,
    coat: await day.stock(STALL, { price: '900.00', category: 'clothing' }),
    scarf: await day.stock(STALL, { price: '100.00', category: 'clothing' }),
    sell: async (lines: readonly object[], paid: string, more: object = {}) =>
      till.tell('sales', { pass: await inside(day, 'CN', aDocument()), lines, tenders: [cash(paid)], ...more }),
    /** An owner's word for so much less. */
    allowed: async (amount: string, approval = till.owner) =>
      body<{ approval: { id: string } }>(await till.tell('discount-approvals', { upTo: CNY(amount), approval }), 201).approval.id,
  };
}
