import type { Tx } from '#db/engine/engine.ts';
import { type DeclaredLineRow, declaredLinesOf } from '#db/stores/exits.ts';
import { saveDecision } from '#db/stores/plans.ts';
import { type VisitLaw, visitLaw } from '#db/stores/visit-law.ts';
import { findPass, type PassRecord, type VisitRow } from '#db/stores/visits.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, FactLine } from '#lib/law/decision.ts';
import { shortCodeOf } from '#lib/pass/short-code.ts';
import type { Context } from '../context.ts';

/** Decides the declared lines against the law of the side they leave to, as it is now. @returns the decision and the id it is kept under. */
export async function decideExit(
  tx: Tx,
  context: Context,
  of: { visit: VisitRow; exitCase: string; exitSide: string; act: string },
): Promise<{ readonly decision: Decision; readonly id: string }> {
  const { pack, hash, facts } = await exitFacts(tx, context, of);
  const decision = decide(pack, facts);
  const by = { act: of.act, now: context.now, newId: context.newId };
  return {
    decision,
    id: await saveDecision(tx, by, {
      visit: of.visit.id,
      packHash: hash,
      facts,
      decision,
      code: shortCodeOf(context.randomBytes(12)),
    }),
  };
}

/** What an exit case is decided from: the declared lines, and the law of the side they leave to. */
export async function exitFacts(
  tx: Tx,
  { now }: Pick<Context, 'now'>,
  of: { visit: VisitRow; exitCase: string; exitSide: string },
): Promise<VisitLaw> {
  const pass = (await findPass(tx, { id: of.visit.pass })) as PassRecord;
  const law = await visitLaw(tx, of.visit, pass, of.exitSide, now);
  const sold = new Map(law.facts.lines.map((line) => [line.id, line]));
  const declared = await declaredLinesOf(tx, of.exitCase);
  const lines = declared.map((line) => asSold(factOfDeclared(line), sold.get(line.saleLine ?? '')));
  return { ...law, facts: { ...law.facts, lines } };
}

/** What a declared line has from the sale that it comes from: its model, when it was sold, and its weight without packing if nobody weighed it. */
const asSold = (line: FactLine, sold: FactLine | undefined): FactLine => ({
  ...line,
  ...(sold?.sale === undefined ? {} : { sale: sold.sale }),
  ...(sold?.model === undefined ? {} : { model: sold.model }),
  ...(sold?.soldAt === undefined ? {} : { soldAt: sold.soldAt }),
  ...(sold?.netWeightG === undefined || sold.weightG !== line.weightG ? {} : { netWeightG: sold.netWeightG }),
});

const factOfDeclared = ({
  id,
  category,
  hs,
  units,
  valueMinor,
  currency,
  weightG,
  volumeMl,
  strengthPermille,
  pieces,
  fate,
}: DeclaredLineRow): FactLine => ({
  id,
  category,
  hs,
  units,
  valueMinor,
  currency,
  weightG,
  volumeMl,
  strengthPermille,
  pieces,
  fate,
});
