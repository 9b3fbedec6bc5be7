import type { Tx } from '#db/engine/engine.ts';
import { knownRates, rateKey, saveMotion } from '#db/stores/motions.ts';
import { saveTillRates } from '#db/stores/rates.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import type { Rate } from '#lib/money/rate.ts';
import type { RateFault } from '#lib/money/rate-file.ts';
import type { Context } from '../context.ts';
import { mayNotSign } from './signing.ts';

export type Entered = { readonly rates: number; readonly motion: string | null };

const MOST_FAULTS = 50;

export const faultyLines = (faults: readonly RateFault[]): readonly Refusal[] =>
  faults.slice(0, MOST_FAULTS).map(({ line, field }) => refusal('rate-line-faulty', { line, field }));

/** Till rates count at once; official rates wait for a second person, however they came in. All of them or none. */
export async function recordRates(
  tx: Tx,
  context: Context,
  of: { id: string; kind: 'law' | 'till'; rates: readonly Rate[] },
): Promise<Entered | { readonly refused: readonly Refusal[] }> {
  const { id, kind, rates } = of;
  const known = await knownRates(tx, kind, rates);
  const again = rates.filter((rate) => known.has(rateKey(rate)));
  if (again.length > 0)
    return { refused: again.slice(0, MOST_FAULTS).map((rate) => refusal('rate-known', { name: rateKey(rate) })) };
  if (kind === 'till') {
    await saveTillRates(tx, rates, context.now);
    return { rates: rates.length, motion: null };
  }
  const stranger = await mayNotSign(tx, context);
  if (stranger !== undefined) return { refused: [stranger] };
  await saveMotion(tx, {
    id,
    subject: { kind: 'rates', rates },
    effectiveFrom: null,
    laidBy: context.actor.id,
    laidAt: context.now,
  });
  return { rates: rates.length, motion: id };
}
