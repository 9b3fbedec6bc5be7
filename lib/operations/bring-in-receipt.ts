import { z } from 'zod';
import type { Receipt } from '#lib/sale/receipt.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { ReceiptShown } from './parts/inputs.ts';
import { takeInReceipt } from './parts/take-in-receipt.ts';
import type { Answer } from './perform.ts';

export const BringInReceipt = z.strictObject({ receipt: ReceiptShown });

/** Takes in a sale from the code on its receipt, at any time before or after its shopper is shown at the gate. @throws Forbidden. */
export async function bringInReceipt(
  context: Context,
  { receipt }: z.infer<typeof BringInReceipt>,
): Promise<Answer<{ receipt: Receipt }>> {
  mayOrThrow(context.actor, 'bring-in-receipt');
  return takeInReceipt(context, receipt);
}
