import { amountOf, type Money, moneyOf } from '#lib/money/money.ts';
import type { Receipt } from '#lib/sale/receipt.ts';

/** What the audit says of one sale. */
export const saleFacts = (receipt: Receipt): Readonly<Record<string, string>> => ({
  number: receipt.number,
  stall: receipt.stall.code,
  total: receipt.total.amount,
  currency: receipt.total.currency,
  ...discountFacts([receipt]),
});

/** What the audit says of discounts: how much came off in all, and whose word it was where a cashier's was not enough. */
export function discountFacts(receipts: readonly Receipt[]): Readonly<Record<string, string>> {
  const discounts = receipts.flatMap((receipt) => receipt.discounts ?? []);
  const [first] = discounts;
  if (first === undefined) return {};
  const { currency } = first.amount;
  const minor = discounts.reduce((sum, { amount }) => sum + (moneyOf(amount) as Money).minor, 0);
  const approvedBy = discounts.find((discount) => discount.approvedBy !== null)?.approvedBy;
  return { discount: amountOf({ minor, currency }).amount, ...(approvedBy == null ? {} : { approvedBy }) };
}
