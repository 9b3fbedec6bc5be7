import { z } from 'zod';
import { type OutsideRow, outsideEntriesOf, saveOutsideEntry, standingAmong } from '#db/stores/corrections.ts';
import { personOf } from '#db/stores/persons.ts';
import { openVisitsOf } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { KNOWN_FROM } from '#lib/exit/pass-record.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { decideOpenVisits } from './parts/decide-persons-visits.ts';
import { PassShown } from './parts/inputs.ts';
import { outsideAccounts } from './parts/outside-accounts.ts';
import { isRefusal, passInHand } from './parts/pass-in-hand.ts';
import { vouch } from './parts/vouch.ts';
import { type Answer, perform } from './perform.ts';

export const EnterOutside = z.strictObject({
  id: z.uuid(),
  pass: PassShown,
  rule: z.string().min(1).max(60),
  happenedAt: z.iso.datetime({ offset: true }),
  amount: z.int().min(0).max(1_000_000_000),
  knownFrom: z.enum(KNOWN_FROM),
  corrects: z.uuid().optional(),
  reason: z.string().trim().min(3).max(500),
});

export type OutsideEntered = {
  readonly entry: {
    readonly id: string;
    readonly rule: string;
    readonly period: string;
    readonly unit: string;
    readonly amount: number;
    readonly corrects: string | null;
  };
};

/**
 * Keeps a crossing or an amount that is known from elsewhere: a stamp, a customs reply, a statement. One that was wrong is corrected by
 * another that takes its place. Visits that are open are decided again; closed ones stand as they were known. @throws Forbidden, NotYours.
 */
export async function enterOutside(context: Context, input: z.infer<typeof EnterOutside>): Promise<Answer<OutsideEntered>> {
  mayOrThrow(context.actor, 'correct-record');
  return perform(context, 'enter-outside', input, async (tx) => {
    const pass = await passInHand(tx, context, input.pass);
    if (isRefusal(pass)) return { refused: [pass] };
    const happenedAt = new Date(input.happenedAt).toISOString();
    if (happenedAt > context.now) return { refused: [refusal('happened-in-future')] };
    const account = (await outsideAccounts(tx, pass, happenedAt)).find(({ rule }) => rule === input.rule);
    if (account === undefined) return { refused: [refusal('rule-not-counted', { rule: input.rule })] };
    const { holder, members } = await personOf(tx, pass.traveller);
    const refused = refusedCorrection(await outsideEntriesOf(tx, members), input.corrects);
    if (refused !== undefined) return { refused: [refused] };
    const { rule, period, unit } = account;
    const entry = { id: input.id, rule, period, unit, amount: input.amount, corrects: input.corrects ?? null };
    await saveOutsideEntry(tx, {
      ...entry,
      traveller: holder,
      knownFrom: input.knownFrom,
      happenedAt,
      reason: input.reason,
      recordedAt: context.now,
      recordedBy: context.actor.operator?.id ?? context.actor.id,
    });
    await vouch(tx, context, input.id, { ...entry, traveller: holder, happenedAt, reason: input.reason });
    await decideOpenVisits(tx, context, { visits: await openVisitsOf(tx, members), act: input.id, cause: 'corrected' });
    return {
      body: { entry },
      subject: pass.id,
      facts: { rule, period, amount: input.amount, unit, knownFrom: input.knownFrom, reason: input.reason },
    };
  });
}

/** @throws NotYours if the entry to correct is nobody's or another person's. */
function refusedCorrection(rows: readonly OutsideRow[], corrects: string | undefined): Refusal | undefined {
  if (corrects === undefined) return undefined;
  if (!rows.some(({ id }) => id === corrects)) throw new NotYours();
  return standingAmong(rows).some(({ id }) => id === corrects) ? undefined : refusal('already-corrected');
}
