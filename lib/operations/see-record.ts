import type { Tx } from '#db/engine/engine.ts';
import { correctionsOf, outsideEntriesOf, standingAmong } from '#db/stores/corrections.ts';
import { closedExitOf, declaredLinesOf } from '#db/stores/exits.ts';
import { goodsOfVisit } from '#db/stores/goods.ts';
import { personOf } from '#db/stores/persons.ts';
import type { PassRecord } from '#db/stores/visits.ts';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { type Amount, amountOf } from '#lib/money/money.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { outsideAccounts } from './parts/outside-accounts.ts';
import { isRefusal, passInHand } from './parts/pass-in-hand.ts';

type Known = { readonly category: string; readonly quantity: string; readonly weightG: number; readonly value: Amount };

/** What is known of a visit's goods today, what was said about them since, and what is known from elsewhere. */
export type PassRecordView = {
  readonly visit: { readonly id: string; readonly state: string; readonly side: string } | null;
  readonly lines: readonly (Known & { readonly id: string; readonly names: Readonly<Record<string, string>> })[];
  readonly corrections: readonly {
    readonly id: string;
    readonly line: string;
    readonly before: Known;
    readonly after: Known;
    readonly reason: string;
    readonly correctedAt: string;
  }[];
  readonly outside: readonly {
    readonly id: string;
    readonly rule: string;
    readonly period: string;
    readonly unit: string;
    readonly amount: number;
    readonly knownFrom: string;
    readonly happenedAt: string | null;
    readonly reason: string | null;
    readonly recordedAt: string;
    readonly corrects: string | null;
    readonly stands: boolean;
  }[];
  /** What an outside entry can be about. */
  readonly accounts: readonly { readonly rule: string; readonly period: string; readonly unit: string; readonly side: string }[];
};

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

const known = ({ category, quantityMilli, weightG, valueMinor, currency }: Measured): Known => ({
  category,
  quantity: quantityTextOf(quantityMilli),
  weightG,
  value: amountOf({ minor: valueMinor, currency }),
});
