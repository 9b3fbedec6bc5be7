import { z } from 'zod';
import { endOperatorSession, startOperatorSession } from '#db/stores/devices.ts';
import { refusal } from '#lib/act/refusal.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { checkPin } from './parts/check-pin.ts';
import { type Answer, perform } from './perform.ts';

export const SignInOperator = z.strictObject({ id: z.uuid(), operator: z.uuid(), pin: z.string().regex(/^\d{4,8}$/) });
export const SignOutOperator = z.strictObject({ id: z.uuid() });

/** Puts a person at this device, by PIN; whoever was there before is signed out. @throws Forbidden. */
export async function signInOperator(
  context: Context,
  input: z.infer<typeof SignInOperator>,
): Promise<Answer<{ operator: { id: string; name: string; role: string } }>> {
  mayOrThrow(context.actor, 'sign-in-operator');
  const checked = await checkPin(context, input.operator, input.pin);
  if ('reason' in checked) return { status: 'refused', refusals: [checked] };
  return perform(context, 'sign-in-operator', { id: input.id, ...{ operator: input.operator } }, async (tx) => {
    await startOperatorSession(tx, { id: input.id, device: context.actor.id, person: checked.id, startedAt: context.now });
    return { body: { operator: { id: checked.id, name: checked.name, role: checked.role } }, subject: checked.id };
  });
}

/** Leaves the device without an operator. @throws Forbidden. */
export async function signOutOperator(
  context: Context,
  input: z.infer<typeof SignOutOperator>,
): Promise<Answer<{ operator: null }>> {
  mayOrThrow(context.actor, 'sign-in-operator');
  return perform(context, 'sign-out-operator', input, async (tx) => {
    if (context.actor.operator === null) return { refused: [refusal('operator-required')] };
    await endOperatorSession(tx, context.actor.id, context.now);
    return { body: { operator: null }, subject: context.actor.operator.id };
  });
}
