import type { Answer } from '#lib/operations/perform.ts';
import type { SeedStall } from './goods/stalls.ts';

export type SeededStall = SeedStall & { readonly id: string; readonly vendorId: string; readonly cashier: string };

export type SeededDevices = Readonly<Record<'kiosk' | 'gate' | 'till', ReadonlyMap<string, string>>>;

/** Throws on a refusal: a seed that is refused is a fault of ours. */
export async function done<Body>(answer: Promise<Answer<Body>>): Promise<Body> {
  const settled = await answer;
  if (settled.status === 'refused') throw new Error(`the seed was refused: ${JSON.stringify(settled.refusals)}`);
  return settled.body;
}
