import { z } from 'zod';
import { personOf } from '#db/stores/persons.ts';
import { linksIn, linkView } from '#db/stores/traveller-links.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { LinkView } from '#lib/traveller/link-view.ts';
import type { Context } from './context.ts';
import { isRefusal, passInHand } from './parts/pass-in-hand.ts';

export const SeeLinks = z.strictObject({
  state: z.enum(['proposed', 'linked', 'separated']).optional(),
  pass: z.string().min(1).max(600).optional(),
  after: z.uuid().optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
});

type Links = { readonly rows: readonly LinkView[]; readonly next: string | null };

const MOST = 200;
const PAGE = 50;

/**
 * Links between travellers, those still to be decided unless another state is asked for. A gate sees only those of the pass in
 * its hand. @throws Forbidden, NotYours if the pass is not known or a gate shows none.
 */
export async function seeLinks(context: Context, input: z.infer<typeof SeeLinks>): Promise<Links> {
  mayOrThrow(context.actor, 'see-links');
  if (context.actor.role === 'gate' && input.pass === undefined) throw new NotYours();
  const limit = Math.min(Math.max(Number(input.limit ?? PAGE), 1), MOST);
  return context.read(async (tx) => {
    const pass = input.pass === undefined ? undefined : await passInHand(tx, context, input.pass);
    if (pass !== undefined && isRefusal(pass)) throw new NotYours();
    const travellers = pass === undefined ? undefined : (await personOf(tx, pass.traveller)).members;
    const state = input.state ?? 'proposed';
    const rows = await linksIn(tx, { state, travellers, after: input.after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const views: LinkView[] = [];
    for (const row of shown) {
      const alreadyOne =
        state === 'proposed' && (await personOf(tx, row.earlier)).holder === (await personOf(tx, row.later)).holder;
      if (!alreadyOne) views.push(await linkView(tx, context.keys, row, context.now.slice(0, 10)));
    }
    return { rows: views, next: rows.length > limit && last !== undefined ? last.id : null };
  });
}
