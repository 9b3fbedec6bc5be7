import type { Receipt } from '#lib/sale/receipt.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import type { OfflineSaleInput } from './parts/sale-input.ts';
import { takeInSale } from './parts/take-in-sale.ts';
import type { Answer } from './perform.ts';

/** Takes in a sale that this till made without a network. @throws Forbidden. */
export async function uploadSale(context: Context, input: OfflineSaleInput): Promise<Answer<{ receipt: Receipt }>> {
  mayOrThrow(context.actor, 'sell');
  return takeInSale(context, input);
}
