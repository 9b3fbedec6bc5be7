import { dutyTable } from './duty-schema.ts';
import { at, type PackFault } from './fault.ts';
import type { LawPack, Setting } from './pack.ts';
import { faultsOf, faultsOnceAnswered } from './pack-faults.ts';
import { packSchema } from './pack-schema.ts';
import { ruleSchema } from './rule-schema.ts';
import { isMeantBy, settled } from './settings.ts';
import { shapeFaults } from './shape-faults.ts';

/** Reads a pack, or says everything that is wrong with it: first its shape, then its references. */
export function checkPack(json: unknown): { pack: LawPack } | { faults: readonly PackFault[] } {
  const parsed = packSchema.safeParse(json);
  if (!parsed.success) return { faults: shapeFaults(parsed.error.issues) };
  const faults = faultsOf(parsed.data);
  if (faults.length > 0) return { faults };
  const pack = withParsedChanges(parsed.data);
  const unsettled = pack.settings.flatMap((setting) => answersThatBreak(pack, setting));
  return unsettled.length > 0 ? { faults: unsettled } : { pack };
}

/** Each other answer to an open question must leave a pack that holds together, too. */
function answersThatBreak(pack: LawPack, { id, options, changes = [] }: Setting): PackFault[] {
  const index = pack.settings.findIndex((each) => each.id === id);
  const changing = options.filter((option) => changes.some(({ when }) => when === option));
  return changing.flatMap((option) => {
    const [first] = faultsOnceAnswered(settled(pack, { [id]: option }).pack);
    if (first === undefined) return [];
    const { pointer: place, ...fault } = first;
    return at(`/settings/${index}/changes`, 'with-answer', { answer: JSON.stringify(option), place, fault });
  });
}

/** What a setting changes is read once, with its defaults, so that a decision need not read it again. */
function withParsedChanges(pack: LawPack): LawPack {
  const settings = pack.settings.map((setting) =>
    setting.changes === undefined
      ? setting
      : {
          ...setting,
          changes: setting.changes.map((change) => {
            if ('side' in change) return change;
            const isRule = 'rule' in change;
            const target = isRule
              ? pack.rules.find((rule) => isMeantBy(change, rule))
              : pack.dutyTables.find(({ id }) => id === change.dutyTable);
            const whole = (isRule ? ruleSchema : dutyTable).parse({ ...target, ...change.set }) as Record<string, unknown>;
            return { ...change, set: Object.fromEntries(Object.keys(change.set).map((field) => [field, whole[field]])) };
          }),
        },
  );
  return { ...pack, settings };
}
