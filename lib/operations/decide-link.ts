import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { releasePlan } from '#db/stores/accounts.ts';
import { layAccounts } from '#db/stores/joined-accounts.ts';
import { packInForce } from '#db/stores/market.ts';
import { joinPersons, type Person, personOf } from '#db/stores/persons.ts';
import { findLink, hasDocuments, type LinkRow, linkView, saveLinkDecision } from '#db/stores/traveller-links.ts';
import { openVisitsOf } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { LinkView } from '#lib/traveller/link-view.ts';
import type { Context } from './context.ts';
import { decideOpenVisits } from './parts/decide-persons-visits.ts';
import { type Answer, perform } from './perform.ts';

export const DecideLink = z.strictObject({
  id: z.uuid(),
  link: z.uuid(),
  outcome: z.enum(['linked', 'separated']),
  reason: z.string().trim().min(3).max(500),
});

/**
 * Links two travellers, or separates them, for good or again. In the same act their accounts are joined or parted, what no longer
 * fits a limit becomes excess, and every visit that is not closed is decided anew. @throws Forbidden, NotYours.
 */
export async function decideLink(context: Context, input: z.infer<typeof DecideLink>): Promise<Answer<{ link: LinkView }>> {
  mayOrThrow(context.actor, 'decide-link');
  return perform(context, 'decide-link', input, async (tx) => {
    const link = await findLink(tx, input.link);
    if (link === undefined) throw new NotYours();
    const persons = await personsOf(tx, link);
    const refused = await refusedDecision(tx, link, input.outcome, persons);
    if (refused !== undefined) return { refused: [refused] };

    const moves = input.outcome === 'linked' || link.state === 'linked';
    const travellers = persons.flatMap(({ members }) => members);
    const open = moves ? await openVisitsOf(tx, travellers) : [];
    const by = { act: input.id, now: context.now, newId: context.newId };
    for (const visit of open) await releasePlan(tx, by, visit.id);
    await saveLinkDecision(tx, {
      id: input.id,
      link: link.id,
      outcome: input.outcome,
      reason: input.reason,
      decidedAt: context.now,
      decidedBy: context.actor.operator?.id ?? context.actor.id,
    });
    const postings = moves
      ? await layAccounts(tx, by, await joinPersons(tx, travellers), {
          before: (traveller) => persons.find(({ members }) => members.includes(traveller))?.holder ?? traveller,
          outcome: await outcomeBeyond(tx, context),
        })
      : 0;
    await decideOpenVisits(tx, context, { visits: open, act: input.id, cause: 'documents-linked' });
    const saved = (await findLink(tx, link.id)) as LinkRow;
    return {
      body: { link: await linkView(tx, context.keys, saved, context.now.slice(0, 10)) },
      subject: link.id,
      facts: { outcome: input.outcome, reason: input.reason, postings, visits: open.length },
    };
  });
}

/** The persons on both sides of a link: one if they are linked. */
async function personsOf(tx: Tx, link: LinkRow): Promise<readonly Person[]> {
  const earlier = await personOf(tx, link.earlier);
  const later = await personOf(tx, link.later);
  return earlier.holder === later.holder ? [earlier] : [earlier, later];
}

async function refusedDecision(
  tx: Tx,
  link: LinkRow,
  outcome: 'linked' | 'separated',
  persons: readonly Person[],
): Promise<Refusal | undefined> {
  if (link.state === outcome) return refusal('link-decided', { state: link.state });
  if (link.state !== 'linked' && persons.length === 1) return refusal('already-one-traveller');
  const known = (await hasDocuments(tx, link.earlier)) && (await hasDocuments(tx, link.later));
  return known ? undefined : refusal('traveller-erased');
}

/** What becomes of goods beyond a rule's limit, by the law in force. */
async function outcomeBeyond(tx: Tx, context: Context): Promise<(rule: string) => 'taxed' | 'forbidden'> {
  const { pack } = await packInForce(tx, context.now);
  const forbids = new Set(pack.rules.filter(({ over }) => over.kind === 'forbid').map(({ id }) => id));
  return (rule) => (forbids.has(rule) ? 'forbidden' : 'taxed');
}
