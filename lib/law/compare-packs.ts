import { type Difference, differencesBetween } from './difference.ts';
import type { LawPack, Rule, Words } from './pack.ts';

type Named = { readonly id: string; readonly from: string; readonly names: Words };

export type Comparison = {
  readonly added: readonly Named[];
  readonly removed: readonly Named[];
  readonly changed: readonly (Named & { readonly fields: readonly Difference[] })[];
  /** Everything else in the pack, lists by the id of their items: /settings/cn-minors/default. */
  readonly others: readonly Difference[];
};

/** What one pack says otherwise than another, rule by rule and field by field. */
export function comparePacks(before: LawPack, after: LawPack): Comparison {
  const pairs = pairsOf(before.rules, after.rules);
  const changed = pairs.flatMap(([one, other]) => {
    const fields = differencesBetween(one, other);
    return fields.length > 0 ? [{ ...nameOf(other), fields }] : [];
  });
  const paired = new Set(pairs.flat());
  return {
    added: after.rules.filter((rule) => !paired.has(rule)).map(nameOf),
    removed: before.rules.filter((rule) => !paired.has(rule)).map(nameOf),
    changed,
    others: differencesBetween(rest(before), rest(after)),
  };
}

const nameOf = ({ id, from, names }: Rule): Named => ({ id, from, names });

/** A version of a rule goes with the one of the same days, else with the next that has the same id. */
function pairsOf(before: readonly Rule[], after: readonly Rule[]): readonly (readonly [Rule, Rule])[] {
  const free = new Set(after);
  const take = (fits: (rule: Rule) => boolean): Rule | undefined => {
    const found = [...free].find(fits);
    if (found !== undefined) free.delete(found);
    return found;
  };
  const exact = before.map((rule) => [rule, take(({ id, from }) => id === rule.id && from === rule.from)] as const);
  const all = exact.map(([rule, found]) => [rule, found ?? take(({ id }) => id === rule.id)] as const);
  return all.flatMap(([one, other]) => (other === undefined ? [] : [[one, other] as const]));
}

function rest({ rules: _rules, ...pack }: LawPack): Record<string, unknown> {
  return Object.fromEntries(Object.entries(pack).map(([name, part]) => [name, byId(part)]));
}

function byId(part: unknown): unknown {
  if (!Array.isArray(part)) return part;
  const keys = part.map((item: { id?: string; code?: string }) => item?.id ?? item?.code);
  return keys.every((key) => typeof key === 'string') ? Object.fromEntries(part.map((item, index) => [keys[index], item])) : part;
}
