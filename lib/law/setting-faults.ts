import type { z } from 'zod';
import { dutyTable } from './duty-schema.ts';
import { at, oneOf, type PackFault } from './fault.ts';
import type { Check, LawPack, Setting } from './pack.ts';
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
      ...(setting.options.includes(setting.default) ? [] : [oneOf(`${here}/default`, options)]),
      ...(setting.changes ?? []).flatMap((change, nth) => [
        ...(setting.options.includes(change.when) ? [] : [oneOf(`${here}/changes/${nth}/when`, options)]),
        ...changeFaults(pack, change, `${here}/changes/${nth}`),
      ]),
    ];
  });

function changeFaults({ sides, rules, dutyTables }: LawPack, change: Change, place: string): PackFault[] {
  if ('side' in change) {
    const codes = sides.map(({ code }) => code);
    return codes.includes(change.side) ? [] : [oneOf(`${place}/side`, codes)];
  }
  const isRule = 'rule' in change;
  const all: readonly { readonly id: string }[] = isRule ? rules : dutyTables;
  const named = all.filter(({ id }) => id === (isRule ? change.rule : change.dutyTable));
  const targets = isRule ? rules.filter((rule) => isMeantBy(change, rule)) : named;
  const faults: PackFault[] = [];
  if (named.length === 0) faults.push(oneOf(`${place}/${isRule ? 'rule' : 'dutyTable'}`, new Set(all.map(({ id }) => id))));
  else if (isRule && targets.length === 0)
    faults.push(
      oneOf(
        `${place}/from`,
        rules.filter(({ id }) => id === change.rule).map(({ from }) => from),
      ),
    );
  if (['id', 'side', 'from', 'to'].some((field) => Object.hasOwn(change.set, field)))
    faults.push(at(`${place}/set`, 'not-by-setting'));
  for (const target of targets)
    faults.push(...fieldFaults({ ...target, ...change.set }, isRule ? ruleSchema : dutyTable, `${place}/set`));
  return faults;
}

/** What is set is written as in the rule or table itself. */
function fieldFaults(changed: unknown, schema: z.ZodType, place: string): readonly PackFault[] {
  const parsed = schema.safeParse(changed);
  if (parsed.success) return [];
  return shapeFaults(parsed.error.issues).map((fault) => ({ ...fault, pointer: `${place}${fault.pointer}` }));
}
