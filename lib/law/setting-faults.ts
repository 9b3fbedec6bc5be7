import type { z } from 'zod';
import { dutyTable } from './duty-schema.ts';
import { at, type Check, oneOf } from './fault.ts';
import type { LawPack, PackFault, Setting } from './pack.ts';
import { ruleSchema } from './rule-schema.ts';
import { isMeantBy } from './settings.ts';
import { shapeFaults } from './shape-faults.ts';

type Change = NonNullable<Setting['changes']>[number];

/** The answers to a question are its options, and what they change is there and stays valid. */
export const settingsAreOptions: Check = (pack) =>
  pack.settings.flatMap((setting, index) => {
    const here = `/settings/${index}`;
    const options = setting.options.map((option) => JSON.stringify(option));
    return [
      ...(setting.options.includes(setting.default) ? [] : [at(`${here}/default`, oneOf(options))]),
      ...(setting.changes ?? []).flatMap((change, nth) => [
        ...(setting.options.includes(change.when) ? [] : [at(`${here}/changes/${nth}/when`, oneOf(options))]),
        ...changeFaults(pack, change, `${here}/changes/${nth}`),
      ]),
    ];
  });

function changeFaults({ sides, rules, dutyTables }: LawPack, change: Change, place: string): PackFault[] {
  if ('side' in change) {
    const codes = sides.map(({ code }) => code);
    return codes.includes(change.side) ? [] : [at(`${place}/side`, oneOf(codes))];
  }
  const isRule = 'rule' in change;
  const all: readonly { readonly id: string }[] = isRule ? rules : dutyTables;
  const named = all.filter(({ id }) => id === (isRule ? change.rule : change.dutyTable));
  const targets = isRule ? rules.filter((rule) => isMeantBy(change, rule)) : named;
  const faults: PackFault[] = [];
  if (named.length === 0) faults.push(at(`${place}/${isRule ? 'rule' : 'dutyTable'}`, oneOf(new Set(all.map(({ id }) => id)))));
  else if (isRule && targets.length === 0)
    faults.push(at(`${place}/from`, oneOf(rules.filter(({ id }) => id === change.rule).map(({ from }) => from))));
  if (['id', 'side', 'from', 'to'].some((field) => Object.hasOwn(change.set, field)))
    faults.push(at(`${place}/set`, 'id, side, from and to do not change by a setting: remove them'));
  for (const target of targets)
    faults.push(...fieldFaults({ ...target, ...change.set }, isRule ? ruleSchema : dutyTable, `${place}/set`));
  return faults;
}

/** What is set is written as in the rule or table itself. */
function fieldFaults(changed: unknown, schema: z.ZodType, place: string): readonly PackFault[] {
  const parsed = schema.safeParse(changed);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap(shapeFaults).map(({ pointer, fault }) => at(`${place}${pointer}`, fault));
}
