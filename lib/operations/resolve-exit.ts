import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { type ExitView, exitView } from '#db/stores/exit-cases.ts';
import {
  changeExitCase,
  type DeclaredLineRow,
  declaredLinesOf,
  type ExitCaseRow,
  findExitCase,
  resolveLine,
  saveDeclaredLine,
} from '#db/stores/exits.ts';
import { packInForce } from '#db/stores/market.ts';
import { findVisit, type VisitRow } from '#db/stores/visits.ts';
import { refusal } from '#lib/act/refusal.ts';
import { quantityMilliOf } from '#lib/catalogue/measure.ts';
import { splitLine } from '#lib/exit/exit-case.ts';
import { moneyOf } from '#lib/money/money.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { decideExit } from './parts/exit-decision.ts';
import { AmountInput, FateInput, QuantityInput, STRENGTH_UNKNOWN } from './parts/inputs.ts';
import { type Answer, perform } from './perform.ts';

const reason = z.string().trim().min(3).max(500);
const grams = z.int().min(0).max(10_000_000);

export const ResolveLine = z.strictObject({
  id: z.uuid(),
  exit: z.uuid(),
  line: z.uuid(),
  fate: FateInput,
  quantity: QuantityInput.optional(),
  weightG: grams.optional(),
  value: AmountInput.optional(),
  reason,
});

export const DeclareLine = z.strictObject({
  id: z.uuid(),
  exit: z.uuid(),
  source: z.enum(['brought-in', 'party', 'elsewhere', 'found']),
  description: z.string().trim().min(1).max(120),
  category: z.string().max(40),
  quantity: QuantityInput,
  weightG: grams,
  volumeMl: grams.optional(),
  strengthPermille: z.int().min(0).max(1000).optional(),
  pieces: z.int().min(1).max(1_000_000).optional(),
  value: AmountInput,
});

/** An officer's word on a line, or on part of it: its fate, its weight, its value. The case is decided again. @throws Forbidden, NotYours. */
export async function resolveExitLine(context: Context, input: z.infer<typeof ResolveLine>): Promise<Answer<{ exit: ExitView }>> {
  mayOrThrow(context.actor, 'resolve-exit');
  return perform(context, 'resolve-exit-line', input, async (tx) => {
    const exit = await exitHere(tx, context, input.exit);
    if (exit.state !== 'presented') return { refused: [refusal('exit-closed')] };
    const line = (await declaredLinesOf(tx, exit.id)).find(({ id }) => id === input.line);
    if (line === undefined) throw new NotYours();
    const quantityMilli = input.quantity === undefined ? line.quantityMilli : quantityMilliOf(input.quantity);
    if (quantityMilli === undefined || quantityMilli > line.quantityMilli)
      return { refused: [refusal('quantity-invalid', { quantity: input.quantity ?? '' })] };
    const value = input.value === undefined ? { minor: undefined, currency: line.currency } : moneyOf(input.value);
    if (value === undefined) return { refused: [refusal('amount-invalid', { ...input.value })] };
    const { part, rest } = splitLine(line, quantityMilli);
    const said = {
      ...part,
      fate: input.fate,
      weightG: input.weightG ?? part.weightG,
      valueMinor: value.minor ?? part.valueMinor,
      currency: value.currency,
    };
    const before = { fate: line.fate, quantityMilli: line.quantityMilli, weightG: line.weightG, valueMinor: line.valueMinor };
    if (rest.quantityMilli > 0)
      await saveDeclaredLine(tx, { ...rest, id: context.newId(), position: await nextPosition(tx, exit.id) });
    const { id: _id, exitCase: _exitCase, position: _position, ...to } = said;
    await resolveLine(
      tx,
      line,
      {
        id: input.id,
        line: line.id,
        fate: said.fate,
        quantityMilli,
        weightG: said.weightG,
        valueMinor: said.valueMinor,
        before,
        reason: input.reason,
        resolvedAt: context.now,
        resolvedBy: context.actor.operator?.id ?? context.actor.id,
      },
      to,
    );
    return decided(tx, context, exit, input.id, { line: line.id, fate: input.fate, reason: input.reason });
  });
}

/** Adds goods that no sale here explains: brought in, a party member's, bought elsewhere, found. @throws Forbidden, NotYours. */
export async function declareExitLine(context: Context, input: z.infer<typeof DeclareLine>): Promise<Answer<{ exit: ExitView }>> {
  mayOrThrow(context.actor, 'resolve-exit');
  return perform(context, 'declare-exit-line', input, async (tx) => {
    const exit = await exitHere(tx, context, input.exit);
    if (exit.state !== 'presented') return { refused: [refusal('exit-closed')] };
    const { pack } = await packInForce(tx, context.now);
    if (!pack.categories.some(({ id }) => id === input.category))
      return { refused: [refusal('category-unknown', { category: input.category })] };
    const quantityMilli = quantityMilliOf(input.quantity);
    const value = moneyOf(input.value);
    if (quantityMilli === undefined || value === undefined)
      return { refused: [refusal('quantity-invalid', { quantity: input.quantity })] };
    const { description } = input;
    await saveDeclaredLine(tx, {
      id: input.id,
      exitCase: exit.id,
      position: await nextPosition(tx, exit.id),
      source: input.source,
      saleLine: null,
      stall: null,
      names: { en: description, zh: description, ru: description, kk: description, ur: description },
      category: input.category,
      hs: '',
      quantityMilli,
      units: Math.max(1, Math.floor(quantityMilli / 1000)),
      valueMinor: value.minor,
      currency: value.currency,
      weightG: input.weightG,
      volumeMl: input.volumeMl ?? 0,
      strengthPermille: input.strengthPermille ?? STRENGTH_UNKNOWN,
      pieces: input.pieces ?? 1,
      fate: 'carried',
      resolved: true,
    });
    return decided(tx, context, exit, input.id, { source: input.source, category: input.category });
  });
}

/** The exit case, if it is at this officer's side. */
async function exitHere(tx: Tx, context: Context, id: string): Promise<ExitCaseRow> {
  const exit = await findExitCase(tx, id);
  if (exit === undefined || exit.exitSide !== context.actor.side) throw new NotYours();
  return exit;
}

async function nextPosition(tx: Tx, exit: string): Promise<number> {
  return Math.max(0, ...(await declaredLinesOf(tx, exit)).map(({ position }: DeclaredLineRow) => position)) + 1;
}

async function decided(tx: Tx, context: Context, exit: ExitCaseRow, act: string, facts: Record<string, string | number>) {
  const visit = (await findVisit(tx, exit.visit)) as VisitRow;
  const { id } = await decideExit(tx, context, { visit, exitCase: exit.id, exitSide: exit.exitSide, act });
  await changeExitCase(tx, exit.id, { decision: id });
  return { body: { exit: (await exitView(tx, context.keys, exit.id, context.now)) as ExitView }, subject: exit.id, facts };
}
