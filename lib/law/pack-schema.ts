import { z } from 'zod';
import { isDay } from '#lib/calendar/day.ts';
import { isCurrency } from '#lib/money/money.ts';

/** What a law pack looks like. Every message says what to write instead; references between parts are checked in pack-faults.ts. */

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'write an id of letters, digits and hyphens');
const day = z.string().refine(isDay, 'write a day that exists as YYYY-MM-DD');
const instant = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text),
    'write an instant in UTC like 2024-02-29T18:00:00.000Z',
  );
const currency = z.string().refine(isCurrency, 'write one of the currencies of lib/money/money.ts, such as CNY or EUR');
const amount = z.int('write a whole number').nonnegative('write zero or more').max(1e12, 'write at most 1000000000000');
const sentence = z.string().min(1, 'write a text');
const sources = z.array(id).min(1, 'name at least one source of the list /sources');

const words = z.strictObject({ en: sentence, zh: sentence, ru: sentence, kk: sentence, ur: sentence });

export const FATES = [
  'carried',
  'consumed-inside',
  'stored-inside',
  'posted',
  'baggage-carrier',
  'cargo',
  'given',
  'returned',
  'seized',
  'abandoned',
] as const;

const country = z.string().regex(/^[A-Z]{1,3}$/, 'write an ISO 3166-1 alpha-3 or ICAO code such as CHN');
const countries = z.strictObject({ include: z.array(country).optional(), exclude: z.array(country).optional() });

const zone = z.strictObject({
  name: sentence,
  offsets: z.array(z.strictObject({ from: instant, minutes: z.int().min(-1080).max(1080) })).min(1, 'write at least one offset'),
});

const document = z.strictObject({
  type: z.enum(['passport', 'identity-card', 'permit']),
  nationalities: z.array(country).min(1).optional(),
  setting: id.optional(),
  sources,
});

const side = z.strictObject({
  code: id,
  names: words,
  country,
  zone,
  currency,
  dutyCurrency: currency,
  languages: z.array(z.enum(['en', 'zh', 'ru', 'kk', 'ur'])).min(1),
  documents: z.array(document).min(1, 'write at least one document that is accepted'),
});

/** Goods by category (with all its branches) or by the first digits of the HS code; a line is meant if either fits. */
const goodsItem = z.union([
  z.strictObject({ category: id }),
  z.strictObject({ hs: z.string().regex(/^\d{2,10}$/, 'write 2 to 10 digits') }),
]);
const goods = z.strictObject({
  include: z.union([z.literal('all'), z.array(goodsItem).min(1)]),
  exclude: z.array(goodsItem).optional(),
  strengthAbovePermille: z.int().min(0).max(1000).optional(),
});

const amountOf = z.enum(['units', 'pieces', 'weight', 'volume']);
const part = z.strictObject({ goods, of: amountOf, limit: amount.min(1, 'write 1 or more') });

const measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), currency, limitMinor: amount }),
  z.strictObject({ kind: z.literal('weight'), basis: z.enum(['net', 'packed']), limitG: amount }),
  z.strictObject({ kind: z.literal('volume'), limitMl: amount }),
  z.strictObject({ kind: z.literal('count'), of: z.enum(['units', 'pieces']), limit: amount }),
  z.strictObject({
    kind: z.literal('mix'),
    operator: z.enum(['one-of', 'fractional']),
    parts: z.array(part).min(2, 'write two parts or more'),
  }),
  z.strictObject({ kind: z.literal('exits'), limit: amount }),
]);

const period = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sale') }),
  z.strictObject({ kind: z.literal('visit') }),
  z.strictObject({ kind: z.literal('day'), zone: zone.optional() }),
  z.strictObject({ kind: z.literal('rolling'), days: z.int().min(1).max(366) }),
  z.strictObject({ kind: z.literal('month'), zone: zone.optional() }),
  z.strictObject({ kind: z.literal('year'), zone: zone.optional() }),
]);

/**
 * tax-excess: what lies above is taxed. tax-item-whole: an item that does not fit is taxed whole; which items fit is the split
 * with the least duty. tax-all: above the limit everything is taxed. forbid: what lies above does not leave. no-allowance:
 * above it the rules named have no allowance.
 */
const over = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tax-excess'), duty: id, upTo: id.optional() }),
  z.strictObject({ kind: z.literal('tax-item-whole'), duty: id }),
  z.strictObject({ kind: z.literal('tax-all'), duty: id }),
  z.strictObject({ kind: z.literal('forbid') }),
  z.strictObject({ kind: z.literal('no-allowance'), rules: z.array(id).min(1) }),
]);

export const ruleSchema = z.strictObject({
  id,
  applies: z.boolean(),
  side: id,
  from: day,
  to: day.nullable(),
  names: words,
  sentences: words,
  who: z.strictObject({ nationalities: countries.optional(), residences: countries.optional() }).optional(),
  underAge: z.strictObject({ age: z.int().min(1).max(120), over: z.enum(['forbid', 'no-allowance']) }).optional(),
  goods,
  fates: z.array(z.enum(FATES)).min(1),
  period,
  picks: z.enum(['exit']),
  measure,
  over,
  headline: z.boolean(),
  confidence: z.enum(['confirmed', 'secondary', 'memory-unverified']),
  sources,
});

/** How long the market keeps a group of fields about a person, and what for. */
const kept = z.strictObject({ purpose: words, days: z.int().min(1).max(36_525), sources });

const permille = z.int().min(0).max(10_000);

const dutyTable = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('by-group'), currency, groups: z.record(id, permille), sources }),
  z.strictObject({ id, kind: z.literal('flat'), currency, permille, sources }),
  z.strictObject({ id, kind: z.literal('per-kg'), currency, minorPerKg: amount, sources }),
  z.strictObject({ id, kind: z.literal('per-litre'), currency, minorPerLitre: amount, sources }),
  z.strictObject({ id, kind: z.literal('larger-of'), currency, permille, minorPerKg: amount, sources }),
]);

const settingValue = z.union([z.string(), z.boolean(), z.int()]);

const setting = z.strictObject({
  id,
  default: settingValue,
  options: z.array(settingValue).min(1),
  question: sentence,
  source: id.nullable(),
  changes: z
    .array(
      z.strictObject({
        when: settingValue,
        rule: id,
        set: ruleSchema.omit({ id: true, side: true, from: true, to: true }).partial(),
      }),
    )
    .optional(),
});

export const packSchema = z.strictObject({
  format: z.literal('serai-law-pack/1'),
  id,
  version: z.int().min(1),
  market: z.strictObject({ id, names: words }),
  sides: z.array(side).min(1),
  gates: z.array(z.strictObject({ code: id, side: id, name: sentence })).min(1),
  currencies: z.array(currency).min(1),
  entry: z.strictObject({
    minorUnder: z.int().min(0).max(30),
    adultFrom: z.int().min(0).max(30),
    stayDays: z.int().min(1).max(366),
    nationalities: z.union([z.literal('all'), countries]),
    sources,
  }),
  exit: z.strictObject({ sameSide: z.boolean(), signaturesOtherwise: z.int().min(0).max(5), sources }),
  retention: z.strictObject({ holder: kept, documentNumber: kept, documentLookups: kept }),
  categories: z
    .array(
      z.strictObject({
        id,
        parent: id.nullable(),
        hs: z.array(z.string().regex(/^\d{2,10}$/, 'write 2 to 10 digits')),
        names: words,
        dutyGroups: z.record(id, id),
      }),
    )
    .min(1),
  rules: z.array(ruleSchema).min(1),
  dutyTables: z.array(dutyTable),
  settings: z.array(setting),
  sources: z.array(z.strictObject({ id, title: sentence, page: sentence, date: z.string() })).min(1),
});
