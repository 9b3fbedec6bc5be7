import type { Tx } from '#db/engine/engine.ts';
import { personOf } from '#db/stores/persons.ts';
import { receiptOfSale } from '#db/stores/receipts.ts';
import { findSale } from '#db/stores/sales.ts';
import { findPass } from '#db/stores/visits.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';

/** Looks at a receipt: a till at its stall's, an owner at their vendor's, a shopper at their own. @throws Forbidden, NotYours. */
export async function seeSale(context: Context, id: string): Promise<Receipt> {
  const { actor } = context;
  mayOrThrow(actor, 'see-sale');
  const shown = async (tx: Tx): Promise<Receipt> => {
    const sale = await findSale(tx, id);
    const receipt = sale === undefined ? undefined : await receiptOfSale(tx, id);
    if (sale === undefined || receipt === undefined) throw new NotYours();
    if (actor.role === 'till' && sale.stall !== actor.stall) throw new NotYours();
    if (actor.role === 'owner' && sale.vendor !== actor.vendor) throw new NotYours();
    if (actor.role === 'shopper') {
      const own = actor.pass === null ? undefined : await findPass(tx, { id: actor.pass });
      if (own === undefined || !(await personOf(tx, own.traveller)).members.includes(sale.traveller)) throw new NotYours();
    }
    return receipt;
  };
  return context.read(shown, { lasting: true });
}
