import { z } from 'zod';
import { say } from './fault.ts';
import { amount, currency, id, object, permille, range } from './fields.ts';

/** Goods by category (with all its branches), by the first digits of the HS code, or by a list of the pack; a line is meant if any fits. */
export const goodsItem = z.union(
  [object({ category: id }), object({ hs: z.string().regex(/^\d{2,10}$/, say('hs-of-goods')) }), object({ list: id })],
  say('goods-item-like', { category: '{ "category": "..." }', hs: '{ "hs": "..." }', list: '{ "list": "..." }' }),
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
  say('goods-like', { example: '{ "include": [{ "category": "..." }] }' }),
);
