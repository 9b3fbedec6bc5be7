import { z } from 'zod';
import { deemedValues, dutyTable } from './duty-schema.ts';
import { say } from './fault.ts';
import { amount, countries, country, currency, day, id, object, sentence, settingValue, sources, words, zone } from './fields.ts';
import { goodsItem } from './goods-schema.ts';
import { ruleSchema } from './rule-schema.ts';

/** What a law pack looks like; references between its parts are checked in pack-faults.ts. */

const document = object({
  type: z.enum(['passport', 'identity-card', 'permit']),
  nationalities: z.array(country).min(1).optional(),
  setting: id.optional(),
  sources,
});

export const RATE_DAYS = ['exit', 'entry', 'sale', 'first-of-month', 'third-wednesday-of-month-before'] as const;

const side = object({
  code: id,
  names: words,
  country,
  zone,
  currency,
  dutyCurrency: currency,
  /** Which day's official rate the law takes. */
  rateDay: z.enum(RATE_DAYS).default('exit'),
  languages: z.array(z.enum(['en', 'zh', 'ru', 'kk', 'ur'])).min(1),
  documents: z.array(document).min(1, say('one-document')),
});

/** How long the market keeps a group of fields about a person, and what for. */
const kept = object({ purpose: words, days: z.int().min(1).max(36_525), sources });

const change = { when: settingValue };

const setting = object({
  id,
  default: settingValue,
  options: z.array(settingValue).min(1),
  question: sentence,
  source: id.nullable(),
  changes: z
    .array(
      z.union([
        object({ ...change, rule: id, from: day.optional(), set: z.record(z.string(), z.unknown()) }),
        object({ ...change, dutyTable: id, set: z.record(z.string(), z.unknown()) }),
        object({ ...change, side: id, set: object({ rateDay: z.enum(RATE_DAYS) }) }),
      ]),
    )
    .optional(),
});

export const packSchema = object({
  format: z.literal('serai-law-pack/1'),
  id,
  version: z.int().min(1),
  market: object({ id, names: words }),
  sides: z.array(side).min(1),
  gates: z.array(object({ code: id, side: id, name: sentence })).min(1),
  currencies: z.array(currency).min(1),
  /** The smallest amount that there are coins or notes for; a currency that is left out has its minor unit. */
  cash: z.array(object({ currency, smallest: amount.min(1, say('at-least', { least: 1 })), sources })).default([]),
  entry: object({
    minorUnder: z.int().min(0).max(30),
    adultFrom: z.int().min(0).max(30).optional(),
    stayDays: z.int().min(1).max(366),
    nationalities: z.union([z.literal('all'), countries]),
    sources,
  }),
  exit: object({
    sameSide: z.boolean(),
    sameGate: z.boolean().default(false),
    signaturesOtherwise: z.int().min(0).max(5),
    sources,
  }),
  /** A market does not open without it. */
  retention: object({ holder: kept, documentNumber: kept, documentLookups: kept }).optional(),
  categories: z
    .array(
      object({
        id,
        parent: id.nullable().default(null),
        hs: z.array(z.string().regex(/^\d{2,10}$/, say('hs-of-goods'))).default([]),
        names: words,
        dutyGroups: z.record(id, id).default({}),
      }),
    )
    .min(1),
  lists: z.array(object({ id, names: words, items: z.array(goodsItem).min(1), sources })).default([]),
  documents: z.array(object({ id, names: words, authority: sentence, checkedBy: z.enum(['till', 'gate']), sources })).default([]),
  indices: z.array(object({ id, currency, values: z.array(object({ from: day, minor: amount })).min(1), sources })).default([]),
  rules: z.array(ruleSchema).min(1),
  dutyTables: z.array(dutyTable).default([]),
  deemedValues: z.array(deemedValues).default([]),
  settings: z.array(setting).default([]),
  sources: z.array(object({ id, title: sentence, page: sentence, date: z.string() })).min(1),
});
