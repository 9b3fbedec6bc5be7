import { z } from 'zod';
import { say } from './fault.ts';
import { amount, currency, id, object, oneKindOf, permille, sources } from './fields.ts';
import { goods } from './goods-schema.ts';

export const ROUNDINGS = ['half-even', 'half-up', 'up', 'down'] as const;

const common = {
  id,
  currency,
  levy: id
    .optional()
    .describe(
      'Which tax this is, "duty" unless said. Goods pay each levy once, whatever rules they are above; of two levies (duty and VAT) they pay both.',
    ),
  deemed: id.optional().describe('Values of this list of /deemedValues instead of the price paid.'),
  reckonedPer: z
    .enum(['visit', 'sale'])
    .optional()
    .describe(
      'What is summed before it is rounded, and waived if it is small: the whole visit (unless said), or each sale (parcel, order) by itself.',
    ),
  rounding: object({ mode: z.enum(ROUNDINGS), toMinor: z.int().min(1).max(1_000_000) })
    .optional()
    .describe('All that the table takes is rounded once; half-even to one minor unit by default.'),
  waivedUpToMinor: amount.optional().describe('Duty by this table that is no more than this is not collected.'),
  sources,
};

const started = z
  .boolean()
  .optional()
  .describe('A started kilogram or litre counts as a whole one, once over all that is taxed.');

/** How goods that have no allowance are taxed. */
export const dutyTable = oneKindOf([
  object({
    ...common,
    kind: z.literal('by-group'),
    groups: z.record(id, permille).refine((groups) => Object.keys(groups).length > 0, say('one-group')),
    otherwise: id.optional().describe('The group of categories that name none.'),
    exceptions: z
      .array(object({ goods, group: id }))
      .min(1)
      .optional()
      .describe('Goods that pay the rate of another group than their category says; the first that means them counts.'),
  }),
  object({ ...common, kind: z.literal('flat'), permille }),
  object({ ...common, kind: z.literal('per-kg'), minorPerKg: amount, started }),
  object({ ...common, kind: z.literal('per-litre'), minorPerLitre: amount, started }),
  object({ ...common, kind: z.literal('per-piece'), minorPerPiece: amount }),
  object({ ...common, kind: z.literal('larger-of'), permille, minorPerKg: amount, started }),
  object({
    ...common,
    kind: z.literal('at-least'),
    permille,
    minorPerKg: amount.optional(),
    minorPerLitre: amount.optional(),
    minorPerPiece: amount.optional(),
  }),
  object({ ...common, kind: z.literal('sum'), tables: z.array(id).min(2, say('two-tables')).max(6) }),
]);

/** What customs holds goods to be worth, whatever was paid; outside the real-price bounds the price paid counts. */
export const deemedValues = object({
  id,
  currency,
  items: z
    .array(object({ goods, of: z.enum(['units', 'pieces', 'weight', 'volume']), per: z.int().min(1).max(1e9), minor: amount }))
    .min(1),
  realPrice: object({ fromPermille: z.int().min(1).max(100_000), upToPermille: z.int().min(0).max(1000) }).optional(),
  sources,
});
