import { z } from 'zod';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { isMarketDesk } from '#lib/staff/actor.ts';
import type { Context } from '../context.ts';
import { checkPin } from './check-pin.ts';

/** Somebody gives their word by PIN; who stands at the till stays who they are. */
export const ApprovalInput = z.strictObject({ person: z.uuid(), pin: z.string().regex(/^\d{4,8}$/) });

type Approver = { readonly id: string; readonly name: string };

/**
 * Whose word it is: the owner's, who gave their PIN or stands at the till; at the market's desk that of a second of its people. Nobody's, where a
 * program is the till.
 */
export async function approverOf(
  context: Context,
  approval: z.infer<typeof ApprovalInput> | undefined,
): Promise<Approver | null | Refusal> {
  const { operator, screen } = context.actor;
  if (approval === undefined) return screen && operator?.role !== 'owner' ? refusal('approval-needed') : null;
  return ownerBy(context, approval);
}

/** The owner whose PIN this is; at the market's desk any of its people but the one who stands there. */
export async function ownerBy(context: Context, { person, pin }: z.infer<typeof ApprovalInput>): Promise<Approver | Refusal> {
  const found = await checkPin(context, person, pin);
  if ('reason' in found) return found;
  if (isMarketDesk(context.actor)) return found.id === context.actor.operator?.id ? refusal('two-people-needed') : found;
  return found.role === 'owner' ? found : refusal('approval-needed');
}
