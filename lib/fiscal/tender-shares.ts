import { convert, type Rate } from '#lib/money/rate.ts';
import type { Tendered } from '#lib/sale/tenders.ts';
import type { TenderKind, TenderShare } from './fiscal-document.ts';

/** Handed over, with the rate to the sale's currency where it is another. */
type Handed = Tendered & { readonly rate?: readonly Rate[] };

/** Money that is neither rounded nor given back as change goes first. */
const ORDER = ['card', 'qr'] as const satisfies readonly TenderKind[];

/**
 * How one sale of a payment was paid, by kind, to the minor unit. Kinds are laid end to end, and each sale takes the stretch after those
 * before it: over all sales every kind comes to what was handed over, and for each to its total. Cash is what is left, change and
 * rounding apart.
 * @param before what the sales before it in the same payment come to.
 */
export function tenderShares(
  total: { readonly minor: number; readonly currency: string },
  tenders: readonly Handed[],
  before = 0,
): readonly TenderShare[] {
  const shares: TenderShare[] = [];
  const end = before + total.minor;
  let from = 0;
  for (const kind of ORDER) {
    const to = from + sumOf(tenders, kind, total.currency);
    const minor = Math.min(end, to) - Math.max(before, from);
    if (minor > 0) shares.push({ kind, minor });
    from = to;
  }
  const cash = end - Math.max(before, Math.min(end, from));
  return cash > 0 || shares.length === 0 ? [{ kind: 'cash', minor: cash }, ...shares] : shares;
}

/** In the sale's currency; what no rate leads to counts as cash. */
function sumOf(tenders: readonly Handed[], kind: TenderKind, currency: string): number {
  return tenders
    .filter((tender) => tender.kind === kind)
    .reduce((sum, tender) => sum + (convert(tender.money, currency, tender.rate ?? [])?.money.minor ?? 0), 0);
}
