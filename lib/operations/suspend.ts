import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { findDevice } from '#db/stores/devices.ts';
import { endSignIns, findPerson } from '#db/stores/staff.ts';
import { findVendor, liftSuspension, saveSuspension, suspensionOf } from '#db/stores/vendors.ts';
import { refusal } from '#lib/act/refusal.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

const subjectKind = z.enum(['vendor', 'person', 'device']);

export const Suspend = z.strictObject({
  id: z.uuid(),
  kind: subjectKind,
  subject: z.uuid(),
  reason: z.string().trim().min(3).max(500),
});
export const Reinstate = z.strictObject({ id: z.uuid(), kind: subjectKind, subject: z.uuid() });

type Suspended = { readonly subject: string; readonly suspended: boolean };

/** Stops a vendor, a person or a device from acting, with a reason; a person's browser sessions end at once. @throws Forbidden, NotYours. */
export async function suspend(context: Context, input: z.infer<typeof Suspend>): Promise<Answer<Suspended>> {
  mayOrThrow(context.actor, 'run-market');
  return perform(context, 'suspend', input, async (tx) => {
    if (!(await exists(tx, input))) throw new NotYours();
    if (input.subject === context.actor.id) return { refused: [refusal('own-suspension')] };
    if ((await suspensionOf(tx, input.subject)) !== undefined) return { refused: [refusal('already-suspended')] };
    await saveSuspension(tx, {
      id: input.id,
      subjectKind: input.kind,
      subject: input.subject,
      reason: input.reason,
      suspendedAt: context.now,
      suspendedBy: context.actor.id,
    });
    if (input.kind === 'person') await endSignIns(tx, input.subject, context.now);
    return {
      body: { subject: input.subject, suspended: true },
      subject: input.subject,
      facts: { kind: input.kind, reason: input.reason },
    };
  });
}

/** Lets a vendor, a person or a device act again. @throws Forbidden, NotYours. */
export async function reinstate(context: Context, input: z.infer<typeof Reinstate>): Promise<Answer<Suspended>> {
  mayOrThrow(context.actor, 'run-market');
  return perform(context, 'reinstate', input, async (tx) => {
    if (!(await exists(tx, input))) throw new NotYours();
    const standing = await suspensionOf(tx, input.subject);
    if (standing === undefined) return { refused: [refusal('not-suspended')] };
    await liftSuspension(tx, standing.id, context.now, context.actor.id);
    return { body: { subject: input.subject, suspended: false }, subject: input.subject, facts: { kind: input.kind } };
  });
}

async function exists(tx: Tx, { kind, subject }: { kind: z.infer<typeof subjectKind>; subject: string }): Promise<boolean> {
  if (kind === 'vendor') return (await findVendor(tx, subject)) !== undefined;
  if (kind === 'person') return (await findPerson(tx, { id: subject })) !== undefined;
  return (await findDevice(tx, { id: subject })) !== undefined;
}
