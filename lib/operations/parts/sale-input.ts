import { z } from 'zod';
import { BasketInput } from './basket.ts';
import { AmountInput, CurrencyInput, TenderInput } from './inputs.ts';

const InstantInput = z.iso.datetime({ offset: true });

/** What a till says of a sale that it made without a network. */
export const OfflineInput = z.strictObject({
  /** Its number on the paper, counted by the till. */
  number: z.int().min(1).max(999_999_999),
  /** The newest of the server's beacons that the till had. */
  beacon: z.string().max(300),
  /** How long ago the beacon was: by a clock that nobody can set, or, across a restart, by the one on the wall. */
  clock: z.enum(['monotonic', 'wall']),
  deviceClock: InstantInput,
  /** What the till's shelf asked for each line before any discount, and what was given back. */
  prices: z.array(AmountInput).min(1).max(200),
  change: AmountInput,
  session: z.uuid().nullable(),
  operator: z.uuid().nullable(),
});

export const SaleInput = BasketInput.extend({
  id: z.uuid(),
  tenders: z.array(TenderInput).max(10),
  /** Which currency the change is wanted in, where it is not the sale's. */
  changeIn: CurrencyInput.optional(),
  origin: z.enum(['live', 'offline', 'paper', 'import']).optional(),
  occurredAt: InstantInput.optional(),
  offline: OfflineInput.optional(),
});

/** A sale as it came in from a till that had no network. */
export type OfflineSaleInput = z.infer<typeof SaleInput> & {
  readonly offline: z.infer<typeof OfflineInput>;
  readonly occurredAt: string;
};
