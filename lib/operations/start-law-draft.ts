import { z } from 'zod';
import { saveDraft, saveDraftVersion } from '#db/stores/law-drafts.ts';
import { newestVersion, packBody, packInForce } from '#db/stores/market.ts';
import { refusal } from '#lib/act/refusal.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

export const StartLawDraft = z.strictObject({
  id: z.uuid(),
  title: z.string().trim().min(3).max(120),
  /** The pack to start from, by its hash; the one in force unless said. */
  from: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

type StartedDraft = { readonly draft: { readonly id: string; readonly title: string; readonly version: number } };

/** Starts a draft from a pack of this market, its version the next that is free. @throws Forbidden. */
export async function startLawDraft(context: Context, input: z.infer<typeof StartLawDraft>): Promise<Answer<StartedDraft>> {
  mayOrThrow(context.actor, 'make-law');
  return perform(context, 'start-law-draft', input, async (tx) => {
    const base = input.from ?? (await packInForce(tx, context.now)).hash;
    const body = await packBody(tx, base);
    if (body === undefined) return { refused: [refusal('pack-unknown')] };
    const now = context.now;
    const author = context.actor.id;
    await saveDraft(tx, { id: input.id, title: input.title, base, startedBy: author, startedAt: now });
    await saveDraftVersion(tx, {
      id: context.newId(),
      draft: input.id,
      number: 1,
      body: { ...body, version: (await newestVersion(tx)) + 1 },
      author,
      savedAt: now,
    });
    return {
      body: { draft: { id: input.id, title: input.title, version: 1 } },
      subject: input.id,
      facts: { name: input.title },
    };
  });
}
