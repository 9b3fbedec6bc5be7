import { z } from 'zod';
import { findStall, saveStallCustody } from '#db/stores/vendors.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Custody } from '#lib/till/cash-count.ts';
import type { Context } from './context.ts';
import { CustodyInput } from './parts/count-drawer.ts';
import { type Answer, perform } from './perform.ts';

export const SetStallCustody = z.strictObject({ id: z.uuid(), stall: z.uuid(), custody: CustodyInput });

type Set = { readonly stall: { readonly id: string; readonly code: string; readonly custody: Custody } };

/** Says who holds what the tills of a stall take from now on: its vendor, or the market that pays it out. @throws Forbidden, NotYours. */
export async function setStallCustody(context: Context, input: z.infer<typeof SetStallCustody>): Promise<Answer<Set>> {
  mayOrThrow(context.actor, 'run-market');
  return perform<Set>(context, 'set-stall-custody', input, async (tx) => {
    const stall = await findStall(tx, { id: input.stall });
    if (stall === undefined) throw new NotYours();
    const { id, code } = stall;
    await saveStallCustody(tx, { ...input, setAt: context.now, setBy: context.actor.id });
    return { body: { stall: { id, code, custody: input.custody } }, subject: id, facts: { stall: code, custody: input.custody } };
  });
}
