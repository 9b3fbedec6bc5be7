import type { Tx } from '#db/engine/engine.ts';
import { changeExitCase, closedExitOf, declaredLinesOf, presentedExitOf, saveDeclaredLine } from '#db/stores/exits.ts';
import { goodsOfVisit } from '#db/stores/goods.ts';
import type { VisitRow } from '#db/stores/visits.ts';
import type { Context } from '../context.ts';
import { decideClosed } from './decide-closed.ts';
import { decideExit } from './exit-decision.ts';

/**
 * Declares goods of a sale that came in after its visit was shown at an exit, and decides that exit again: an officer who still has
 * the case open sees them, and one that is closed has taken them out.
 */
export async function declareLateGoods(
  tx: Tx,
  context: Context,
  { visit, sale, act }: { visit: VisitRow; sale: string; act: string },
): Promise<void> {
  if (visit.state === 'open') return;
  const isClosed = visit.state === 'closed';
  const exit = await (isClosed ? closedExitOf : presentedExitOf)(tx, visit.id);
  if (exit !== undefined) {
    let position = Math.max(0, ...(await declaredLinesOf(tx, exit.id)).map((line) => line.position));
    for (const { id, ...goods } of (await goodsOfVisit(tx, visit.id)).filter((line) => line.sale === sale))
      await saveDeclaredLine(tx, {
        ...goods,
        id: context.newId(),
        exitCase: exit.id,
        position: ++position,
        saleLine: id,
        resolved: false,
      });
  }
  if (isClosed) {
    await decideClosed(tx, context, { visit, act });
    return;
  }
  if (exit === undefined) return;
  const { id } = await decideExit(tx, context, { visit, exitCase: exit.id, exitSide: exit.exitSide, act });
  await changeExitCase(tx, exit.id, { decision: id });
}
