import type { Decision } from '#lib/law/decision.ts';
import type { Amount, Money } from '#lib/money/money.ts';
import type { RefusalView } from '../_ui/views.ts';
import type { Basket, BasketLine } from './basket.ts';
import { linesOf } from './basket-prices.ts';
import { type OfflineTerms, type WhyNotOffline, whyNotOffline } from './offline-receipt.ts';
import type { TillPass } from './till-views.ts';
import type { Decisions } from './use-decisions.ts';

export type Duty = { readonly minor: number; readonly currency: string };
export type Acknowledged = Readonly<Record<string, Duty>>;

/** A counted exit that this basket would be the first to use, with the duty of either way; `saving` is undefined while it is asked. */
export type ExitToChoose = {
  readonly pass: string;
  readonly visit: string;
  readonly rule: string;
  readonly period: string;
  readonly count: number;
  readonly using: Amount | null;
  readonly saving: Amount | null | undefined;
};

/** Why Pay is shut, or that it is open. */
export type PayState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'pass-needed' }
  | { readonly kind: 'pass-refused'; readonly pass: TillPass; readonly refusal: RefusalView }
  | { readonly kind: 'forbidden'; readonly pass: TillPass }
  | { readonly kind: 'exit'; readonly pass: TillPass }
  | { readonly kind: 'duty'; readonly pass: TillPass; readonly duty: Duty }
  | { readonly kind: 'offline'; readonly why: WhyNotOffline }
  | { readonly kind: 'exchange'; readonly why: 'offline' | 'party' }
  | { readonly kind: 'approval'; readonly off: Money }
  | { readonly kind: 'open' };

export function payState(
  basket: Basket,
  decisions: Decisions,
  acknowledged: Acknowledged,
  exits: readonly ExitToChoose[],
  /** What may be sold here while nobody answers; null while somebody does. */
  offline: OfflineTerms | null = null,
  /** What comes off above what the cashier may give alone. */
  off: Money | null = null,
): PayState {
  if (basket.lines.length === 0) return { kind: 'empty' };
  const buyers = basket.passes.filter(({ id }) => linesOf(basket, id).length > 0);
  if (buyers.length === 0) return { kind: 'pass-needed' };
  for (const pass of buyers) {
    const refusal = passRefusal(pass) ?? askedRefusal(decisions, pass);
    if (refusal) return { kind: 'pass-refused', pass, refusal };
  }
  for (const pass of buyers) {
    const decision = decisionOf(decisions, pass.id);
    if (decision && decision.forbidden.length > 0) return { kind: 'forbidden', pass };
  }
  if (basket.exchange !== null && offline !== null) return { kind: 'exchange', why: 'offline' };
  if (basket.exchange !== null && buyers.length > 1) return { kind: 'exchange', why: 'party' };
  const why = offline && (whyNotOffline(basket, offline) ?? (off && 'approval'));
  if (why) return { kind: 'offline', why };
  const asked = buyers.find(({ id }) => exits.some(({ pass }) => pass === id));
  if (asked) return { kind: 'exit', pass: asked };
  for (const pass of buyers) {
    const duty = dutyToAgree(decisions, pass.id, acknowledged);
    if (duty) return { kind: 'duty', pass, duty };
  }
  return off ? { kind: 'approval', off } : { kind: 'open' };
}

export function decisionOf(decisions: Decisions, pass: string): Decision | null {
  const answer = decisions.byPass[pass]?.answer;
  return answer?.kind === 'done' ? answer.body.decision : null;
}

/** Duty that is more than the visit owed before and more than the shopper has said yes to. */
function dutyToAgree(decisions: Decisions, pass: string, acknowledged: Acknowledged): Duty | null {
  const duty = decisionOf(decisions, pass)?.duty;
  if (!duty || duty.minor === 0) return null;
  const agreed = acknowledged[pass];
  const known = Math.max(owedBefore(decisions, pass), agreed?.currency === duty.currency ? agreed.minor : 0);
  return duty.minor > known ? duty : null;
}

/** Duty that the visit owed before this basket, in minor units: its shopper has said yes to it already. */
export const owedBefore = (decisions: Decisions, pass: string): number => decisions.byPass[pass]?.before?.duty?.minor ?? 0;

function askedRefusal(decisions: Decisions, pass: TillPass): RefusalView | undefined {
  const answer = decisions.byPass[pass.id]?.answer;
  return answer?.kind === 'refused' ? answer.refusals[0] : undefined;
}

/** What the pass itself says against a sale; the server has the last word. */
export function passRefusal({ state, visit }: TillPass): RefusalView | undefined {
  if (visit?.state === 'presented') return { reason: 'visit-presented', facts: {} };
  if (state === 'issued') return { reason: 'not-entered', facts: {} };
  return state === 'in-force' ? undefined : { reason: `pass-${state}`, facts: {} };
}

export type Forbidden = { readonly rule: string; readonly isTooYoung: boolean };

/** What forbids each line. The server numbers a pass's lines of this basket in their order: basket-1, basket-2 ... */
export function forbiddenLines(basket: Basket, decisions: Decisions): ReadonlyMap<string, Forbidden> {
  const marked = new Map<string, Forbidden>();
  if (!decisions.isCurrent) return marked;
  for (const { id } of basket.passes) {
    const lines: readonly BasketLine[] = linesOf(basket, id);
    const decision = decisionOf(decisions, id);
    for (const { line, rule } of decision?.forbidden ?? []) {
      const mine = lines[Number(/^basket-(\d+)$/.exec(line)?.[1] ?? 0) - 1];
      const isTooYoung = decision?.reasons.some(({ reason, facts }) => reason === 'under-age' && facts.rule === rule) ?? false;
      if (mine) marked.set(mine.key, { rule, isTooYoung });
    }
  }
  return marked;
}
