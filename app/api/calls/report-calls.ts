import { z } from 'zod';
import { salesReport } from '#db/reads/sales-report.ts';
import { soldLines } from '#db/reads/sold-lines.ts';
import { vendorStatement } from '#db/reads/statement.ts';
import { tillReports } from '#db/reads/till-reports.ts';
import { isDay } from '#lib/calendar/day.ts';
import { MonthInput } from '#lib/operations/parts/inputs.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { call, ok } from '../call.ts';
import { ownVendor } from '../own-vendor.ts';
import { Amount, Instant, Names } from '../shapes.ts';
import { Statement } from '../statement-shape.ts';
import { TillSession } from '../till-session-shape.ts';

const day = z.string().refine(isDay);
const period = { from: day, to: day };
const page = { after: z.uuid().optional() };
const decimal = z.string();
const PAGE = 200;

export const REPORT_CALLS = [
  call({
    method: 'GET',
    path: '/api/v1/shop/reports',
    summary: 'What the owner’s stalls sold on the market days of a period: by day, hour, product, kind of goods and cashier.',
    action: 'see-shop',
    input: z.strictObject({ ...period, stall: z.uuid().optional() }),
    output: z.strictObject({
      stalls: z.array(z.strictObject({ id: z.string(), code: z.string(), name: z.string(), side: z.string() })),
      days: z.array(z.strictObject({ day: z.string(), sales: z.int(), total: Amount })),
      hours: z.array(z.strictObject({ hour: z.int(), sales: z.int() })),
      products: z.array(z.strictObject({ product: z.string(), names: Names, quantity: z.number(), total: Amount })),
      categories: z.array(z.strictObject({ category: z.string(), total: Amount })),
      cashiers: z.array(z.strictObject({ cashier: z.string().nullable(), subject: z.string(), sales: z.int(), total: Amount })),
    }),
    run: async (context, query) => ok(await context.read((tx) => salesReport(tx, ownVendor(context), query, context.now))),
  }),
  call({
    method: 'GET',
    path: '/api/v1/shop/sold-lines',
    summary:
      'Every line that the owner’s stalls sold on the days of a period, by the market’s clock of its first side, in pages of whole sales.',
    action: 'see-shop',
    input: z.strictObject({ ...period, ...page }),
    output: z.strictObject({
      lines: z.array(
        z.strictObject({
          number: z.string(),
          stall: z.string(),
          side: z.string(),
          marketDay: z.string(),
          occurredAt: Instant,
          line: z.int(),
          gtin: z.string(),
          names: Names,
          category: z.string(),
          quantity: decimal,
          returned: decimal,
          list: decimal,
          discount: decimal,
          paid: decimal,
          currency: z.string(),
          operator: z.string().nullable(),
          voided: z.boolean(),
        }),
      ),
      next: z.string().nullable(),
    }),
    run: async (context, query) =>
      ok(await context.read((tx) => soldLines(tx, { ...query, vendor: ownVendor(context), now: context.now, limit: PAGE }))),
  }),
  call({
    method: 'GET',
    path: '/api/v1/shop/till-reports',
    summary: 'The till sessions of the owner’s stalls that opened on the days of a period, each as its X or Z report.',
    action: 'see-shop',
    input: z.strictObject({ ...period, ...page }),
    output: z.strictObject({
      sessions: z.array(z.strictObject({ stall: z.string(), side: z.string(), till: z.string(), session: TillSession })),
      next: z.string().nullable(),
    }),
    run: async (context, query) =>
      ok(await context.read((tx) => tillReports(tx, { ...query, vendor: ownVendor(context), now: context.now, limit: 50 }))),
  }),
  call({
    method: 'GET',
    path: '/api/v1/shop/statements',
    summary: 'Where the owner and the market stand for a month: who took what, what commission that makes.',
    action: 'see-shop',
    input: z.strictObject({ month: MonthInput.optional() }),
    output: z.strictObject({ statement: Statement }),
    async run(context, { month }) {
      const statement = await context.read((tx) => vendorStatement(tx, ownVendor(context), context.now, month));
      if (statement === undefined) throw new NotYours();
      return ok({ statement });
    },
  }),
];
