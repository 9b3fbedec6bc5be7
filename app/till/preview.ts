import { measureOf } from '#lib/catalogue/measure.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, Facts } from '#lib/law/decision.ts';
import { moneyOf } from '#lib/money/money.ts';
import { goodsFact } from '#lib/sale/goods-fact.ts';
import type { BasketLine } from './basket.ts';
import type { Packs } from './use-held-packs.ts';

/** What the server last said of a pass: the law that counts for it, by hash, and all that a decision is made from. */
export type PassFacts = { readonly packHash: string; readonly facts: Facts };

/** The law's answer to a basket on this tablet, by the very function that the server decides with; undefined without the pack. */
export function previewOf({ packHash, facts }: PassFacts, packs: Packs, lines: readonly BasketLine[]): Decision | undefined {
  const pack = packs.get(packHash);
  if (pack === undefined) return undefined;
  const basket = lines.map(({ product, milli, fate }, place) => {
    const { minor, currency } = moneyOf(product.price) ?? { minor: 0, currency: product.price.currency };
    const measured = { ...product, hsDigits: product.hs.digits, currency };
    return goodsFact(`basket-${place + 1}`, measured, milli, measureOf(minor, milli), fate);
  });
  return decide(pack, { ...facts, lines: [...facts.lines, ...basket] });
}

/** What two decisions on the same basket say differently. They are made at two instants, and by one engine or not to be compared. */
export function differingFields(one: Decision, other: Decision): readonly string[] {
  if (one.engine !== other.engine || one.day !== other.day) return [];
  const fields = Object.keys(other) as (keyof Decision)[];
  return fields.filter((field) => field !== 'at' && JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}
