import { z } from 'zod';
import { FATES } from '#lib/exit/fate.ts';
import {
  amount,
  countries,
  currency,
  day,
  id,
  monthDay,
  oneKindOf,
  permille,
  range,
  sentence,
  sources,
  words,
  zone,
} from './fields.ts';

/** What a rule of a law pack looks like; lib/packs/writing-a-pack.md teaches it. */

/** Goods by category (with all its branches), by the first digits of the HS code, or by a list of the pack; a line is meant if any fits. */
export const goodsItem = z.union([
  z.strictObject({ category: id }),
  z.strictObject({ hs: z.string().regex(/^\d{2,10}$/, 'write 2 to 10 digits') }),
  z.strictObject({ list: id }),
]);

const QUANTITIES = ['units', 'pieces', 'weight', 'volume'] as const;

const unitValue = z
  .strictObject({
    currency,
    of: z.enum(QUANTITIES).optional(),
    fromMinor: amount.optional(),
    underMinor: amount.optional(),
  })
  .describe(
    'Only goods whose price for one item (of: units, unless said), one piece, one gram (weight) or one millilitre (volume) is fromMinor or more, and below underMinor. Goods without that quantity are not meant.',
  );

export const goods = z.strictObject(
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

/** A figure, or so many times an index that is fixed anew each year. */
const limit = z.union([
  amount,
  z.strictObject({ index: id, times: z.int().min(1).max(1e6) }, 'write { "index": "...", "times": 360 }'),
]);

const partLimit = { of: z.enum(QUANTITIES), limit: amount.min(1, 'write 1 or more') };

const part = z.strictObject({
  names: words.optional(),
  goods,
  ...partLimit,
  duty: id.optional().describe('The duty table of this part, where it is not the one of over.duty.'),
});

export const VALUE_BASES = ['paid', 'list', 'retail', 'customs', 'deemed'] as const;

const measure = oneKindOf([
  z.strictObject({
    kind: z.literal('value'),
    currency,
    basis: z.enum(VALUE_BASES).default('paid'),
    deemed: id.optional(),
    limitMinor: limit,
  }),
  z.strictObject({ kind: z.literal('duty-forgone'), currency, duty: id, limitMinor: limit }),
  z.strictObject({ kind: z.literal('weight'), basis: z.enum(['net', 'packed', 'weighed']), limitG: amount }),
  z.strictObject({ kind: z.literal('volume'), limitMl: amount }),
  z.strictObject({ kind: z.literal('count'), of: z.enum(['units', 'pieces']), limit: amount }),
  z.strictObject({
    kind: z.literal('mix'),
    operator: z.enum(['one-of', 'fractional', 'each-of']),
    parts: z.array(part).min(2, 'write two parts or more').max(12, 'write at most 12 parts'),
    mixed: z
      .strictObject(partLimit)
      .optional()
      .describe('With each-of: where goods of two parts or more are there, all of them together have this limit, too.'),
  }),
  z.strictObject({ kind: z.literal('exits'), limit: amount }),
  z.strictObject({ kind: z.literal('days'), limit: amount }),
  z.strictObject({ kind: z.literal('stay-days'), limit: amount }),
]);

const period = oneKindOf([
  z.strictObject({ kind: z.literal('item') }),
  z.strictObject({ kind: z.literal('model') }),
  z.strictObject({ kind: z.literal('sale') }),
  z.strictObject({ kind: z.literal('visit') }),
  z.strictObject({ kind: z.literal('day'), zone: zone.optional() }),
  z.strictObject({ kind: z.literal('week'), zone: zone.optional() }),
  z.strictObject({ kind: z.literal('rolling'), days: z.int().min(1).max(3660), zone: zone.optional() }),
  z.strictObject({ kind: z.literal('month'), zone: zone.optional() }),
  z.strictObject({ kind: z.literal('year'), zone: zone.optional() }),
  z.strictObject({ kind: z.literal('financial-year'), startsMonth: z.int().min(1).max(12), zone: zone.optional() }),
  z.strictObject({ kind: z.literal('season'), from: monthDay, to: monthDay, zone: zone.optional() }),
  z.strictObject({ kind: z.literal('once') }),
]);

const order = z.enum(['least-duty', 'highest-taxed-first', 'as-listed']);

/**
 * What happens to goods beyond the limit. tax-excess: what lies above is taxed. tax-item-whole: an item that does not fit is
 * taxed whole. tax-all: above the limit everything is taxed. forbid: what lies above does not leave. cargo: it is no longer for
 * personal use and leaves as cargo. needs-document: it leaves with that document. report: nothing but that it is reported.
 * no-allowance: above it the rules named have no allowance.
 */
const over = oneKindOf([
  z.strictObject({
    kind: z.literal('tax-excess'),
    duty: id,
    upTo: id.optional(),
    order: order.optional(),
    tolerance: amount.min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('tax-item-whole'), duty: id, order: order.optional(), insteadOf: z.array(id).optional() }),
  z.strictObject({ kind: z.literal('tax-all'), duty: id }),
  z.strictObject({ kind: z.literal('forbid') }),
  z.strictObject({ kind: z.literal('cargo') }),
  z.strictObject({ kind: z.literal('needs-document'), document: id }),
  z.strictObject({ kind: z.literal('report') }),
  z.strictObject({ kind: z.literal('no-allowance'), rules: z.array(id).min(1) }),
]);

const who = z.strictObject({
  nationalities: countries.optional(),
  residences: countries.optional(),
  age: range(150).optional(),
  classes: z.strictObject({ include: z.array(id).optional(), exclude: z.array(id).optional() }).optional(),
  daysAbroad: range(36_600).optional(),
  crossings: z
    .strictObject({
      direction: z.enum(['entry', 'exit']),
      days: z.int().min(1).max(3660),
      from: z.int().min(0).optional(),
      under: z.int().min(0).optional(),
    })
    .optional(),
});

const holder = oneKindOf([
  z.strictObject({ kind: z.literal('traveller') }),
  z.strictObject({ kind: z.literal('party'), party: id, limit: z.enum(['each', 'shared']) }),
  z.strictObject({ kind: z.literal('company') }),
  z.strictObject({ kind: z.literal('region'), id }),
]);

const condition = oneKindOf([
  z.strictObject({
    kind: z.literal('leave-within'),
    days: z.int().min(1).max(3660),
    otherwise: z.strictObject({ offence: id }).optional(),
  }),
  z.strictObject({ kind: z.literal('no-resale') }),
  z.strictObject({ kind: z.literal('stays-in'), region: id }),
  z.strictObject({ kind: z.literal('guarantee'), duty: id }),
]);

const INSTANTS = ['sale', 'entry', 'exit'] as const;

export const ruleSchema = z.strictObject({
  id,
  applies: z.boolean().default(true),
  side: id,
  from: day,
  to: day.nullable().default(null),
  names: words,
  sentences: words,
  who: who.optional(),
  underAge: z.strictObject({ age: z.int().min(1).max(120), over: z.enum(['forbid', 'no-allowance']) }).optional(),
  excludedAfter: z.array(z.strictObject({ offence: id, years: z.int().min(1).max(100) })).optional(),
  holder: holder.optional(),
  goods: goods.default({ include: 'all' }),
  fates: z.array(z.enum(FATES)).min(1).default(['carried', 'baggage-carrier']),
  statuses: z.array(id).min(1).optional(),
  channels: z.array(id).min(1).optional(),
  period,
  picks: z.enum(INSTANTS).default('exit'),
  lawOf: z.enum(INSTANTS).optional(),
  measure,
  over,
  within: id.optional(),
  conditions: z.array(condition).optional(),
  headline: z.boolean().default(false),
  authority: sentence.optional(),
  confidence: z.enum(['confirmed', 'secondary', 'memory-unverified']),
  sources,
});
