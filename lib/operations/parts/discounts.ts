import { z } from 'zod';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { amountOf, moneyOf } from '#lib/money/money.ts';
import {
  basisPointsOf,
  DISCOUNT_REASONS,
  type DiscountClaim,
  type DiscountReason,
  discountsOf,
  type Off,
  offOf,
} from '#lib/sale/discount.ts';
import { AmountInput } from './inputs.ts';

const why = { reason: z.enum(DISCOUNT_REASONS), note: z.string().trim().min(3).max(80).optional() };

/** What comes off, by per cent (two digits after the point) or by amount, and why; 'other' says it in a note. */
export const DiscountInput = z
  .union([
    z.strictObject({ percent: z.string().refine((text) => basisPointsOf(text) !== undefined), ...why }),
    z.strictObject({ amount: AmountInput, ...why }),
  ])
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined);

/** A discount as it was given. `line`: its place in the basket; null: the whole sale. */
export type Given = {
  readonly line: number | null;
  readonly basisPoints: number | null;
  readonly minor: number;
  readonly reason: DiscountReason;
  readonly note: string | null;
};

type Listed = { readonly name: string; readonly listMinor: number; readonly discount: DiscountClaim | undefined };
type Discounted = { readonly perLine: readonly number[]; readonly given: readonly Given[] };

/** What comes off each line of goods in one currency, and each discount with what it came to; or why that cannot be. */
export function discounted(
  lines: readonly Listed[],
  { whole, currency }: { readonly whole: DiscountClaim | undefined; readonly currency: string },
): Discounted | Refusal {
  const offs: (Off | undefined)[] = [];
  for (const { discount, listMinor } of lines) {
    const off = discount && offIn(discount, currency, listMinor);
    if (off !== undefined && 'reason' in off) return off;
    offs.push(off);
  }
  const priced = lines.map(({ name, listMinor }, at) => ({ name, listMinor, off: offs[at] }));
  const left = priced.reduce((sum, { listMinor, off }) => sum + listMinor - (off === undefined ? 0 : offOf(listMinor, off)), 0);
  const off = whole && offIn(whole, currency, left);
  if (off !== undefined && 'reason' in off) return off;
  const found = discountsOf(priced, off);
  const own = lines.flatMap(({ discount }, line) =>
    discount === undefined ? [] : [givenOf(discount, line, found[line]?.ownMinor ?? 0)],
  );
  return {
    perLine: found.map(({ ownMinor, shareMinor }) => ownMinor + shareMinor),
    given:
      whole === undefined
        ? own
        : [
            ...own,
            givenOf(
              whole,
              null,
              found.reduce((sum, { shareMinor }) => sum + shareMinor, 0),
            ),
          ],
  };
}

function offIn(claim: DiscountClaim, currency: string, priceMinor: number): Off | Refusal {
  if ('percent' in claim) return { basisPoints: basisPointsOf(claim.percent) as number };
  const money = moneyOf(claim.amount);
  if (money === undefined || money.currency !== currency) return refusal('amount-invalid', { ...claim.amount });
  if (money.minor > priceMinor)
    return refusal('discount-too-large', { ...claim.amount, required: amountOf({ minor: priceMinor, currency }).amount });
  return { minor: money.minor };
}

const givenOf = (claim: DiscountClaim, line: number | null, minor: number): Given => ({
  line,
  basisPoints: 'percent' in claim ? (basisPointsOf(claim.percent) as number) : null,
  minor,
  reason: claim.reason,
  note: claim.note ?? null,
});
