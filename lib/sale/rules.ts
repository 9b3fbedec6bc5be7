import { type Refusal, refusal } from '#lib/act/refusal.ts';
import type { Decision } from '#lib/law/decision.ts';
import { amountOf, type Money } from '#lib/money/money.ts';

/** A basket at a stall, decided together with everything the visit already holds. */
export type ProposedSale = {
  readonly suspended: string | null;
  readonly basket: readonly string[];
  readonly decision: Decision;
  readonly dutyBefore: Money | null;
  readonly acknowledgedDuty: Money | null;
};

type SaleRule = (sale: ProposedSale) => Refusal | undefined;

const vendorMustBeLicensed: SaleRule = ({ suspended }) =>
  suspended === null ? undefined : refusal('vendor-suspended', { why: suspended });

const goodsMustNotBeForbidden: SaleRule = ({ decision, basket }) => {
  const forbidden = decision.forbidden.find(({ line }) => basket.includes(line)) ?? decision.forbidden[0];
  if (forbidden === undefined) return undefined;
  const limit = decision.limits.find(({ rule }) => rule === forbidden.rule);
  const underAge = decision.reasons.find(({ reason, facts }) => reason === 'under-age' && facts.rule === forbidden.rule);
  if (underAge !== undefined) return refusal('under-age', underAge.facts);
  const unrated = decision.reasons.find(({ reason, facts }) => reason === 'no-law-rate' && facts.line === forbidden.line);
  if (unrated !== undefined)
    return refusal('law-rate-missing', { rule: forbidden.rule, from: unrated.facts.from ?? '', to: unrated.facts.to ?? '' });
  return refusal('over-limit', {
    rule: forbidden.rule,
    limit: limit?.limit ?? 0,
    over: limit?.over ?? 0,
    left: limit?.left ?? 0,
    unit: limit?.unit ?? '',
  });
};

/** More duty than the shopper was shown, or already owed, needs their word first. */
const dutyMustBeAcknowledged: SaleRule = ({ decision, dutyBefore, acknowledgedDuty }) => {
  const owed = decision.duty;
  if (owed === null || owed.minor === 0) return undefined;
  const of = (money: Money | null) => (money !== null && money.currency === owed.currency ? money.minor : 0);
  if (owed.minor <= Math.max(of(dutyBefore), of(acknowledgedDuty))) return undefined;
  return refusal('duty-not-acknowledged', { duty: amountOf(owed).amount, currency: owed.currency });
};

/** Every rule that a sale must satisfy. */
export const SALE_RULES = [
  vendorMustBeLicensed,
  goodsMustNotBeForbidden,
  dutyMustBeAcknowledged,
] as const satisfies readonly SaleRule[];

/** All reasons to refuse; the screen shows first the one the shopper can do something about. */
export const refusalsOf = (sale: ProposedSale): readonly Refusal[] => SALE_RULES.flatMap((rule) => rule(sale) ?? []);
