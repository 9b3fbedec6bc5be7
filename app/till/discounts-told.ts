import { amountOf } from '#lib/money/money.ts';
import { basisPointsOf, type DiscountClaim, percentOf } from '#lib/sale/discount.ts';
import type { Receipt, ReceiptDiscount } from '#lib/sale/receipt.ts';
import type { Basket } from './basket.ts';
import { linesOf, ownOff, wholeClaims } from './basket-prices.ts';

/** What came off one pass's sale, as its receipt says it. */
export function discountsTold(basket: Basket, pass: string): Pick<Receipt, 'discounts'> {
  const lines = linesOf(basket, pass);
  const currency = lines[0]?.product.price.currency ?? '';
  const told = (claim: DiscountClaim, line: number | null, minor: number): ReceiptDiscount => ({
    line,
    reason: claim.reason,
    note: claim.note ?? null,
    percent: 'percent' in claim ? percentOf(basisPointsOf(claim.percent) ?? 0) : null,
    amount: amountOf({ minor, currency }),
    approvedBy: basket.approval?.by ?? null,
  });
  const own = lines.flatMap((line, at) => (line.discount === undefined ? [] : [told(line.discount, at + 1, ownOff(line))]));
  const whole = wholeClaims(basket).get(pass);
  const shares = lines.reduce((sum, line) => sum + line.offMinor - ownOff(line), 0);
  const discounts = whole === undefined ? own : [...own, told(whole, null, shares)];
  return discounts.length === 0 ? {} : { discounts };
}
