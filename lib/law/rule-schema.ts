import { z } from 'zod';
import { FATES } from '#lib/exit/fate.ts';
import { amount, countries, day, id, monthDay, object, oneKindOf, range, sentence, sources, words, zone } from './fields.ts';
import { goods } from './goods-schema.ts';
import { measure } from './measure-schema.ts';

/** What a rule of a law pack looks like; lib/packs/writing-a-pack.md teaches it. */

const period = oneKindOf([
  object({ kind: z.literal('item') }),
  object({ kind: z.literal('model') }),
  object({ kind: z.literal('sale') }),
  object({ kind: z.literal('visit') }),
  object({ kind: z.literal('day'), zone: zone.optional() }),
  object({ kind: z.literal('week'), zone: zone.optional() }),
  object({ kind: z.literal('rolling'), days: z.int().min(1).max(3660), zone: zone.optional() }),
  object({ kind: z.literal('rolling-years'), years: z.int().min(1).max(100), zone: zone.optional() }),
  object({ kind: z.literal('month'), zone: zone.optional() }),
  object({ kind: z.literal('year'), zone: zone.optional() }),
  object({ kind: z.literal('financial-year'), startsMonth: z.int().min(1).max(12), zone: zone.optional() }),
  object({ kind: z.literal('season'), from: monthDay, to: monthDay, zone: zone.optional() }),
  object({ kind: z.literal('once') }),
]).describe(
  'How long the limit holds: item (each item by itself), model (goods alike in kind, size and style, within the crossing), sale, visit (one crossing), days of the side or of a zone, a season (outside it the rule is not there), the last so many days (rolling), this calendar year and those before it, so many in all (rolling-years), once for ever.',
);

const order = z.enum(['least-duty', 'highest-taxed-first', 'as-listed']);

const over = oneKindOf([
  object({
    kind: z.literal('tax-excess'),
    duty: id,
    upTo: id.optional(),
    order: order.optional(),
    tolerance: amount.min(1).optional(),
  }),
  object({ kind: z.literal('tax-item-whole'), duty: id, order: order.optional(), insteadOf: z.array(id).optional() }),
  object({ kind: z.literal('tax-all'), duty: id }),
  object({ kind: z.literal('forbid') }),
  object({ kind: z.literal('cargo') }),
  object({ kind: z.literal('needs-document'), document: id }),
  object({ kind: z.literal('report') }),
  object({ kind: z.literal('no-allowance'), rules: z.array(id).min(1) }),
]).describe(
  'What happens beyond the limit. tax-excess: what lies above is taxed (upTo: as far as another rule does not forbid it; tolerance: one item may pass the limit by so much). tax-item-whole: an item that does not fit is taxed whole. tax-all: above the limit everything is taxed. forbid: what lies above does not leave. cargo: it is no longer for personal use. needs-document: it leaves with that document. report: it is only reported. no-allowance: above it the rules named have no allowance.',
);

const who = object({
  nationalities: countries.optional(),
  residences: countries.optional(),
  age: range(150).optional(),
  classes: object({ include: z.array(id).optional(), exclude: z.array(id).optional() }).optional(),
  daysAbroad: range(36_600).optional(),
  crossings: object({
    direction: z.enum(['entry', 'exit']),
    days: z.int().min(1).max(3660),
    from: z.int().min(0).optional(),
    under: z.int().min(0).optional(),
  }).optional(),
});

const holder = oneKindOf([
  object({ kind: z.literal('traveller') }),
  object({ kind: z.literal('party'), party: id, limit: z.enum(['each', 'shared']) }),
  object({ kind: z.literal('company') }),
  object({ kind: z.literal('region'), id }),
]);

const condition = oneKindOf([
  object({
    kind: z.literal('leave-within'),
    days: z.int().min(1).max(3660),
    otherwise: object({ offence: id }).optional(),
  }),
  object({ kind: z.literal('no-resale') }),
  object({ kind: z.literal('stays-in'), region: id }),
  object({ kind: z.literal('guarantee'), duty: id }),
]);

const INSTANTS = ['sale', 'entry', 'exit'] as const;

export const ruleSchema = object({
  id,
  applies: z.boolean().default(true).describe('false: written down, but not applied; a setting may turn it on.'),
  side: id.describe('The side that goods leave by.'),
  from: day.describe('The first day of this version. Another version has the same id and days that do not overlap.'),
  to: day.nullable().default(null).describe('The last day of this version; null: still in force.'),
  names: words.describe('Two or three words for the meter.'),
  sentences: words.describe('What the law says, in one sentence.'),
  who: who.optional().describe('Only these travellers; everybody if left out.'),
  underAge: object({ age: z.int().min(1).max(120), over: z.enum(['forbid', 'no-allowance']) })
    .optional()
    .describe('Who is younger may not take the goods, or has no allowance.'),
  excludedAfter: z
    .array(object({ offence: id, years: z.int().min(1).max(100) }))
    .optional()
    .describe('No allowance for so many years after an offence.'),
  holder: holder
    .optional()
    .describe(
      "Whose allowance it is: the traveller's own unless said; a party's (each: times its members, shared: once), a company's or a region's.",
    ),
  goods: goods.default({ include: 'all' }).describe('Which goods it binds; all unless said.'),
  fates: z
    .array(z.enum(FATES))
    .min(1)
    .default(['carried', 'baggage-carrier'])
    .describe('What becomes of the goods that it binds.'),
  statuses: z.array(id).min(1).optional().describe('Only goods of these customs statuses.'),
  channels: z
    .array(id)
    .min(1)
    .optional()
    .describe("Only goods bought there; a line without a channel was bought in the market ('market')."),
  period,
  picks: z.enum(INSTANTS).default('exit').describe('The instant that picks the period.'),
  lawOf: z
    .enum(INSTANTS)
    .optional()
    .describe('The instant that picks the version of the rule; the exit unless said. With sale, versions share one account.'),
  measure,
  over,
  within: id.optional().describe('A duty table for what lies within the limit.'),
  conditions: z.array(condition).optional().describe('What the allowance hangs on afterwards.'),
  headline: z.boolean().default(false).describe('Shown first.'),
  authority: sentence.optional().describe('Whom to ask.'),
  confidence: z.enum(['confirmed', 'secondary', 'memory-unverified']).describe('How well the sources bear it.'),
  sources,
});
