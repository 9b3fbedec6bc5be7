import { z } from 'zod';
import { say } from './fault.ts';
import { amount, currency, id, object, oneKindOf, words } from './fields.ts';
import { goods, QUANTITIES } from './goods-schema.ts';

/** A figure, or so many times an index that is fixed anew each year. */
const limit = z.union([
  amount,
  object({ index: id, times: z.int().min(1).max(1e6) }, say('like', { example: '{ "index": "...", "times": 360 }' })),
]);

const partLimit = { of: z.enum(QUANTITIES), limit: amount.min(1, say('at-least', { least: 1 })) };

const part = object({
  names: words.optional(),
  goods,
  ...partLimit,
  duty: id.optional().describe('The duty table of this part, where it is not the one of over.duty.'),
});

export const VALUE_BASES = ['paid', 'list', 'retail', 'customs', 'deemed'] as const;

export const measure = oneKindOf([
  object({
    kind: z.literal('value'),
    currency,
    basis: z.enum(VALUE_BASES).default('paid'),
    deemed: id.optional(),
    limitMinor: limit,
  }),
  object({ kind: z.literal('duty-forgone'), currency, duty: id, limitMinor: limit }),
  object({ kind: z.literal('weight'), basis: z.enum(['net', 'packed', 'weighed']), limitG: amount }),
  object({ kind: z.literal('volume'), limitMl: amount }),
  object({ kind: z.literal('count'), of: z.enum(['units', 'pieces']), limit: amount }),
  object({
    kind: z.literal('mix'),
    operator: z.enum(['one-of', 'fractional', 'each-of']),
    parts: z
      .array(part)
      .min(2, say('two-parts'))
      .max(12, say('parts-at-most', { most: 12 })),
    mixed: object(partLimit)
      .optional()
      .describe('With each-of: where goods of two parts or more are there, all of them together have this limit, too.'),
  }),
  object({ kind: z.literal('exits'), limit: amount }),
  object({ kind: z.literal('days'), limit: amount }),
  object({ kind: z.literal('stay-days'), limit: amount }),
]).describe(
  'What is counted, and how much of it is free. Money is in minor units of its currency. A mix has parts: one-of (one kind is chosen), fractional (shares that come to one whole), each-of (each its own limit). exits and days count crossings with goods, stay-days the days since entry.',
);
