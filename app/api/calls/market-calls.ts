import { z } from 'zod';
import { findGoods } from '#db/reads/goods.ts';
import { marketView } from '#db/reads/market.ts';
import { call, ok } from '../call.ts';
import { Instant, Market, Product } from '../shapes.ts';

const MOST = 500;

const GoodsAsked = z
  .strictObject({
    q: z.string().max(80).optional(),
    gtin: z
      .string()
      .regex(/^\d{1,14}$/)
      .optional(),
    vendor: z.uuid().optional(),
    stall: z.string().max(40).optional(),
    category: z.string().max(40).optional(),
    after: z.uuid().optional(),
    limit: z
      .string()
      .regex(/^\d{1,3}$/)
      .optional(),
    changedAfter: Instant.optional(),
  })
  .refine(({ changedAfter, stall }) => changedAfter === undefined || stall !== undefined, {
    path: ['changedAfter'],
    message: 'names no stall',
  });

export const MARKET_CALLS = [
  call({
    method: 'GET',
    path: '/api/v1/market',
    summary: 'Sides, gates, stalls, currencies, categories, rules in words, rates, the pack in force and the server time.',
    action: 'public',
    input: z.strictObject({}),
    output: Market,
    async run({ read, actor, now }) {
      const device = actor.kind === 'device' ? { kind: actor.role, gate: actor.gate, stall: actor.stall } : null;
      return ok({ ...(await read((tx) => marketView(tx, now))), device });
    },
  }),
  call({
    method: 'GET',
    path: '/api/v1/products',
    summary:
      'Finds goods by name in any language, GTIN, vendor, stall or category, a page at a time: 50, or `limit` up to 500. With `changedAfter`, ' +
      'an instant, only goods of a stall that were changed, sold or counted since; `asOf` is when this was read.',
    action: 'public',
    input: GoodsAsked,
    output: z.strictObject({ products: z.array(Product), next: z.string().nullable(), asOf: Instant }),
    async run({ read, actor, now }, { limit, changedAfter, ...query }) {
      const page = {
        ...query,
        changedAfter: changedAfter && new Date(changedAfter).toISOString(),
        limit: Math.min(Math.max(Number(limit ?? 50), 1), MOST),
      };
      return ok({ ...(await read((tx) => findGoods(tx, page, actor.stall))), asOf: now });
    },
  }),
];
