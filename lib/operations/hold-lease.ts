import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { endLease, findLease, holdLease as holdGoods, keepEndedLease, type LeaseRow } from '#db/stores/leases.ts';
import { plannedDuty, replan, saveDecision } from '#db/stores/plans.ts';
import { findStall } from '#db/stores/vendors.ts';
import { visitLaw } from '#db/stores/visit-law.ts';
import type { PassRecord, VisitRow } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, FactLine } from '#lib/law/decision.ts';
import { moneyOf } from '#lib/money/money.ts';
import { passStateOf, refusalToSell } from '#lib/pass/pass-state.ts';
import { shortCodeOf } from '#lib/pass/short-code.ts';
import { refusalsOf } from '#lib/sale/rules.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { basketLines, LineInput } from './parts/basket-lines.ts';
import { decideAgain } from './parts/decide-again.ts';
import { AmountInput, PassShown } from './parts/inputs.ts';
import { isRefusal, passInHand } from './parts/pass-in-hand.ts';
import { type Answer, perform } from './perform.ts';

export const HoldLease = z.strictObject({
  id: z.uuid(),
  /** Made by the till when the basket begins. */
  basket: z.uuid(),
  pass: PassShown,
  lines: z.array(LineInput).max(200),
  acknowledgedDuty: AmountInput.optional(),
  /** Which question about this basket this is, as the till counts them: one that a later one overtook changes nothing. */
  turn: z.int().min(1).optional(),
});

export type Held = {
  readonly lease: {
    readonly basket: string;
    readonly state: 'held' | 'returned';
    readonly heldAt: string;
    readonly lines: z.infer<typeof HoldLease>['lines'];
  };
  readonly decision: Decision;
};

/**
 * Holds the goods of a basket in the plan of its visit, so that the till may sell them even if its network goes: to every other till
 * they are used. Asked again it holds the basket as it is then; with no lines it gives everything back, and the name is good no longer. Goods that owe duty are held only
 * with the shopper's word, or their duty would count as owed before. No clock ends a lease: only the sale, the till or somebody who
 * recalls it. Refused, it holds what it held. @throws Forbidden.
 */
export async function holdLease(context: Context, input: z.infer<typeof HoldLease>): Promise<Answer<Held>> {
  mayOrThrow(context.actor, 'sell');
  return perform<Held>(context, 'hold-lease', input, async (tx) => {
    const { actor, now } = context;
    const stall = actor.stall === null ? undefined : await findStall(tx, { id: actor.stall });
    if (stall === undefined) return { refused: [refusal('stall-unknown')] };
    const pass = await passInHand(tx, context, input.pass);
    if (isRefusal(pass)) return { refused: [pass] };
    const known = await findLease(tx, input.basket);
    const visit = pass.visit as VisitRow;
    const refused = refusalToHold(context, pass, known, input);
    if (refused !== undefined) return { refused: [refused] };
    const lease = { basket: input.basket, heldAt: known?.heldAt ?? now, lines: input.lines };
    const facts = { stall: stall.code, lines: input.lines.length };
    if (input.lines.length === 0) {
      const end = { state: 'returned', endedAt: now } as const;
      if (known === undefined)
        await keepEndedLease(tx, { id: input.basket, visit: visit.id, device: actor.id, lines: [], heldAt: now, ...end });
      else if (known.state === 'held') await endLease(tx, known, end);
      const decision = await decideAgain(tx, context, { visit, act: input.id, cause: 'lease' });
      return { body: { lease: { ...lease, state: 'returned' }, decision }, subject: input.basket, facts };
    }
    const goods = await basketLines(tx, input, { newId: context.newId, stall: stall.id });
    if ('refused' in goods) return goods;
    const lines = goods.lines.map(({ fact }) => ({ ...fact, sale: input.basket, soldAt: now }));
    const decided = await decideWith(tx, context, { input, pass, visit, lines, suspended: stall.suspended });
    if ('refused' in decided) return decided;
    const turn = input.turn ?? null;
    await holdGoods(tx, known, { id: input.basket, visit: visit.id, device: actor.id, lines, heldAt: now, turn });
    return { body: { lease: { ...lease, state: 'held' }, decision: decided.decision }, subject: input.basket, facts };
  });
}

function refusalToHold(
  { actor, now }: Context,
  pass: PassRecord,
  known: LeaseRow | undefined,
  { lines, turn }: z.infer<typeof HoldLease>,
): Refusal | undefined {
  const refused = refusalToSell(passStateOf(pass, now));
  if (refused !== undefined) return refused;
  if (pass.visit?.state === 'presented') return refusal('visit-presented');
  if (known === undefined) return undefined;
  const isOvertaken = turn !== undefined && known.turn !== null && turn <= known.turn;
  const isGood =
    lines.length === 0 ? known.state === 'held' || known.state === 'returned' : known.state === 'held' && !isOvertaken;
  return isGood && known.device === actor.id && known.visit === pass.visit?.id ? undefined : refusal('lease-ended');
}

/** Puts the visit's plan where it is with these goods. */
async function decideWith(
  tx: Tx,
  context: Context,
  of: {
    input: z.infer<typeof HoldLease>;
    pass: PassRecord;
    visit: VisitRow;
    lines: readonly FactLine[];
    suspended: string | null;
  },
): Promise<{ readonly decision: Decision } | { readonly refused: readonly Refusal[] }> {
  const { input, visit, lines, suspended } = of;
  const law = await visitLaw(tx, visit, of.pass, visit.side, context.now, input.basket);
  const facts = { ...law.facts, lines: [...law.facts.lines, ...lines] };
  const decision = decide(law.pack, facts);
  const refused = refusalsOf({
    suspended,
    basket: lines.map(({ id }) => id),
    decision,
    dutyBefore: (decision.duty?.minor ?? 0) === 0 ? null : await plannedDuty(tx, visit.id),
    acknowledgedDuty: input.acknowledgedDuty === undefined ? null : (moneyOf(input.acknowledgedDuty) ?? null),
  });
  if (refused.length > 0) return { refused };
  const by = { act: input.id, now: context.now, newId: context.newId };
  const code = shortCodeOf(context.randomBytes(12));
  const decisionId = await saveDecision(tx, by, { visit: visit.id, packHash: law.hash, facts, decision, code });
  await replan(tx, by, { visit, standing: law.standing, decision, decisionId, cause: 'lease' });
  return { decision };
}
