import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { findDraft, newestVersionOf } from '#db/stores/law-drafts.ts';
import { packInForce } from '#db/stores/market.ts';
import { isDayTaken, isVersionTaken, saveMotion } from '#db/stores/motions.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { isDay } from '#lib/calendar/day.ts';
import { firstDayOfChange } from '#lib/law/in-force.ts';
import type { Subject } from '#lib/law/motion.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { mayNotSign } from './parts/signing.ts';
import { type Answer, perform } from './perform.ts';

const day = z.string().refine(isDay);

/** A version of a draft that should be law from a day on. */
export const LayPack = z.strictObject({ id: z.uuid(), draft: z.uuid(), version: z.int().min(1), effectiveFrom: day });

/** Another answer to a question that the law leaves open. */
export const LayAnswer = z.strictObject({
  id: z.uuid(),
  setting: z.string().max(80),
  value: z.union([z.string().max(80), z.boolean(), z.int()]),
  effectiveFrom: day,
});

type Laid = { readonly motion: { readonly id: string; readonly effectiveFrom: string; readonly signatures: number } };

/** Lays a draft for the second signature; who lays it has signed. @throws Forbidden, NotYours. */
export async function layPack(context: Context, input: z.infer<typeof LayPack>): Promise<Answer<Laid>> {
  return lay(context, input, async (tx) => {
    const draft = await findDraft(tx, input.draft);
    const newest = draft === undefined ? undefined : await newestVersionOf(tx, draft.id);
    if (draft === undefined || newest === undefined) throw new NotYours();
    if (newest.number !== input.version) return refusal('draft-moved-on', { count: newest.number });
    const pack = String((newest.body as { version: number }).version);
    if (await isVersionTaken(tx, pack)) return refusal('draft-version-taken', { count: Number(pack) });
    if (await isDayTaken(tx, input.effectiveFrom)) return refusal('motion-day-taken', { day: input.effectiveFrom });
    return { subject: { kind: 'pack', version: newest.id, draft: draft.title, pack } };
  });
}

/** Lays another answer to an open question. @throws Forbidden. */
export async function layAnswer(context: Context, input: z.infer<typeof LayAnswer>): Promise<Answer<Laid>> {
  return lay(context, input, async (tx) => {
    const { pack } = await packInForce(tx, context.now);
    const setting = pack.settings.find(({ id }) => id === input.setting);
    if (setting === undefined) throw new NotYours();
    if (!setting.options.includes(input.value)) return refusal('setting-option', { asked: String(input.value) });
    return { subject: { kind: 'answer', setting: setting.id, value: input.value } };
  });
}

async function lay(
  context: Context,
  input: { id: string; effectiveFrom: string },
  subjectOf: (tx: Tx) => Promise<{ subject: Subject } | Refusal>,
): Promise<Answer<Laid>> {
  mayOrThrow(context.actor, 'make-law');
  return perform(context, 'lay-law-motion', input, async (tx) => {
    const found = await subjectOf(tx);
    if ('reason' in found) return { refused: [found] };
    const first = firstDayOfChange((await packInForce(tx, context.now)).pack, context.now);
    if (input.effectiveFrom < first) return { refused: [refusal('motion-too-early', { day: first })] };
    const stranger = await mayNotSign(tx, context);
    if (stranger !== undefined) return { refused: [stranger] };
    const { id, effectiveFrom } = input;
    await saveMotion(tx, {
      id,
      subject: found.subject,
      effectiveFrom,
      laidBy: context.actor.id,
      laidAt: context.now,
    });
    return {
      body: { motion: { id, effectiveFrom, signatures: 1 } },
      subject: id,
      facts: { kind: found.subject.kind, from: effectiveFrom },
    };
  });
}
