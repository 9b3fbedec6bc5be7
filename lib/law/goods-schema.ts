import { z } from 'zod';
import { amount, currency, id, object, permille, range } from './fields.ts';

/** Goods by category (with all its branches), by the first digits of the HS code, or by a list of the pack; a line is meant if any fits. */
export const goodsItem = z.union(
  [object({ category: id }), object({ hs: z.string().regex(/^\d{2,10}$/, 'write 2 to 10 digits') }), object({ list: id })],
  'write { "category": "..." }, { "hs": "..." } or { "list": "..." }',
);

export const QUANTITIES = ['units', 'pieces', 'weight', 'volume'] as const;

const unitValue = object({
  currency,
  of: z.enum(QUANTITIES).optional(),
  fromMinor: amount.optional(),
  underMinor: amount.optional(),
}).describe(
  'Only goods whose price for one item (of: units, unless said), one piece, one gram (weight) or one millilitre (volume) is fromMinor or more, and below underMinor. Goods without that quantity are not meant.',
);

export const goods = object(
  {
    include: z.union([z.literal('all'), z.array(goodsItem).min(1)]).default('all'),
    exclude: z.array(goodsItem).optional(),
    strengthAbovePermille: permille.optional(),
    strengthUpToPermille: permille.optional(),
    strengthPermille: range(1000).optional(),
    unitValue: unitValue.optional(),
  },
  'write { "include": [{ "category": "..." }] }, or leave it out for all goods',
);
