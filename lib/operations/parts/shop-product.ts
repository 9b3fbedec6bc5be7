import { z } from 'zod';
import type { ProductRow } from '#db/stores/catalogue.ts';
import { NotYours } from '#lib/staff/actor.ts';
import type { Context } from '../context.ts';

const name = z.string().trim().min(1).max(160);
/** What a product is called, in every language. */
export const ProductNames = z.strictObject({ en: name, zh: name, ru: name, kk: name, ur: name });

export type Kept = { readonly product: { readonly id: string; readonly onHand: string } };

/** The product, if it is the owner's own. @throws NotYours. */
export function ownProduct(context: Context, found: ReadonlyMap<string, ProductRow>): ProductRow {
  const [product] = found.values();
  if (product === undefined || product.vendor !== context.actor.vendor) throw new NotYours();
  return product;
}
