import type { Crossing } from './decision.ts';
import { kept } from './kept.ts';
import type { LawPack, Rule, Setting, SettingValue } from './pack.ts';

export type Settled = { readonly pack: LawPack; readonly values: Readonly<Record<string, SettingValue>> };

type Kept = { readonly deciding: readonly Setting[]; readonly byAnswers: Map<string, Settled>; byDefault: Settled | undefined };

/** By the answers: there are no more of them than combinations of options. */
const keptOf = kept((pack: LawPack): Kept => ({ deciding: decidingIn(pack), byAnswers: new Map(), byDefault: undefined }));

/** The pack as its open questions are answered, with the answers that changed it: what a decision needs to be made again. */
export function settled(pack: LawPack, overrides: Crossing['settings']): Settled {
  const forPack = keptOf(pack);
  for (const _ in overrides) return settledBy(pack, forPack, overrides);
  forPack.byDefault ??= settledBy(pack, forPack, overrides);
  return forPack.byDefault;
}

function settledBy(pack: LawPack, { deciding, byAnswers }: Kept, overrides: Crossing['settings']): Settled {
  let key = '';
  for (const setting of deciding) key += `${answerTo(setting, overrides)}|`;
  const known = byAnswers.get(key);
  if (known) return known;
  const values = Object.fromEntries(deciding.map((setting) => [setting.id, answerTo(setting, overrides)]));
  const made = { pack: changed(pack, values), values };
  byAnswers.set(key, made);
  return made;
}

/** Those that change something, sorted by id. */
const decidingIn = ({ settings }: LawPack): readonly Setting[] =>
  settings.filter(({ changes }) => changes !== undefined).sort((a, b) => (a.id < b.id ? -1 : 1));

function answerTo({ id, default: byDefault, options }: Setting, overrides: Crossing['settings']): SettingValue {
  const override = overrides[id];
  return override !== undefined && options.includes(override) ? override : byDefault;
}

function changed(pack: LawPack, values: Settled['values']): LawPack {
  const changes = pack.settings.flatMap(({ id, changes }) => (changes ?? []).filter(({ when }) => when === values[id]));
  if (changes.length === 0) return pack;
  const rules = pack.rules.map((rule) =>
    Object.assign({}, rule, ...changes.flatMap((change) => ('rule' in change && isMeantBy(change, rule) ? [change.set] : []))),
  );
  const dutyTables = pack.dutyTables.map((table) =>
    Object.assign(
      {},
      table,
      ...changes.flatMap((change) => ('dutyTable' in change && change.dutyTable === table.id ? [change.set] : [])),
    ),
  );
  const sides = pack.sides.map((side) =>
    Object.assign({}, side, ...changes.flatMap((change) => ('side' in change && change.side === side.code ? [change.set] : []))),
  );
  return { ...pack, sides, rules, dutyTables };
}

/** A change is of every version of a rule, or of the one that begins on the day it names. */
export const isMeantBy = (change: { readonly rule: string; readonly from?: string | undefined }, { id, from }: Rule): boolean =>
  change.rule === id && (change.from === undefined || change.from === from);
