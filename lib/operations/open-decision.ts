import type { Tx } from '#db/engine/engine.ts';
import { type DecisionRecord, findDecision, isOfTill } from '#db/stores/decisions.ts';
import { packByHash } from '#db/stores/market.ts';
import { personOf } from '#db/stores/persons.ts';
import { findPass } from '#db/stores/visits.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, Facts } from '#lib/law/decision.ts';
import { type Difference, differencesBetween } from '#lib/law/difference.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { plainCode } from '#lib/pass/short-code.ts';
import { type Actor, NotYours, type Role } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';

export type OpenedDecision = {
  readonly code: string;
  readonly packHash: string;
  readonly pack: LawPack;
  readonly recordedAt: string;
  readonly facts: Facts;
  readonly decision: Decision;
  /** Made again by today's engine from the record alone; the recorded one stands. */
  readonly again: Decision;
  /** Byte for byte. */
  readonly same: boolean;
  readonly differences: readonly Difference[];
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const SEE_EVERY: readonly Role[] = ['gate', 'officer', 'administrator', 'auditor'];

/** Opens a recorded decision by its id or its short code, and makes it again. @throws NotYours to whom it is no concern of. */
export async function openDecision(context: Context, shown: string): Promise<OpenedDecision> {
  mayOrThrow(context.actor, 'see-decision');
  return context.read(async (tx) => {
    const made = await findDecision(tx, UUID.test(shown) ? { id: shown.toLowerCase() } : { code: plainCode(shown) });
    if (made === undefined || !(await concerns(tx, made, context.actor))) throw new NotYours();
    const { code, packHash, recordedAt, facts, body: decision } = made;
    const pack = await packByHash(tx, packHash);
    const again = decide(pack, facts);
    const same = JSON.stringify(decision) === JSON.stringify(again);
    return { code, packHash, pack, recordedAt, facts, decision, again, same, differences: differencesBetween(decision, again) };
  });
}

async function concerns(tx: Tx, made: DecisionRecord, actor: Actor): Promise<boolean> {
  if (SEE_EVERY.includes(actor.role)) return true;
  if (actor.role === 'till' || actor.role === 'desk') return isOfTill(tx, made, actor);
  if (actor.role !== 'shopper' || actor.pass === null) return false;
  const pass = await findPass(tx, { id: actor.pass });
  return pass !== undefined && (await personOf(tx, pass.traveller)).members.includes(made.traveller);
}
