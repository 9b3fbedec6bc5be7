import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { saveAllowanceChoice } from '#db/stores/allowance-choices.ts';
import { type ExitView, exitView } from '#db/stores/exit-cases.ts';
import { changeExitCase, type ExitCaseRow, presentedExitOf } from '#db/stores/exits.ts';
import { visitLaw } from '#db/stores/visit-law.ts';
import { findPass, findVisit, type PassRecord, type VisitRow } from '#db/stores/visits.ts';
import { refusal } from '#lib/act/refusal.ts';
import { countedExitsOf } from '#lib/exit/counted-exit.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, Facts } from '#lib/law/decision.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { sideOf } from '#lib/law/rules-in-force.ts';
import { amountOf } from '#lib/money/money.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { decideAgain } from './parts/decide-again.ts';
import { decideExit, exitFacts } from './parts/exit-decision.ts';
import { type Answer, perform } from './perform.ts';

export const ChooseExit = z.strictObject({
  id: z.uuid(),
  visit: z.uuid(),
  rule: z.string().min(1).max(60),
  choice: z.enum(['use', 'save']),
});

export type Chosen = {
  readonly choice: { readonly visit: string; readonly rule: string; readonly choice: 'use' | 'save' };
  readonly decision: Decision;
  readonly exit: ExitView | null;
};

/**
 * Keeps what the traveller chose: use a counted exit, or pay the duty and save it. The visit is decided again by it, now and in every
 * later act; the record holds the duty of either way. @throws Forbidden, NotYours to a gate of the other side.
 */
export async function chooseExit(context: Context, input: z.infer<typeof ChooseExit>): Promise<Answer<Chosen>> {
  mayOrThrow(context.actor, 'choose-exit');
  return perform(context, 'choose-exit', input, async (tx) => {
    const visit = await findVisit(tx, input.visit);
    if (visit === undefined) throw new NotYours();
    const exit = await presentedExitOf(tx, visit.id);
    if (context.actor.role === 'gate' && context.actor.side !== (exit?.exitSide ?? visit.side)) throw new NotYours();
    if (visit.state === 'closed') return { refused: [refusal('visit-closed')] };
    if (exit !== undefined && context.actor.role !== 'gate') return { refused: [refusal('visit-presented')] };
    const ways = await bothWays(tx, context, visit, exit, input.rule);
    const state = countedExitsOf(ways.using).find(({ rule }) => rule === input.rule)?.state;
    if (state === undefined || state === 'gone') return { refused: [refusal('no-exit-to-save', { rule: input.rule })] };
    await saveAllowanceChoice(tx, {
      id: input.id,
      visit: visit.id,
      rule: input.rule,
      saves: input.choice === 'save',
      exitCase: exit?.id ?? null,
      usingMinor: ways.using.duty?.minor ?? 0,
      savingMinor: ways.saving.duty?.minor ?? 0,
      currency: ways.currency,
      chosenAt: context.now,
      recordedBy: context.actor.operator?.id ?? context.actor.id,
    });
    const decided = await decidedAgain(tx, context, { visit, exit, act: input.id });
    const { id: _id, ...choice } = input;
    return {
      body: { choice, ...decided },
      subject: visit.id,
      facts: { rule: input.rule, choice: input.choice, ...costs(ways), currency: ways.currency },
    };
  });
}

const costs = ({ using, saving, currency }: Ways) => ({
  dutyUsing: amountOf(using.duty ?? { minor: 0, currency }).amount,
  dutySaving: amountOf(saving.duty ?? { minor: 0, currency }).amount,
});

type Ways = { readonly using: Decision; readonly saving: Decision; readonly currency: string };

/** What using the exit costs and what saving it costs, all other choices as they stand. */
async function bothWays(tx: Tx, context: Context, visit: VisitRow, exit: ExitCaseRow | undefined, rule: string): Promise<Ways> {
  const { pack, facts } = await lawOf(tx, context, visit, exit);
  const others = (facts.declines ?? []).filter((each) => each !== rule);
  return {
    using: decide(pack, { ...facts, declines: others }),
    saving: decide(pack, { ...facts, declines: [...others, rule] }),
    currency: sideOf(pack, facts.exitSide).dutyCurrency,
  };
}

async function lawOf(
  tx: Tx,
  context: Context,
  visit: VisitRow,
  exit: ExitCaseRow | undefined,
): Promise<{ readonly pack: LawPack; readonly facts: Facts }> {
  if (exit !== undefined) return exitFacts(tx, context, { visit, exitCase: exit.id, exitSide: exit.exitSide });
  const pass = (await findPass(tx, { id: visit.pass })) as PassRecord;
  return visitLaw(tx, visit, pass, visit.side, context.now);
}

async function decidedAgain(
  tx: Tx,
  context: Context,
  { visit, exit, act }: { visit: VisitRow; exit: ExitCaseRow | undefined; act: string },
): Promise<Pick<Chosen, 'decision' | 'exit'>> {
  if (exit === undefined) return { decision: await decideAgain(tx, context, { visit, act, cause: 'chosen' }), exit: null };
  const { decision, id } = await decideExit(tx, context, { visit, exitCase: exit.id, exitSide: exit.exitSide, act });
  await changeExitCase(tx, exit.id, { decision: id });
  return { decision, exit: (await exitView(tx, context.keys, exit.id, context.now)) as ExitView };
}
