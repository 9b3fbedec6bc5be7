import { decide } from '#lib/law/decide.ts';
import type { Decision, FactLine, Facts } from '#lib/law/decision.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { goodsFact } from '#lib/sale/goods-fact.ts';
import type { PricedLine } from './basket-prices.ts';

/** The law packs that are here, by hash. */
export type Packs = ReadonlyMap<string, LawPack>;

/** What the server last said of a pass: the law that counts for it, by hash, and all that a decision is made from. `at`: when that was. */
export type PassFacts = { readonly packHash: string; readonly facts: Facts; readonly at: string };

/** The law's answer to a basket on this tablet, by the very function that the server decides with; undefined without the pack. */
export function previewOf({ packHash, facts }: PassFacts, packs: Packs, lines: readonly PricedLine[]): Decision | undefined {
  const pack = packs.get(packHash);
  if (pack === undefined) return undefined;
  return decide(pack, { ...facts, lines: [...facts.lines, ...basketFacts(lines, 'basket')] });
}

/** Lines of a basket as the law sees them, each named for what it is of and its place in it. */
export const basketFacts = (lines: readonly PricedLine[], of: string): readonly FactLine[] =>
  lines.map(({ product, milli, fate, listMinor, offMinor }, place) => {
    const measured = { ...product, hsDigits: product.hs.digits, currency: product.price.currency };
    return goodsFact(`${of}-${place + 1}`, measured, milli, { listMinor, paidMinor: listMinor - offMinor }, fate);
  });

/** What two decisions on the same basket say differently. They are made at two instants, and by one engine or not to be compared. */
export function differingFields(one: Decision, other: Decision): readonly string[] {
  if (one.engine !== other.engine || one.day !== other.day) return [];
  const fields = Object.keys(other) as (keyof Decision)[];
  return fields.filter((field) => field !== 'at' && JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}
