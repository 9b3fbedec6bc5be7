import { z } from 'zod';
import { tillView } from '#db/reads/devices.ts';
import { receipts } from '#db/reads/sales.ts';
import { WAITS } from '#lib/fiscal/fiscal-terms.ts';
import { ApproveDiscount, approveDiscount } from '#lib/operations/approve-discount.ts';
import { BringInReceipt, bringInReceipt } from '#lib/operations/bring-in-receipt.ts';
import { ExchangeSale, exchangeSale } from '#lib/operations/exchange-sale.ts';
import { SaleInput } from '#lib/operations/parts/sale-input.ts';
import { RefundSale, refundSale } from '#lib/operations/refund-sale.ts';
import { ringUpSale } from '#lib/operations/ring-up-sale.ts';
import { seeSale } from '#lib/operations/see-sale.ts';
import { SignInOperator, SignOutOperator, signInOperator, signOutOperator } from '#lib/operations/sign-in-operator.ts';
import { TakePayment, takePayment } from '#lib/operations/take-payment.ts';
import { uploadSale } from '#lib/operations/upload-sale.ts';
import { VoidSale, voidSale } from '#lib/operations/void-sale.ts';
import { beaconText } from '#lib/till/beacon.ts';
import { CUSTODIES } from '#lib/till/cash-count.ts';
import { acted, call, ok } from '../call.ts';
import { refused } from '../problem.ts';
import { Amount, Device, Instant, Operator, Rate, Receipt } from '../shapes.ts';
import { TillSession } from '../till-session-shape.ts';

const receiptBody = z.strictObject({ receipt: Receipt });

export const SALE_CALLS = [
  call({
    method: 'POST',
    path: '/api/v1/sales',
    summary:
      "Sells goods of the till's stall to the holder of a pass; or takes in a sale that the till made without a network, which is never refused for its contents.",
    action: 'sell',
    input: SaleInput,
    output: receiptBody,
    run(context, input) {
      const { origin, occurredAt, offline } = input;
      return acted(
        origin === 'offline' && occurredAt !== undefined && offline !== undefined
          ? uploadSale(context, { ...input, occurredAt, offline })
          : ringUpSale(context, input),
      );
    },
  }),
  call({
    method: 'POST',
    path: '/api/v1/payments',
    summary: "One payment over several sellers' or a party's sales, all or none.",
    action: 'sell',
    input: TakePayment,
    output: z.strictObject({
      payment: z.strictObject({ id: z.string(), custody: z.enum(['stall', 'market']) }),
      receipts: z.array(Receipt),
    }),
    run: (context, input) => acted(takePayment(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/discount-approvals',
    summary: 'An owner allows, by PIN, that one payment at this till be less by so much than a cashier may give alone.',
    action: 'sell',
    input: ApproveDiscount,
    output: z.strictObject({
      approval: z.strictObject({
        id: z.string(),
        upTo: Amount,
        approvedBy: z.strictObject({ id: z.string(), name: z.string() }),
      }),
    }),
    run: (context, input) => acted(approveDiscount(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/receipts',
    summary: 'Takes in a sale from the code on its receipt, because the till that made it without a network is not heard from.',
    action: 'bring-in-receipt',
    input: BringInReceipt,
    output: receiptBody,
    answers: [200],
    refuses: true,
    async run(context, input) {
      const brought = await bringInReceipt(context, input);
      return brought.status === 'refused' ? refused(brought.refusals) : ok(brought.body);
    },
  }),
  call({
    method: 'GET',
    path: '/api/v1/sales',
    summary: "This stall's receipts, newest first; with `session` those of one till session.",
    action: 'see-own-till',
    input: z.strictObject({
      session: z.uuid().optional(),
      limit: z
        .string()
        .regex(/^\d{1,3}$/)
        .optional(),
    }),
    output: z.strictObject({ sales: z.array(Receipt) }),
    async run({ read, actor }, { session, limit }) {
      const query = { stall: actor.stall ?? undefined, session, limit: Math.min(Number(limit ?? 30), 200) };
      return ok({ sales: await read((tx) => receipts(tx, query), { lasting: true }) });
    },
  }),
  call({
    method: 'GET',
    path: '/api/v1/sales/{sale}',
    summary: 'A receipt.',
    action: 'see-sale',
    input: z.strictObject({ sale: z.uuid() }),
    output: receiptBody,
    run: async (context, input) => ok({ receipt: await seeSale(context, input.sale) }),
  }),
  call({
    method: 'POST',
    path: '/api/v1/sales/{sale}/voids',
    summary: 'Undoes a whole sale before its till closes.',
    action: 'void-sale',
    input: VoidSale,
    output: receiptBody,
    run: (context, input) => acted(voidSale(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/sales/{sale}/refunds',
    summary: 'Gives money back by line, at the original rate; the visit is planned again while it is open.',
    action: 'refund-sale',
    input: RefundSale,
    output: z.strictObject({
      refund: z.strictObject({ id: z.string(), sale: z.string(), total: Amount, rounding: Amount, replanned: z.boolean() }),
      receipt: Receipt,
    }),
    run: (context, input) => acted(refundSale(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/sales/{sale}/exchanges',
    summary:
      'Goods of a sale come back and others of the same stall are sold for them, both or neither; only the difference is paid.',
    action: 'sell',
    input: ExchangeSale,
    output: z.strictObject({ receipt: Receipt, of: Receipt }),
    run: (context, input) => acted(exchangeSale(context, input)),
  }),
  call({
    method: 'GET',
    path: '/api/v1/till',
    summary: 'This till: its stall, who may stand at it, who does, and its session.',
    action: 'see-own-till',
    input: z.strictObject({}),
    output: z.strictObject({
      device: Device,
      stall: z.strictObject({ id: z.string(), code: z.string(), name: z.string(), side: z.string() }).nullable(),
      vendor: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
      seller: z.strictObject({ name: z.string(), taxId: z.string() }).nullable(),
      custody: z.enum(CUSTODIES),
      suspended: z.string().nullable(),
      marketDay: z.string(),
      operators: z.array(Operator),
      marketStaff: z.array(Operator.omit({ role: true })),
      operator: Operator.nullable(),
      session: TillSession.nullable(),
      lastClosed: z.string().nullable(),
      discountLimit: z.string(),
      tillRates: z.array(Rate),
      printer: z.string().nullable(),
      fiscal: z
        .strictObject({
          wait: z.enum(WAITS),
          hours: z.int(),
          onTimeMinutes: z.int(),
          loudHours: z.int(),
          shutHours: z.int(),
          waiting: z.int(),
          since: Instant.nullable(),
        })
        .nullable(),
      offline: z.strictObject({ beacon: z.string(), floor: Amount.nullable(), nextNumber: z.int() }),
    }),
    async run({ read, actor, now, keys }) {
      const { offline, ...view } = await read((tx) => tillView(tx, actor, now));
      return ok({ ...view, offline: { ...offline, beacon: beaconText({ at: now, device: actor.id }, keys.signPass) } });
    },
  }),
  call({
    method: 'POST',
    path: '/api/v1/operator-sessions',
    summary: 'Puts a person at this device, by PIN.',
    action: 'sign-in-operator',
    input: SignInOperator,
    output: z.strictObject({ operator: Operator }),
    run: (context, input) => acted(signInOperator(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/operator-sessions/close',
    summary: 'Leaves this device without an operator.',
    action: 'sign-in-operator',
    input: SignOutOperator,
    output: z.strictObject({ operator: z.null() }),
    run: (context, input) => acted(signOutOperator(context, input)),
  }),
];
