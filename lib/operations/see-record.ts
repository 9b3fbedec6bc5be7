import type { Tx } from '#db/engine/engine.ts';
import { correctionsOf, outsideEntriesOf, standingAmong } from '#db/stores/corrections.ts';
import { closedExitOf, declaredLinesOf } from '#db/stores/exits.ts';
import { goodsOfVisit } from '#db/stores/goods.ts';
import { personOf } from '#db/stores/persons.ts';
import type { PassRecord } from '#db/stores/visits.ts';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import type { KnownGoods, PassRecordView } from '#lib/exit/pass-record.ts';
import { amountOf } from '#lib/money/money.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { outsideAccounts } from './parts/outside-accounts.ts';
import { isRefusal, passInHand } from './parts/pass-in-hand.ts';

/** Looks at the record behind a pass; a shopper sees only that of the pass in their hand. @throws Forbidden, NotYours. */
export async function seeRecord(context: Context, shown: string): Promise<PassRecordView> {
  mayOrThrow(context.actor, 'see-record');
  return context.read(async (tx) => {
    const pass = await passInHand(tx, context, shown);
    if (isRefusal(pass) || (context.actor.role === 'shopper' && context.actor.pass !== pass.id)) throw new NotYours();
    const { visit } = pass;
    const outside = await outsideEntriesOf(tx, (await personOf(tx, pass.traveller)).members);
    const standing = new Set(standingAmong(outside).map(({ id }) => id));
    const accounts = await outsideAccounts(tx, pass, context.now);
    return {
      visit: visit === null ? null : { id: visit.id, state: visit.state, side: visit.side },
      lines: await linesOf(tx, visit),
      corrections: await correctedIn(tx, visit),
      outside: outside.map(({ traveller: _traveller, recordedBy: _recordedBy, ...row }) => ({
        ...row,
        stands: standing.has(row.id),
      })),
      accounts: accounts.map(({ rule, period, unit, side }) => ({ rule, period, unit, side })),
    };
  });
}

async function linesOf(tx: Tx, visit: PassRecord['visit']): Promise<PassRecordView['lines']> {
  if (visit === null) return [];
  const exit = visit.state === 'closed' ? await closedExitOf(tx, visit.id) : undefined;
  const lines = exit === undefined ? await goodsOfVisit(tx, visit.id) : await declaredLinesOf(tx, exit.id);
  return lines.map((line) => ({ id: line.id, names: line.names, ...known(line) }));
}

async function correctedIn(tx: Tx, visit: PassRecord['visit']): Promise<PassRecordView['corrections']> {
  const rows = visit === null ? [] : await correctionsOf(tx, visit.id);
  return rows.map(({ id, line, before, reason, correctedAt, ...after }) => ({
    id,
    line,
    before: known(before as unknown as Measured),
    after: known(after),
    reason,
    correctedAt,
  }));
}

type Measured = {
  readonly category: string;
  readonly quantityMilli: number;
  readonly weightG: number;
  readonly valueMinor: number;
  readonly currency: string;
};

const known = ({ category, quantityMilli, weightG, valueMinor, currency }: Measured): KnownGoods => ({
  category,
  quantity: quantityTextOf(quantityMilli),
  weightG,
  value: amountOf({ minor: valueMinor, currency }),
});
