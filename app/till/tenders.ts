import { type CashUnit, cashUnitOf, inCash } from '#lib/money/cash.ts';
import { amountOf, exponentOf, type Money, moneyOf } from '#lib/money/money.ts';
import { convert, type Rate } from '#lib/money/rate.ts';
import { type CashTerms, settle } from '#lib/sale/tenders.ts';
import type { Amount } from '../_ui/views.ts';

export type TenderKind = 'cash' | 'card' | 'qr';
export const TENDER_KINDS: readonly TenderKind[] = ['cash', 'card', 'qr'];

/** What is being typed, before it is handed over. */
export type Entry = { readonly kind: TenderKind; readonly currency: string; readonly amount: string; readonly reference: string };

export type Tender = { readonly kind: TenderKind; readonly amount: Amount; readonly reference: string };

/** What the tenders come to against a total, in its currency: still due, or what goes back. */
export type Standing = {
  readonly handed: Money;
  readonly due: Money;
  readonly change: Money;
  /** What no coin is small enough for. */
  readonly rounding: Money;
  readonly enough: boolean;
  readonly over: boolean;
};

export function standingOf(total: Money, tenders: readonly Tender[], rates: readonly Rate[], terms: CashTerms): Standing {
  const { currency } = total;
  const handed = tenders.reduce((sum, tender) => {
    const money = moneyOf(tender.amount);
    return sum + (money ? (convert(money, currency, rates)?.money.minor ?? 0) : 0);
  }, 0);
  const settled = settle(total, tendered(tenders), rates, terms);
  const isSettled = !('refused' in settled);
  return {
    handed: { minor: handed, currency },
    due: { minor: Math.max(0, total.minor - handed), currency },
    change: isSettled ? settled.change : { minor: Math.max(0, handed - total.minor), currency },
    rounding: isSettled ? settled.rounding : { minor: 0, currency },
    enough: (tenders.length > 0 || total.minor === 0) && isSettled,
    over: !isSettled && settled.refused.reason === 'tender-over',
  };
}

export const tendered = (tenders: readonly Tender[]) =>
  tenders.flatMap(({ kind, amount, reference }) => {
    const money = moneyOf(amount);
    return money ? [{ kind, money, reference: reference || null }] : [];
  });

/**
 * What settles a debt in another currency: never short once it is changed back. In cash it can be handed over, and what no coin is small
 * enough for is let go. Undefined where no rate leads there.
 */
export function exactIn(
  due: Money,
  { currency, kind }: Pick<Entry, 'currency' | 'kind'>,
  rates: readonly Rate[],
  units: readonly CashUnit[],
): Money | undefined {
  const unit = kind === 'cash' ? cashUnitOf(currency, units) : 1;
  const there = convert(due, currency, rates)?.money;
  if (!there) return undefined;
  const least = Math.max(unit, Math.floor(there.minor / unit) * unit);
  if (due.minor <= 0) return { minor: 0, currency };
  for (let minor = least; minor <= least + 1000 * unit; minor += unit) {
    const back = convert({ minor, currency }, due.currency, rates)?.money;
    if (back === undefined) return undefined;
    const over = { minor: back.minor - due.minor, currency: due.currency };
    if ((kind === 'cash' ? inCash(over, units) : over).minor >= 0) return { minor, currency };
  }
  return undefined;
}

/** Notes that a drawer knows: the next round amounts above what is due, the exact one first. */
export function quickAmounts(due: Money): readonly Money[] {
  if (due.minor <= 0) return [];
  const one = 10 ** exponentOf(due.currency);
  const rounded = NOTES.map((note) => Math.ceil(due.minor / (note * one)) * note * one).filter((minor) => minor > due.minor);
  const distinct = [...new Set(rounded)].sort((a, b) => a - b).slice(0, 4);
  return [due, ...distinct.map((minor) => ({ minor, currency: due.currency }))];
}
const NOTES = [1, 5, 10, 20, 50, 100, 500, 1000, 5000, 10_000, 20_000];

/** A tender as the API takes it. */
export const tenderBody = ({ kind, amount, reference }: Tender) => ({
  kind,
  amount: amountOf(moneyOf(amount) ?? { minor: 0, currency: amount.currency }),
  ...(reference ? { reference } : {}),
});

/** A total in up to two other currencies that this shopper may think in. Shown beside the total, not paid: from a thousand up, whole units are enough. */
export function otherAmounts(total: Money, nationality: string | undefined, rates: readonly Rate[]): readonly Money[] {
  const own = CURRENCY_OF[nationality ?? ''];
  const wanted = [...new Set([own ?? 'USD', 'KZT', 'CNY', 'EUR', 'USD'])].filter((currency) => currency !== total.currency);
  return wanted
    .flatMap((currency) => convert(total, currency, rates)?.money ?? [])
    .slice(0, 2)
    .map(roundly);
}
function roundly({ minor, currency }: Money): Money {
  const one = 10 ** exponentOf(currency);
  return { currency, minor: minor < 1000 * one ? minor : Math.round(minor / one) * one };
}

/** Whose money a nationality thinks in; a convenience, no law. */
const CURRENCY_OF: Readonly<Record<string, string>> = {
  CHN: 'CNY',
  KAZ: 'KZT',
  RUS: 'RUB',
  PAK: 'PKR',
  USA: 'USD',
  D: 'EUR',
  FRA: 'EUR',
};
