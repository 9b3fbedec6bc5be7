import type { Crossing } from './decision.ts';
import type { LawPack, SettingValue } from './pack.ts';

export type Settled = { readonly pack: LawPack; readonly values: Readonly<Record<string, SettingValue>> };

/** Kept per pack and answer: a till decides at every scan. There are no more entries than combinations of options. */
const kept = new WeakMap<LawPack, Map<string, Settled>>();

/** The pack as its open questions are answered, with the answers that changed it: what a decision needs to be made again. */
export function settled(pack: LawPack, overrides: Crossing['settings']): Settled {
  const forPack = kept.get(pack) ?? new Map<string, Settled>();
  kept.set(pack, forPack);
  const values = answersOf(pack, overrides);
  const key = JSON.stringify(values);
  const known = forPack.get(key);
  if (known) return known;
  const made = { pack: changed(pack, values), values };
  forPack.set(key, made);
  return made;
}

function changed(pack: LawPack, values: Settled['values']): LawPack {
  const changes = pack.settings.flatMap(({ id, changes }) => (changes ?? []).filter(({ when }) => when === values[id]));
  if (changes.length === 0) return pack;
  const rules = pack.rules.map((rule) =>
    Object.assign({}, rule, ...changes.flatMap((change) => ('rule' in change && change.rule === rule.id ? [change.set] : []))),
  );
  const dutyTables = pack.dutyTables.map((table) =>
    Object.assign(
      {},
      table,
      ...changes.flatMap((change) => ('dutyTable' in change && change.dutyTable === table.id ? [change.set] : [])),
    ),
  );
  return { ...pack, rules, dutyTables };
}

/** Sorted by id. */
function answersOf({ settings }: LawPack, overrides: Crossing['settings']): Record<string, SettingValue> {
  const deciding = settings.filter(({ changes }) => changes !== undefined).sort((a, b) => (a.id < b.id ? -1 : 1));
  return Object.fromEntries(
    deciding.map(({ id, default: byDefault, options }) => {
      const override = overrides[id];
      return [id, override !== undefined && options.includes(override) ? override : byDefault];
    }),
  );
}
