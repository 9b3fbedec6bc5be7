import { eq } from 'drizzle-orm';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { countedExitsOf } from '#lib/exit/counted-exit.ts';
import { type ExitCaseView, settlementOf } from '#lib/exit/exit-case.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, Facts } from '#lib/law/decision.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { amountOf } from '#lib/money/money.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import type { Tx } from '../engine/engine.ts';
import { keptRow } from '../engine/kept-query.ts';
import type { Keys } from '../keys/keys.ts';
import { decision as decisionTable } from '../schema/allowance.ts';
import { declaredLinesOf, findExitCase } from './exits.ts';
import { leasesOf } from './leases.ts';
import { packByHash } from './market.ts';
import { passCardOf } from './pass-cards.ts';
import { findPass, findVisit } from './visits.ts';

export type ExitView = ExitCaseView<PassCard>;

const decisionById = keptRow(['id'], (tx, at) =>
  tx
    .select({ body: decisionTable.body, facts: decisionTable.facts, packHash: decisionTable.packHash })
    .from(decisionTable)
    .where(eq(decisionTable.id, at.id)),
);

/** An exit case as the gate shows it. */
export async function exitView(tx: Tx, keys: Keys, id: string, now: string): Promise<ExitView | undefined> {
  const exit = await findExitCase(tx, id);
  if (exit === undefined) return undefined;
  const visit = await findVisit(tx, exit.visit);
  const pass = await findPass(tx, { id: exit.pass });
  const lines = await declaredLinesOf(tx, id);
  const decided = await decisionById(tx, { id: exit.decision });
  if (visit === undefined || pass === undefined || decided === undefined) throw new Error(`exit case ${id} points nowhere`);
  const decision = decided.body as Decision;
  const forbidden = new Set(decision.forbidden.map(({ line }) => line));
  return {
    id,
    visit: visit.id,
    state: exit.state,
    gate: exit.gate,
    exitSide: exit.exitSide,
    entrySide: visit.side,
    presentedAt: exit.presentedAt,
    settlement: settlementOf(decision),
    pass: await passCardOf(tx, keys, pass, now),
    decision,
    declared: lines.map((line) => ({
      id: line.id,
      source: line.source,
      stall: line.stall,
      names: line.names,
      category: line.category,
      quantity: quantityTextOf(line.quantityMilli),
      value: amountOf({ minor: line.valueMinor, currency: line.currency }),
      weightG: line.weightG,
      volumeMl: line.volumeMl,
      pieces: line.pieces,
      fate: line.fate,
      resolved: line.resolved,
      forbidden: forbidden.has(line.id),
    })),
    duty: dutyOf(decision),
    choices: choicesOf(await packByHash(tx, decided.packHash), decided.facts as Facts, decision),
    stalls: new Set(lines.flatMap(({ stall }) => stall ?? [])).size,
    goods: lines.reduce((sum, line) => sum + line.units, 0),
    tillsNotHeardFrom: (await leasesOf(tx, visit.id)).map(({ stall, heldAt }) => ({ stall, since: heldAt })),
  };
}

const dutyOf = ({ duty }: Decision): ExitView['duty'] => (duty === null ? null : amountOf(duty));

/** Each exit that the traveller may use or save, with what either way comes to; both are decided from the record. */
function choicesOf(pack: LawPack, facts: Facts, decision: Decision): ExitView['choices'] {
  const { declines = [] } = facts;
  return countedExitsOf(decision)
    .filter(({ state }) => state === 'used' || state === 'saved')
    .map(({ rule, period, state }) => {
      const others = declines.filter((each) => each !== rule);
      const using = decide(pack, { ...facts, declines: others });
      const saving = decide(pack, { ...facts, declines: [...others, rule] });
      return { rule, period, isSaved: state === 'saved', using: dutyOf(using), saving: dutyOf(saving) };
    });
}
