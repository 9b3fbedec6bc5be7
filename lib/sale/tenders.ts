import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { amountOf, type Money } from '#lib/money/money.ts';
import { convert, type Rate } from '#lib/money/rate.ts';

export type Tendered = { readonly kind: 'cash' | 'card' | 'qr'; readonly money: Money; readonly reference: string | null };
export type Settled = { readonly tenders: readonly (Tendered & { readonly rate: readonly Rate[] })[]; readonly change: Money };

/**
 * What is handed over against a total, at the till's rates. Change comes out of cash only, in the sale's currency:
 * a card or a wallet is never charged more than is due.
 */
export function settle(
  total: Money,
  tenders: readonly Tendered[],
  rates: readonly Rate[],
): Settled | { readonly refused: Refusal } {
  let handed = 0;
  let cash = 0;
  const settled: (Tendered & { rate: readonly Rate[] })[] = [];
  for (const tender of tenders) {
    const converted = convert(tender.money, total.currency, rates);
    if (converted === undefined) return { refused: refusal('currency-unknown', { currency: tender.money.currency }) };
    handed += converted.money.minor;
    if (tender.kind === 'cash') cash += converted.money.minor;
    settled.push({ ...tender, rate: converted.rate });
  }
  if (handed < total.minor) {
    return {
      refused: refusal('tender-short', {
        due: amountOf(total).amount,
        short: amountOf({ minor: total.minor - handed, currency: total.currency }).amount,
        currency: total.currency,
      }),
    };
  }
  const change = handed - total.minor;
  if (change > cash) return { refused: refusal('tender-over', { due: amountOf(total).amount, currency: total.currency }) };
  return { tenders: settled, change: { minor: change, currency: total.currency } };
}
