import { z } from 'zod';
import { FATES } from '#lib/exit/fate.ts';
import { amount, country, currency, day, id, settingValue } from './fields.ts';

/** A crossing written down for `npm run law -- assess`: who leaves where and when, with which goods. */

const instant = z.iso.datetime({ offset: true, error: 'write an instant with an offset like 2026-11-22T11:00:00+08:00' });
const decimal = z.string().regex(/^\d{1,12}(\.\d+)?$/, 'write a decimal number as text, like "120.00"');
const money = z.strictObject({ amount: decimal, currency });
const whole = amount.optional();

const hsDigits = z
  .string()
  .regex(/^\d{0,10}$/, 'write up to 10 digits')
  .default('');

const line = z.strictObject({
  id: z.string().min(1).max(100).optional(),
  category: id,
  hs: hsDigits,
  units: z.int().min(1).max(100_000).default(1),
  value: money,
  values: z.strictObject({ list: decimal.optional(), retail: decimal.optional(), customs: decimal.optional() }).optional(),
  weightG: amount.default(0),
  netWeightG: whole,
  weighedG: whole,
  volumeMl: amount.default(0),
  strengthPermille: z.int().min(0).max(1000).default(0),
  pieces: whole,
  fate: z.enum(FATES).default('carried'),
  sale: z.string().min(1).max(100).optional(),
  soldAt: instant.optional(),
  channel: id.optional(),
  status: id.optional(),
  model: z.string().min(1).max(100).optional(),
});

const crossedGoods = z.strictObject({ category: id, hs: hsDigits, strengthPermille: z.int().min(0).max(1000).default(0) });

const traveller = z.strictObject({
  nationality: country,
  residence: country.optional(),
  age: z.int().min(0).max(150).optional(),
  birthDate: day.optional(),
  classes: z.array(id).optional(),
  daysAbroad: z.int().min(0).max(36_600).optional(),
  crossings: z
    .array(
      z.strictObject({
        at: instant,
        direction: z.enum(['entry', 'exit']),
        withGoods: z.boolean().optional(),
        goods: z.array(crossedGoods).optional(),
      }),
    )
    .optional(),
  offences: z.array(z.strictObject({ offence: id, on: day })).optional(),
  party: z.strictObject({ kind: id, members: z.int().min(1).max(1000) }).optional(),
  company: id.optional(),
});

export const caseSchema = z.strictObject({
  pack: id.optional(),
  exitSide: id,
  entrySide: id.optional(),
  entryGate: id.optional(),
  exitGate: id.optional(),
  signatures: z.int().min(0).max(5).default(0),
  at: instant,
  enteredAt: instant.optional(),
  traveller,
  lines: z.array(line).max(1000),
  used: z
    .array(z.strictObject({ rule: id, part: z.int().min(1).optional(), period: z.string().min(1).optional(), amount }))
    .default([]),
  rates: z
    .array(
      z.strictObject({
        base: currency,
        quote: currency,
        rate: z.string().regex(/^\d{1,9}(\.\d{1,6})?$/, 'write a decimal number as text with up to six places, like "7.85"'),
        date: day.optional(),
        source: z.string().default('case'),
      }),
    )
    .default([]),
  settings: z.record(z.string(), settingValue).default({}),
  documents: z.array(id).optional(),
  declines: z.array(id).optional(),
});
