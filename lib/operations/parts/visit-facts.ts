import type { Tx } from '#db/engine/engine.ts';
import type { ComingBack } from '#db/stores/goods.ts';
import { type VisitLaw, visitLaw } from '#db/stores/visit-law.ts';
import type { PassRecord, VisitRow } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { passStateOf } from '#lib/pass/pass-state.ts';
import { NotYours } from '#lib/staff/actor.ts';
import type { Context } from '../context.ts';
import { isRefusal, passInHand } from './pass-in-hand.ts';

/**
 * The law and the facts of the visit behind a pass that somebody showed; a pass that has not been used yet is read as if its holder
 * came in now. @throws NotYours if a shopper asks about another's pass.
 */
export async function visitFacts(
  tx: Tx,
  context: Context,
  of: {
    readonly pass: string;
    readonly exit?: string | undefined;
    readonly basket?: string | undefined;
    readonly coming?: ComingBack | undefined;
  },
): Promise<VisitLaw | Refusal> {
  const pass = await passInHand(tx, context, of.pass);
  if (isRefusal(pass)) {
    if (context.actor.role === 'shopper') throw new NotYours();
    return pass;
  }
  if (context.actor.role === 'shopper' && context.actor.pass !== pass.id) throw new NotYours();
  const { state } = passStateOf(pass, context.now);
  if (state === 'revoked' || state === 'replaced' || state === 'expired') return refusal(`pass-${state}`);
  const visit = pass.visit ?? visitToCome(pass, context.now);
  const exit = of.exit ?? visit.side;
  const law = await visitLaw(tx, visit, pass, visit.side, context.now, of.basket, of.coming);
  if (!law.pack.sides.some(({ code }) => code === exit)) return refusal('side-unknown', { side: exit });
  return exit === visit.side ? law : visitLaw(tx, visit, pass, exit, context.now, of.basket, of.coming);
}

const visitToCome = ({ id, traveller, side, gate, ageYears }: PassRecord, now: string): VisitRow => ({
  id,
  traveller,
  pass: id,
  side,
  gate,
  ageYears,
  state: 'open',
  enteredAt: now,
  closedAt: null,
});
