import { z } from 'zod';
import { findGoods } from '#db/reads/goods.ts';
import { marketView } from '#db/reads/market.ts';
import { call, ok } from '../call.ts';
import { Market, Product } from '../shapes.ts';

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
    summary: 'Finds goods by name in any language, GTIN, vendor, stall or category, a page at a time.',
    action: 'public',
    input: z.strictObject({
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
    }),
    output: z.strictObject({ products: z.array(Product), next: z.string().nullable() }),
    async run({ read, actor }, { limit, ...query }) {
      const page = { ...query, limit: Math.min(Math.max(Number(limit ?? 50), 1), 200) };
      return ok(await read((tx) => findGoods(tx, page, actor.stall)));
    },
  }),
];
