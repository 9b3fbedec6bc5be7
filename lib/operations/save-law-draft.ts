import { z } from 'zod';
import { findDraft, newestVersionOf, saveDraftVersion } from '#db/stores/law-drafts.ts';
import { packInForce } from '#db/stores/market.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { checkPack } from '#lib/law/check-pack.ts';
import type { PackFault } from '#lib/law/fault.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import { faults as words } from '#lib/words/en/law-faults.ts';
import { faultText } from '#lib/words/fault-text.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

export const SaveLawDraft = z.strictObject({
  id: z.uuid(),
  draft: z.uuid(),
  /** The version that was edited: somebody else's saving in between is not lost. */
  after: z.int().min(1),
  body: z.record(z.string(), z.unknown()),
});

type SavedDraft = { readonly draft: { readonly id: string; readonly title: string; readonly version: number } };

/** Saves a draft as its next version, if it reads. @throws Forbidden, NotYours. */
export async function saveLawDraft(context: Context, input: z.infer<typeof SaveLawDraft>): Promise<Answer<SavedDraft>> {
  mayOrThrow(context.actor, 'make-law');
  return perform(context, 'save-law-draft', input, async (tx) => {
    const draft = await findDraft(tx, input.draft);
    const newest = draft === undefined ? undefined : await newestVersionOf(tx, draft.id);
    if (draft === undefined || newest === undefined) throw new NotYours();
    if (newest.number !== input.after) return { refused: [refusal('draft-moved-on', { count: newest.number })] };
    const checked = checkPack(input.body);
    if ('faults' in checked) return faulty(checked.faults);
    const refused = marketFaults((await packInForce(tx, context.now)).pack, checked.pack);
    if (refused.length > 0) return { refused };
    const number = newest.number + 1;
    await saveDraftVersion(tx, {
      id: context.newId(),
      draft: draft.id,
      number,
      body: input.body,
      author: context.actor.id,
      savedAt: context.now,
    });
    return {
      body: { draft: { id: draft.id, title: draft.title, version: number } },
      subject: draft.id,
      facts: { name: draft.title, number },
    };
  });
}

const MOST_FAULTS = 50;

/** Where the first fault is, and in English what; the faults themselves are for whoever says them in another language. */
function faulty(faults: readonly PackFault[]): { readonly refused: readonly Refusal[]; readonly faults: readonly PackFault[] } {
  const [first] = faults;
  const place = first === undefined ? {} : { field: first.pointer, fault: faultText(words, first) };
  return { refused: [refusal('draft-faulty', { count: faults.length, ...place })], faults: faults.slice(0, MOST_FAULTS) };
}

/** A law may change what is allowed, not which market it is: stalls stand on its sides, and devices at its gates. */
function marketFaults(inForce: LawPack, draft: LawPack): Refusal[] {
  if (draft.market.id !== inForce.market.id) return [refusal('draft-market', { name: draft.market.id })];
  const side = inForce.sides.find(({ code }) => !draft.sides.some((each) => each.code === code));
  if (side !== undefined) return [refusal('draft-place-gone', { code: side.code })];
  const gate = inForce.gates.find(({ code }) => !draft.gates.some((each) => each.code === code));
  return gate === undefined ? [] : [refusal('draft-place-gone', { code: gate.code })];
}
