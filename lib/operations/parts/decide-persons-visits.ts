import type { Tx } from '#db/engine/engine.ts';
import { changeExitCase, presentedExitOf } from '#db/stores/exits.ts';
import type { VisitRow } from '#db/stores/visits.ts';
import type { Context } from '../context.ts';
import { decideAgain } from './decide-again.ts';
import { decideExit } from './exit-decision.ts';

/** Plans visits that are not closed anew, because what is known of their person has changed; one that stands at a gate is answered anew there too. */
export async function decideOpenVisits(
  tx: Tx,
  context: Context,
  of: { visits: readonly VisitRow[]; act: string; cause: 'documents-linked' | 'corrected' },
): Promise<void> {
  for (const visit of of.visits) {
    await decideAgain(tx, context, { visit, act: of.act, cause: of.cause });
    const exit = visit.state === 'presented' ? await presentedExitOf(tx, visit.id) : undefined;
    if (exit === undefined) continue;
    const { id } = await decideExit(tx, context, { visit, exitCase: exit.id, exitSide: exit.exitSide, act: of.act });
    await changeExitCase(tx, exit.id, { decision: id });
  }
}
