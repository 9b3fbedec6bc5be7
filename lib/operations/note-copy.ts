import { z } from 'zod';
import { copiesOf } from '#db/stores/printers.ts';
import { findSale } from '#db/stores/sales.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

export const NoteCopy = z.strictObject({ id: z.uuid(), sale: z.uuid() });

/**
 * Counts a copy of a receipt before it is printed, so that it can say which it is: the record is the act itself. @throws Forbidden,
 * NotYours if it is another stall's.
 */
export async function noteCopy(
  context: Context,
  input: z.infer<typeof NoteCopy>,
): Promise<Answer<{ copy: { sale: string; number: number } }>> {
  mayOrThrow(context.actor, 'sell');
  return perform(context, 'note-copy', input, async (tx) => {
    const sale = await findSale(tx, input.sale);
    if (sale === undefined || (context.actor.role === 'till' && sale.stall !== context.actor.stall)) throw new NotYours();
    const number = (await copiesOf(tx, sale.id)) + 1;
    return { body: { copy: { sale: sale.id, number } }, subject: sale.id, facts: { number } };
  });
}
