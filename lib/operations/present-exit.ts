import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { type ExitView, exitView } from '#db/stores/exit-cases.ts';
import {
  changeExitCase,
  type DeclaredLineRow,
  declaredLinesOf,
  lastExitOf,
  presentedExitOf,
  saveDeclaredLine,
  saveDuty,
  saveExitCase,
  saveSignature,
} from '#db/stores/exits.ts';
import { goodsOfVisit } from '#db/stores/goods.ts';
import { packInForce } from '#db/stores/market.ts';
import type { PersonRow } from '#db/stores/staff.ts';
import { moveVisit, type VisitRow } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { splitLine } from '#lib/exit/exit-case.ts';
import { passStateOf, refusalToLeave } from '#lib/pass/pass-state.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { checkPin } from './parts/check-pin.ts';
import { decideExit } from './parts/exit-decision.ts';
import { PassShown, ReceiptShown } from './parts/inputs.ts';
import { isRefusal, passInHand } from './parts/pass-in-hand.ts';
import { takeInReceipt } from './parts/take-in-receipt.ts';
import { type Answer, perform } from './perform.ts';

export const PresentExit = z.strictObject({
  id: z.uuid(),
  pass: PassShown,
  gate: z.string().max(16).optional(),
  /** Sales of tills that are not heard from, as their receipts say them. */
  receipts: z.array(ReceiptShown).max(100).optional(),
  signatures: z
    .array(z.strictObject({ operator: z.uuid(), pin: z.string().regex(/^\d{4,8}$/) }))
    .max(4)
    .optional(),
  reason: z.string().trim().min(3).max(500).optional(),
});

/**
 * Opens the exit case: every line of every stall since entry, decided against the law of the side they leave to.
 * The other side than that of entry needs as many officers' signatures as the pack says. @throws Forbidden.
 */
export async function presentExit(context: Context, input: z.infer<typeof PresentExit>): Promise<Answer<{ exit: ExitView }>> {
  mayOrThrow(context.actor, 'present-exit');
  const signers = await signersOf(context, input.signatures ?? []);
  if ('reason' in signers) return { status: 'refused', refusals: [signers] };
  for (const receipt of input.receipts ?? []) {
    const brought = await takeInReceipt(context, receipt);
    if (brought.status === 'refused') return brought;
  }
  const { signatures, ...body } = input;
  return perform(
    context,
    'present-exit',
    { ...body, ...(signatures === undefined ? {} : { signers: signatures.map(({ operator }) => operator) }) },
    async (tx) => {
      const pass = await passInHand(tx, context, input.pass);
      if (isRefusal(pass)) return { refused: [pass] };
      const { gate, side } = context.actor;
      if (gate === null || side === null || (input.gate !== undefined && input.gate !== gate))
        return { refused: [refusal('gate-unknown', { gate: input.gate ?? '' })] };
      const refused = refusalToLeave(passStateOf(pass, context.now), pass.visit !== null && pass.visit.closedAt === null);
      if (refused !== undefined) return { refused: [refused] };
      const visit = pass.visit as VisitRow;
      if (visit.state === 'presented')
        return { refused: [refusal('visit-presented', { exit: (await presentedExitOf(tx, visit.id))?.id ?? null })] };
      const wrongSide = await refusedSide(tx, context.now, { visit, side, signers: signers.length, reason: input.reason });
      if (wrongSide !== undefined) return { refused: [wrongSide] };

      await saveExitCase(tx, {
        id: input.id,
        visit: visit.id,
        pass: pass.id,
        gate,
        exitSide: side,
        state: 'presented',
        decision: '',
        presentedAt: context.now,
      });
      await declareGoods(tx, context, visit.id, input.id);
      const { decision, id } = await decideExit(tx, context, { visit, exitCase: input.id, exitSide: side, act: input.id });
      await changeExitCase(tx, input.id, { decision: id });
      for (const signer of signers)
        await saveSignature(tx, { exitCase: input.id, officer: signer.id, reason: input.reason ?? '', signedAt: context.now });
      if (decision.duty !== null)
        await saveDuty(tx, {
          id: context.newId(),
          exitCase: input.id,
          kind: 'estimated',
          ...decision.duty,
          recordedAt: context.now,
          recordedBy: context.actor.id,
        });
      await moveVisit(tx, visit.id, { state: 'presented', closedAt: null });
      const exit = (await exitView(tx, context.keys, input.id, context.now)) as ExitView;
      return {
        body: { exit },
        subject: input.id,
        facts: { visit: visit.id, exitSide: side, settlement: exit.settlement, signers: signers.length },
      };
    },
  );
}

async function signersOf(
  context: Context,
  signatures: readonly { operator: string; pin: string }[],
): Promise<readonly PersonRow[] | Refusal> {
  const signers: PersonRow[] = [];
  for (const { operator, pin } of signatures) {
    const signer = await checkPin(context, operator, pin);
    if ('reason' in signer) return signer;
    if (!signers.some(({ id }) => id === signer.id)) signers.push(signer);
  }
  return signers;
}

async function refusedSide(
  tx: Tx,
  now: string,
  of: { visit: VisitRow; side: string; signers: number; reason: string | undefined },
): Promise<Refusal | undefined> {
  const { pack } = await packInForce(tx, now);
  if (of.side === of.visit.side || !pack.exit.sameSide) return undefined;
  const needed = pack.exit.signaturesOtherwise;
  if (of.signers === 0) return refusal('wrong-side', { side: of.visit.side, here: of.side, signatures: needed });
  if (of.signers < needed || of.reason === undefined)
    return refusal('two-signatures-needed', { signatures: needed, given: of.signers });
  return undefined;
}

/** One declared line for each line of goods. What an officer said at an exit that was withdrawn is said still. */
async function declareGoods(tx: Tx, context: Context, visit: string, exitCase: string): Promise<void> {
  const before = await lastExitOf(tx, visit, exitCase);
  const said = before === undefined ? [] : await declaredLinesOf(tx, before.id);
  let position = 0;
  const declare = (line: Omit<DeclaredLineRow, 'id' | 'exitCase' | 'position'>) =>
    saveDeclaredLine(tx, { ...line, id: context.newId(), exitCase, position: ++position });
  for (const goods of await goodsOfVisit(tx, visit)) {
    const { id, source, ...line } = goods;
    let rest = { ...line, source, saleLine: id, resolved: false };
    for (const earlier of said.filter(({ saleLine, resolved }) => saleLine === id && resolved)) {
      const milli = Math.min(earlier.quantityMilli, rest.quantityMilli);
      if (milli === 0) break;
      const { part, rest: left } = splitLine(rest, milli);
      await declare({ ...part, fate: earlier.fate, resolved: true });
      rest = left;
    }
    if (rest.quantityMilli > 0) await declare(rest);
  }
  for (const { id: _id, exitCase: _exitCase, position: _position, ...line } of said.filter(({ saleLine }) => saleLine === null))
    await declare(line);
}
