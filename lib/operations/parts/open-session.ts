import type { Tx } from '#db/engine/engine.ts';
import { findTillSession, type TillSessionRow } from '#db/stores/tills.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { type Actor, NotYours } from '#lib/staff/actor.ts';

/** A session of this till that is open, with somebody at it where it has a screen. @throws NotYours. */
export async function openSession(tx: Tx, actor: Actor, id: string): Promise<TillSessionRow | Refusal> {
  const session = await findTillSession(tx, id);
  if (session === undefined || session.device !== actor.id) throw new NotYours();
  if (actor.screen && actor.operator === null) return refusal('operator-required');
  return session.closedAt === null ? session : refusal('till-session-closed', { number: session.number });
}
