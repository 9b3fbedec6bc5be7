import { findDevice, keysOf } from '#db/stores/devices.ts';
import { refusal } from '#lib/act/refusal.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { decodeSale, type SaleText } from '#lib/sale/sale-text.ts';
import type { Actor } from '#lib/staff/actor.ts';
import type { Context } from '../context.ts';
import type { Answer } from '../perform.ts';
import { type OfflineSaleInput, SaleInput } from './sale-input.ts';
import { takeInSale } from './take-in-sale.ts';

/**
 * Takes in a sale from the code on its receipt, because the till that made it is not heard from. The code is the sale itself, signed by
 * the till: it is written as the till's own act, and the till's upload is the same one later.
 */
export async function takeInReceipt(context: Context, shown: string): Promise<Answer<{ receipt: Receipt }>> {
  const text = decodeSale(shown.trim());
  const sale = text === undefined ? undefined : saleIn(text);
  if (text === undefined || sale === undefined) return { status: 'refused', refusals: [refusal('receipt-unreadable')] };
  const till = await signerOf(context, text);
  if (till === undefined) return { status: 'refused', refusals: [refusal('receipt-not-genuine')] };
  return takeInSale({ ...context, actor: till, proof: null }, sale, context.actor.gate);
}

function saleIn({ body }: SaleText): OfflineSaleInput | undefined {
  const { data } = SaleInput.safeParse(body);
  const { origin, occurredAt, offline } = data ?? {};
  return data !== undefined && origin === 'offline' && occurredAt !== undefined && offline !== undefined
    ? { ...data, occurredAt, offline }
    : undefined;
}

/** The till whose browser signed it, with the key it has now or one it had: an enrolment that ended does not unmake a sale. */
async function signerOf({ read, verifyBrowser }: Context, text: SaleText): Promise<Actor | undefined> {
  return read(async (tx) => {
    const device = await findDevice(tx, { id: text.device });
    if (device === undefined || device.role !== 'till') return undefined;
    const keys = await keysOf(tx, device.id);
    if (!keys.some((key) => verifyBrowser(key, text.signed, text.signature))) return undefined;
    const { id, role, name, code, stall } = device;
    const nowhere = { side: null, gate: null, vendor: null, operator: null, pass: null };
    return { kind: 'device', id, role, name, code, stall, ...nowhere, screen: true };
  });
}
