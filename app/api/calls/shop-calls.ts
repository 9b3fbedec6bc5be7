import { z } from 'zod';
import { findGoods } from '#db/reads/goods.ts';
import { receipts } from '#db/reads/sales.ts';
import { discountLimits, shopDay } from '#db/reads/shop.ts';
import { stockMovements } from '#db/reads/stock-movements.ts';
import { AddProduct, addProduct } from '#lib/operations/add-product.ts';
import { AddCashier, addCashier } from '#lib/operations/add-staff.ts';
import { ChangeProduct, changeProduct } from '#lib/operations/change-product.ts';
import { MoveStock, moveStock } from '#lib/operations/move-stock.ts';
import { SetDiscountLimit, setDiscountLimit } from '#lib/operations/set-discount-limit.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { acted, call, ok } from '../call.ts';
import { ownVendor } from '../own-vendor.ts';
import { Amount, Instant, Names, Product, Receipt } from '../shapes.ts';

const kept = z.strictObject({ product: z.strictObject({ id: z.string(), onHand: z.string() }) });

export const SHOP_CALLS = [
  call({
    method: 'GET',
    path: '/api/v1/shop/day',
    summary: "The owner's stalls, takings, best sellers and cashiers.",
    action: 'see-shop',
    input: z.strictObject({}),
    output: z.strictObject({
      stalls: z.array(
        z.strictObject({ id: z.string(), code: z.string(), name: z.string(), side: z.string(), marketDay: z.string() }),
      ),
      takings: z.array(z.strictObject({ stall: z.string(), day: z.string(), count: z.int(), total: Amount })),
      best: z.array(z.strictObject({ product: z.string(), names: Names, quantity: z.number(), total: Amount })),
      cashiers: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.string() })),
    }),
    run: async (context) => ok(await context.read((tx) => shopDay(tx, ownVendor(context), context.now))),
  }),
  call({
    method: 'GET',
    path: '/api/v1/shop/discount-limits',
    summary: "How much of a price a cashier may take off alone at each of the owner's stalls, in per cent.",
    action: 'see-shop',
    input: z.strictObject({}),
    output: z.strictObject({ limits: z.array(z.strictObject({ stall: z.string(), code: z.string(), percent: z.string() })) }),
    run: async (context) => ok({ limits: await context.read((tx) => discountLimits(tx, ownVendor(context))) }),
  }),
  call({
    method: 'POST',
    path: '/api/v1/shop/discount-limits',
    summary: "Says how much of a price a cashier may take off alone at one of the owner's stalls; nought: nothing.",
    action: 'run-shop',
    input: SetDiscountLimit,
    output: z.strictObject({ limit: z.strictObject({ stall: z.string(), percent: z.string() }) }),
    run: (context, input) => acted(setDiscountLimit(context, input)),
  }),
  call({
    method: 'GET',
    path: '/api/v1/shop/products',
    summary: "The owner's products.",
    action: 'see-shop',
    input: z.strictObject({
      q: z.string().max(80).optional(),
      after: z.uuid().optional(),
      limit: z
        .string()
        .regex(/^\d{1,3}$/)
        .optional(),
    }),
    output: z.strictObject({ products: z.array(Product), next: z.string().nullable() }),
    run: async (context, { limit, ...query }) =>
      ok(
        await context.read((tx) =>
          findGoods(tx, { ...query, vendor: ownVendor(context), limit: Math.min(Math.max(Number(limit ?? 50), 1), 200) }),
        ),
      ),
  }),
  call({
    method: 'GET',
    path: '/api/v1/shop/sales',
    summary: "The owner's receipts, newest first.",
    action: 'see-shop',
    input: z.strictObject({
      limit: z
        .string()
        .regex(/^\d{1,3}$/)
        .optional(),
    }),
    output: z.strictObject({ sales: z.array(Receipt) }),
    run: async (context, { limit }) =>
      ok({
        sales: await context.read((tx) =>
          receipts(tx, { vendor: ownVendor(context), limit: Math.min(Math.max(Number(limit ?? 50), 1), 200) }),
        ),
      }),
  }),
  call({
    method: 'POST',
    path: '/api/v1/products',
    summary: 'Puts a product on a stall.',
    action: 'run-shop',
    input: AddProduct,
    output: kept,
    hides: true,
    run: (context, input) => acted(addProduct(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/products/{product}/changes',
    summary: "Changes a product's names or price.",
    action: 'run-shop',
    input: ChangeProduct,
    output: kept,
    run: (context, input) => acted(changeProduct(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/products/{product}/stock-movements',
    summary: 'Goods received, counted or lost.',
    action: 'run-shop',
    input: MoveStock,
    output: kept,
    run: (context, input) => acted(moveStock(context, input)),
  }),
  call({
    method: 'GET',
    path: '/api/v1/products/{product}/stock-movements',
    summary: "What became of a product's stock, newest first: how much, why, by whom, and the lot with its customs status.",
    action: 'see-shop',
    input: z.strictObject({ product: z.uuid(), after: z.uuid().optional() }),
    output: z.strictObject({
      movements: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.string(),
          quantity: z.string(),
          reason: z.string().nullable(),
          at: Instant,
          customsStatus: z.string().nullable(),
          manifest: z.string().nullable(),
          by: z.string().nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
    async run(context, query) {
      const page = await context.read((tx) => stockMovements(tx, { ...query, vendor: ownVendor(context), limit: 50 }));
      if (page === undefined) throw new NotYours();
      return ok(page);
    },
  }),
  call({
    method: 'POST',
    path: '/api/v1/cashiers',
    summary: "Adds a cashier to the owner's stalls.",
    action: 'run-shop',
    input: AddCashier,
    output: z.strictObject({ person: z.strictObject({ id: z.string(), name: z.string(), role: z.string() }) }),
    run: (context, input) => acted(addCashier(context, input)),
  }),
];
