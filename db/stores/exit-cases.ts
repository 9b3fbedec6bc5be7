import { eq } from 'drizzle-orm';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { type ExitCaseView, settlementOf } from '#lib/exit/exit-case.ts';
import type { Decision } from '#lib/law/decision.ts';
import { amountOf } from '#lib/money/money.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import type { Tx } from '../engine/engine.ts';
import type { Keys } from '../keys/keys.ts';
import { decision as decisionTable } from '../schema/allowance.ts';
import { declaredLinesOf, findExitCase } from './exits.ts';
import { passCardOf } from './pass-cards.ts';
import { findPass, findVisit } from './visits.ts';

export type ExitView = ExitCaseView<PassCard>;

/** An exit case as the gate shows it. */
export async function exitView(tx: Tx, keys: Keys, id: string, now: string): Promise<ExitView | undefined> {
  const exit = await findExitCase(tx, id);
  if (exit === undefined) return undefined;
  const [visit, pass, lines, [decided]] = await Promise.all([
    findVisit(tx, exit.visit),
    findPass(tx, { id: exit.pass }),
    declaredLinesOf(tx, id),
    tx.select({ body: decisionTable.body }).from(decisionTable).where(eq(decisionTable.id, exit.decision)),
  ]);
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
    duty: decision.duty === null ? null : amountOf(decision.duty),
    stalls: new Set(lines.flatMap(({ stall }) => stall ?? [])).size,
    goods: lines.reduce((sum, line) => sum + line.units, 0),
    // Every till sells through the server until tills may sell offline, so none is ever behind.
    tillsNotHeardFrom: [],
  };
}
