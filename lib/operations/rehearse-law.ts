import { z } from 'zod';
import { findDraft, findDraftVersion, newestVersionOf } from '#db/stores/law-drafts.ts';
import { packInForce } from '#db/stores/market.ts';
import { countDecisions, saveRehearsal } from '#db/stores/rehearsals.ts';
import { refusal } from '#lib/act/refusal.ts';
import { isDay } from '#lib/calendar/day.ts';
import { startOfDay } from '#lib/calendar/zone.ts';
import { checkPack } from '#lib/law/check-pack.ts';
import { emptyTally, rulesWithoutPast } from '#lib/law/rehearsal.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

const day = z.string().refine(isDay);

export const RehearseLaw = z.strictObject({
  id: z.uuid(),
  draft: z.uuid(),
  /** The first day of past traffic that is tried. */
  since: day,
  /** The day whose law is tried: the day on which the draft should begin. */
  lawDay: day,
});

type Started = { readonly rehearsal: { readonly id: string; readonly total: number } };

/** Sets out to decide every recorded decision since a day again under a draft. The server does it in slices. @throws Forbidden, NotYours. */
export async function rehearseLaw(context: Context, input: z.infer<typeof RehearseLaw>): Promise<Answer<Started>> {
  mayOrThrow(context.actor, 'make-law');
  return perform(context, 'rehearse-law', input, async (tx) => {
    const draft = await findDraft(tx, input.draft);
    const newest = draft === undefined ? undefined : await newestVersionOf(tx, draft.id);
    const version = newest === undefined ? undefined : await findDraftVersion(tx, newest.id);
    if (draft === undefined || version === undefined) throw new NotYours();
    const checked = checkPack(version.body);
    if ('faults' in checked) return { refused: [refusal('draft-faulty', { count: checked.faults.length })] };
    const { pack } = await packInForce(tx, context.now);
    const begins = pack.sides.map(({ zone }) => startOfDay(zone, input.since)).sort()[0] ?? `${input.since}T00:00:00.000Z`;
    const total = await countDecisions(tx, begins, context.now);
    if (total === 0) return { refused: [refusal('rehearsal-empty', { day: input.since })] };
    await saveRehearsal(tx, {
      id: input.id,
      version: version.id,
      lawDay: input.lawDay,
      since: input.since,
      state: 'running',
      cursorAt: begins,
      cursorId: '',
      done: 0,
      total,
      tally: emptyTally(rulesWithoutPast(pack, checked.pack)),
      startedBy: context.actor.id,
      startedAt: context.now,
      endedAt: null,
    });
    return {
      body: { rehearsal: { id: input.id, total } },
      subject: draft.id,
      facts: { name: draft.title, number: version.number, since: input.since },
    };
  });
}
