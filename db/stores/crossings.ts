import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Crossed, CrossedGoods } from '#lib/law/decision.ts';
import type { Tx } from '../engine/engine.ts';
import { keptList } from '../engine/kept-query.ts';
import { declaredLine, exitCase } from '../schema/exit.ts';
import { presence, visit } from '../schema/visit.ts';

const crossingsAmong = keptList(['besides'], (tx, travellers, at) =>
  tx
    .select({ visit: visit.id, at: presence.at, direction: presence.direction })
    .from(presence)
    .innerJoin(visit, eq(visit.id, presence.visit))
    .where(and(inArray(visit.traveller, travellers), ne(visit.id, at.besides)))
    .orderBy(presence.at),
);
const takenAlong = keptList(['besides'], (tx, travellers, at) =>
  tx
    .selectDistinct({
      visit: exitCase.visit,
      category: declaredLine.category,
      hs: declaredLine.hs,
      strengthPermille: declaredLine.strengthPermille,
    })
    .from(declaredLine)
    .innerJoin(exitCase, eq(exitCase.id, declaredLine.exitCase))
    .innerJoin(visit, eq(visit.id, exitCase.visit))
    .where(
      and(
        inArray(visit.traveller, travellers),
        ne(visit.id, at.besides),
        sql`${exitCase.state} in ('settled', 'unsettled')`,
        sql`${declaredLine.fate} in ('carried', 'baggage-carrier')`,
      ),
    )
    .orderBy(declaredLine.category, declaredLine.hs, declaredLine.strengthPermille),
);

/** When a person came and went before, in other visits than this one, and which goods went along. */
export async function crossingsOf(tx: Tx, travellers: readonly string[], besides: string): Promise<readonly Crossed[]> {
  const crossed = await crossingsAmong(tx, travellers, { besides });
  // Who never came before took nothing along.
  const goods = Map.groupBy(crossed.length === 0 ? [] : await takenAlong(tx, travellers, { besides }), (row) => row.visit);
  return crossed.map(({ visit: of, at, direction }) =>
    direction === 'in' ? { at, direction: 'entry' } : { at, direction: 'exit', goods: (goods.get(of) ?? []).map(named) },
  );
}

const named = ({ category, hs, strengthPermille }: CrossedGoods): CrossedGoods => ({ category, hs, strengthPermille });
