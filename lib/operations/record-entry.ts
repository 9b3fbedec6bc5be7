import { z } from 'zod';
import { identityOf } from '#db/stores/identities.ts';
import { packInForce } from '#db/stores/market.ts';
import { passCardOf } from '#db/stores/pass-cards.ts';
import { personOf } from '#db/stores/persons.ts';
import { replan, saveDecision } from '#db/stores/plans.ts';
import { visitLaw } from '#db/stores/visit-law.ts';
import {
  findPass,
  openVisitsOf,
  type PassRecord,
  saveBroughtIn,
  savePresence,
  saveVisit,
  type VisitRow,
} from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { ageOn } from '#lib/calendar/day.ts';
import { dayIn } from '#lib/calendar/zone.ts';
import { quantityMilliOf } from '#lib/catalogue/measure.ts';
import { decide } from '#lib/law/decide.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { sideOf } from '#lib/law/rules-in-force.ts';
import { moneyOf } from '#lib/money/money.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { passStateOf, refusalToEnter } from '#lib/pass/pass-state.ts';
import { shortCodeOf } from '#lib/pass/short-code.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { AmountInput, QuantityInput, STRENGTH_UNKNOWN } from './parts/inputs.ts';
import { isRefusal, passInHand } from './parts/pass-in-hand.ts';
import { type Answer, perform } from './perform.ts';

export const BroughtInInput = z.strictObject({
  category: z.string().max(40),
  description: z.string().trim().min(1).max(120),
  quantity: QuantityInput,
  weightG: z.int().min(0).max(1_000_000),
  volumeMl: z.int().min(0).max(1_000_000).optional(),
  strengthPermille: z.int().min(0).max(1000).optional(),
  pieces: z.int().min(1).max(100_000).optional(),
  value: AmountInput.optional(),
});

export const RecordEntry = z.strictObject({
  id: z.uuid(),
  pass: z.string().min(1).max(600),
  gate: z.string().max(16).optional(),
  broughtIn: z.array(BroughtInInput).max(50).optional(),
});

export type Entered = {
  readonly visit: { readonly id: string; readonly state: 'open'; readonly side: string; readonly enteredAt: string };
  readonly presence: { readonly direction: 'in'; readonly gate: string; readonly side: string; readonly at: string };
  readonly pass: PassCard;
};

/** Records that the holder of a pass came in: opens the visit, and plans what they brought with them. @throws Forbidden. */
export async function recordEntry(context: Context, input: z.infer<typeof RecordEntry>): Promise<Answer<Entered>> {
  mayOrThrow(context.actor, 'record-entry');
  return perform(context, 'record-entry', input, async (tx) => {
    const pass = await passInHand(tx, context, input.pass);
    if (isRefusal(pass)) return { refused: [pass] };
    const { gate, side } = context.actor;
    if (gate === null || side === null || (input.gate !== undefined && input.gate !== gate))
      return { refused: [refusal('gate-unknown', { gate: input.gate ?? '' })] };
    const refused = refusalToEnter(passStateOf(pass, context.now), context.now);
    if (refused !== undefined) return { refused: [refused] };
    if (pass.side !== side) return { refused: [refusal('wrong-side', { side: pass.side, here: side })] };
    const [open] = await openVisitsOf(tx, (await personOf(tx, pass.traveller)).members);
    if (open !== undefined)
      return { refused: [refusal('visit-open', { visit: open.id, side: open.side, enteredAt: open.enteredAt })] };

    const { pack } = await packInForce(tx, context.now);
    const visit: VisitRow = {
      id: input.id,
      traveller: pass.traveller,
      pass: pass.id,
      side,
      gate,
      ageYears: await ageNow(tx, context, pass, pack),
      state: 'open',
      enteredAt: context.now,
      closedAt: null,
    };
    const goods = broughtInRows(context, pack, visit, input.broughtIn ?? []);
    if ('reason' in goods) return { refused: [goods] };
    await saveVisit(tx, visit);
    await savePresence(tx, {
      id: context.newId(),
      visit: visit.id,
      direction: 'in',
      side,
      gate,
      at: context.now,
      how: 'pass-scanned',
    });
    await saveBroughtIn(tx, goods);
    if (goods.length > 0) {
      const law = await visitLaw(tx, visit, pass, side, context.now);
      const decision = decide(law.pack, law.facts);
      const by = { act: input.id, now: context.now, newId: context.newId };
      const decisionId = await saveDecision(tx, by, {
        visit: visit.id,
        packHash: law.hash,
        facts: law.facts,
        decision,
        code: shortCodeOf(context.randomBytes(12)),
      });
      await replan(tx, by, { visit, standing: law.standing, decision, decisionId, cause: 'sale' });
    }
    const saved = (await findPass(tx, { id: pass.id })) as PassRecord;
    return {
      body: {
        visit: { id: visit.id, state: 'open', side, enteredAt: context.now },
        presence: { direction: 'in', gate, side, at: context.now },
        pass: await passCardOf(tx, context.keys, saved, context.now),
      },
      subject: visit.id,
      facts: { gate, side, pass: pass.id },
    };
  });
}

type BroughtInRows = Parameters<typeof saveBroughtIn>[1];

/** What came in with them; goods that nobody valued are worth nothing in the money of the side. */
function broughtInRows(
  context: Context,
  pack: LawPack,
  visit: VisitRow,
  items: readonly z.infer<typeof BroughtInInput>[],
): BroughtInRows | Refusal {
  const rows: BroughtInRows[number][] = [];
  for (const { category, description, quantity, value: valued, ...measures } of items) {
    if (!pack.categories.some(({ id }) => id === category)) return refusal('category-unknown', { category });
    const value = valued === undefined ? { minor: 0, currency: sideOf(pack, visit.side).currency } : moneyOf(valued);
    const quantityMilli = quantityMilliOf(quantity);
    if (value === undefined || quantityMilli === undefined) return refusal('quantity-invalid', { category });
    rows.push({
      id: context.newId(),
      visit: visit.id,
      description,
      category,
      quantityMilli,
      weightG: measures.weightG,
      volumeMl: measures.volumeMl ?? 0,
      strengthPermille: measures.strengthPermille ?? STRENGTH_UNKNOWN,
      pieces: measures.pieces ?? 1,
      valueMinor: value.minor,
      currency: value.currency,
      recordedAt: context.now,
    });
  }
  return rows;
}

/** The age on the day of entry; what the pass says once the person has been erased. */
async function ageNow(tx: Parameters<typeof identityOf>[0], context: Context, pass: PassRecord, pack: LawPack): Promise<number> {
  const identity = await identityOf(tx, context.keys, pass.traveller);
  const side = pack.sides.find(({ code }) => code === pass.side);
  const birthDate = identity?.birthDate;
  return birthDate === undefined || side === undefined ? pass.ageYears : ageOn(birthDate, dayIn(side.zone, context.now));
}
