import type { Day } from '#lib/calendar/zone.ts';
import type { LawPack, Rule } from './pack.ts';

/**
 * The law of one day, said of all days since another: past goods are tried under it as if it had been law then. Rules that begin
 * later or have ended are left out; what has begun in between begins with the first day.
 */
export function asOn(pack: LawPack, lawDay: Day, since: Day): LawPack {
  const rules = pack.rules
    .filter(({ from, to }) => from <= lawDay && (to === null || lawDay <= to))
    .map((rule) => earlier(rule, since));
  const indices = pack.indices.map((index) => {
    const value = index.values.findLast(({ from }) => from <= lawDay);
    return value === undefined ? index : { ...index, values: [{ ...value, from: since < value.from ? since : value.from }] };
  });
  return { ...pack, rules, indices };
}

const earlier = (rule: Rule, since: Day): Rule => (rule.from > since ? { ...rule, from: since } : rule);
