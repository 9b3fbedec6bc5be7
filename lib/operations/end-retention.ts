import { forgetAnswersAbout } from '#db/stores/acts.ts';
import { forgetOverdue, overdueOn, withoutIdentity } from '#db/stores/identities.ts';
import { packInForce } from '#db/stores/market.ts';
import { personOf } from '#db/stores/persons.ts';
import { openVisitsOf } from '#db/stores/visits.ts';
import { refusal } from '#lib/act/refusal.ts';
import { retentionOf } from '#lib/law/retention.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

const AT_ONCE = 200;

type Forgotten = { readonly documents: number; readonly identities: number; readonly keyless: boolean };

/** Forgets everything about persons whose time has passed by the pack, one act for each traveller. @returns how many. @throws Forbidden. */
export async function endRetention(context: Context): Promise<number> {
  mayOrThrow(context.actor, 'end-retention');
  const day = context.now.slice(0, 10);
  let forgotten = 0;
  let after = '';
  for (;;) {
    const due = await context.read((tx) => overdueOn(tx, day, after, AT_ONCE));
    for (const traveller of due) {
      const answer = await forget(context, traveller, day);
      if (answer.status === 'refused') continue;
      if (answer.body.keyless) context.keys.erase(traveller);
      forgotten += 1;
    }
    const last = due.at(-1);
    if (last === undefined) return forgotten;
    after = last;
  }
}

/** Who is inside is kept until they have left. */
function forget(context: Context, traveller: string, day: string): Promise<Answer<Forgotten>> {
  return perform<Forgotten>(context, 'end-retention', { id: context.newId() }, async (tx) => {
    const [open] = await openVisitsOf(tx, (await personOf(tx, traveller)).members);
    if (open !== undefined) return { refused: [refusal('erase-visit-open', { side: open.side })] };
    const retention = retentionOf((await packInForce(tx, context.now)).pack);
    const gone = await forgetOverdue(tx, context.keys, { traveller, day, retention });
    const keyless = (await withoutIdentity(tx, [traveller])).length > 0;
    if (keyless) await forgetAnswersAbout(tx, [traveller]);
    return { body: { ...gone, keyless }, subject: traveller, facts: gone };
  });
}

/** Destroys keys that open nothing: an act that wrote no identity after all, or an erasure that a crash cut short. @throws Forbidden. */
export async function destroyIdleKeys(context: Context): Promise<number> {
  mayOrThrow(context.actor, 'end-retention');
  const all = context.keys.travellers();
  let destroyed = 0;
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const idle = await context.transact((tx) => withoutIdentity(tx, all.slice(from, from + AT_ONCE)));
    for (const traveller of idle) context.keys.erase(traveller);
    destroyed += idle.length;
  }
  return destroyed;
}
