import { z } from 'zod';
import { amount, currency, id, oneKindOf, permille, sources } from './fields.ts';
import { goods } from './rule-schema.ts';

export const ROUNDINGS = ['half-even', 'half-up', 'up', 'down'] as const;

const common = {
  id,
  currency,
  /** Values of this list instead of the price paid. */
  deemed: id.optional(),
  /** The whole duty by this table is rounded once. */
  rounding: z.strictObject({ mode: z.enum(ROUNDINGS), toMinor: z.int().min(1).max(1_000_000) }).optional(),
  /** Duty by this table that is not more than this is not collected. */
  waivedUpToMinor: amount.optional(),
  sources,
};

/** How goods that have no allowance are taxed. */
export const dutyTable = oneKindOf([
  z.strictObject({
    ...common,
    kind: z.literal('by-group'),
    groups: z.record(id, permille).refine((groups) => Object.keys(groups).length > 0, 'write at least one group'),
    otherwise: id.optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('flat'), permille }),
  z.strictObject({ ...common, kind: z.literal('per-kg'), minorPerKg: amount }),
  z.strictObject({ ...common, kind: z.literal('per-litre'), minorPerLitre: amount }),
  z.strictObject({ ...common, kind: z.literal('per-piece'), minorPerPiece: amount }),
  z.strictObject({ ...common, kind: z.literal('larger-of'), permille, minorPerKg: amount }),
  z.strictObject({
    ...common,
    kind: z.literal('at-least'),
    permille,
    minorPerKg: amount.optional(),
    minorPerLitre: amount.optional(),
    minorPerPiece: amount.optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('sum'), tables: z.array(id).min(2, 'name two tables or more').max(6) }),
]);

/** What customs holds goods to be worth, whatever was paid; outside the real-price bounds the price paid counts. */
export const deemedValues = z.strictObject({
  id,
  currency,
  items: z
    .array(
      z.strictObject({ goods, of: z.enum(['units', 'pieces', 'weight', 'volume']), per: z.int().min(1).max(1e9), minor: amount }),
    )
    .min(1),
  realPrice: z.strictObject({ fromPermille: z.int().min(1).max(100_000), upToPermille: z.int().min(0).max(1000) }).optional(),
  sources,
});
