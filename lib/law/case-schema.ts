import { z } from 'zod';
import { FATES } from '#lib/exit/fate.ts';
import { say } from './fault.ts';
import { amount, country, currency, day, id, object, settingValue } from './fields.ts';

/** A crossing written down for `npm run law -- assess`: who leaves where and when, with which goods. */

const instant = z.iso.datetime({ offset: true, error: say('instant-with-offset') });
const decimal = z.string().regex(/^\d{1,12}(\.\d+)?$/, say('decimal-text'));
const money = object({ amount: decimal, currency }, say('like', { example: '{ "amount": "120.00", "currency": "..." }' }));
const whole = amount.optional();

const hsDigits = z
  .string()
  .regex(/^\d{0,10}$/, say('hs-of-line'))
  .default('');

const line = object({
  id: z.string().min(1).max(100).optional(),
  category: id,
  hs: hsDigits,
  units: z
    .int()
    .min(1)
    .max(100_000)
    .default(1)
    .describe('Items that are not divided. All other amounts of the line are totals of them.'),
  value: money.describe('The price paid.'),
  values: object({ list: decimal.optional(), retail: decimal.optional(), customs: decimal.optional() })
    .optional()
    .describe('Other values in the same currency; one that is missing reads the price paid.'),
  weightG: amount.default(0).describe('With its packing.'),
  netWeightG: whole,
  weighedG: whole.describe("On the officer's scale."),
  volumeMl: amount.default(0),
  strengthPermille: z.int().min(0).max(1000).default(0),
  pieces: whole.describe('Sticks, cigars, pieces of a set; the units unless said.'),
  fate: z.enum(FATES).default('carried'),
  sale: z.string().min(1).max(100).optional().describe('The sale, parcel or order it was bought in.'),
  soldAt: instant.optional(),
  channel: id.optional().describe('Where it was bought: market unless said.'),
  status: id.optional().describe('Customs status, such as bonded or duty-paid.'),
  model: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Kind, size and style: goods of one model are alike; unless said, those of one category and HS code are.'),
});

const crossedGoods = object({ category: id, hs: hsDigits, strengthPermille: z.int().min(0).max(1000).default(0) });

const traveller = object(
  {
    nationality: country,
    residence: country.optional(),
    age: z.int().min(0).max(150).optional(),
    birthDate: day.optional(),
    classes: z.array(id).optional().describe('What else the law knows them by: visitor, border-resident, crew ...'),
    daysAbroad: z.int().min(0).max(36_600).optional(),
    crossings: z
      .array(
        object({
          at: instant,
          direction: z.enum(['entry', 'exit']),
          withGoods: z.boolean().optional().describe('It took goods out; without goods, every rule that asks must count it.'),
          goods: z.array(crossedGoods).optional().describe('Which goods it took out.'),
        }),
      )
      .optional(),
    offences: z.array(object({ offence: id, on: day })).optional(),
    party: object({ kind: id, members: z.int().min(1).max(1000) }).optional(),
    company: id.optional(),
  },
  say('like', { example: '{ "nationality": "...", "age": 30 }' }),
);

export const caseSchema = object({
  pack: id.optional(),
  exitSide: id.describe('The side they leave by.'),
  entrySide: id.optional(),
  entryGate: id.optional(),
  exitGate: id.optional(),
  signatures: z.int().min(0).max(5).default(0),
  at: instant,
  enteredAt: instant.optional(),
  traveller,
  lines: z.array(line).max(1000),
  used: z.array(object({ rule: id, part: z.int().min(1).optional(), period: z.string().min(1).optional(), amount })).default([]),
  rates: z
    .array(
      object({
        base: currency,
        quote: currency,
        rate: z.string().regex(/^\d{1,9}(\.\d{1,6})?$/, say('rate-text')),
        date: day.optional(),
        source: z.string().default('case'),
      }),
    )
    .default([]),
  settings: z.record(z.string(), settingValue).default({}),
  documents: z.array(id).optional().describe('Documents that were shown.'),
  declines: z.array(id).optional().describe('Rules whose allowance the traveller saves for another time, paying duty now.'),
});

export type Case = z.infer<typeof caseSchema>;
