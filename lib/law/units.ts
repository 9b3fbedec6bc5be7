import type { FactLine } from './decision.ts';

/** Equal items of a line: count of them, and one of them as a line of its own. */
export type UnitRun = { readonly count: number; readonly unit: FactLine };

const NUMBERS = ['valueMinor', 'weightG', 'volumeMl', 'pieces', 'netWeightG', 'weighedG'] as const;
const VALUES = ['list', 'retail', 'customs'] as const;

/** The items of a line that are not divided. What does not part evenly lies a minor unit heavier on the first ones: 100 over 3 is 34, 33, 33. */
export function unitRunsOf(line: FactLine): readonly UnitRun[] {
  const units = Math.max(1, line.units);
  if (units === 1) return [{ count: 1, unit: line.units === 1 ? line : { ...line, units: 1 } }];
  const ends = [units];
  const endAt = (total: number): void => {
    const end = total % units;
    if (end > 0 && !ends.includes(end)) ends.push(end);
  };
  for (const name of NUMBERS) endAt(line[name] ?? 0);
  if (line.values) for (const name of VALUES) endAt(line.values[name] ?? 0);
  let before = 0;
  return ends
    .sort((a, b) => a - b)
    .map((end) => {
      const run = { count: end - before, unit: shareOf(line, units, end) };
      before = end;
      return run;
    });
}

/** Field by field: spreading what is optional took a fifth of a decision over the limit. */
function shareOf(line: FactLine, units: number, end: number): FactLine {
  const share = (total: number) => Math.floor(total / units) + (end <= total % units ? 1 : 0);
  const unit: { -readonly [Field in keyof FactLine]: FactLine[Field] } = { ...line };
  unit.units = 1;
  unit.valueMinor = share(line.valueMinor);
  unit.weightG = share(line.weightG);
  unit.volumeMl = share(line.volumeMl);
  unit.pieces = share(line.pieces);
  if (line.netWeightG !== undefined) unit.netWeightG = share(line.netWeightG);
  if (line.weighedG !== undefined) unit.weighedG = share(line.weighedG);
  if (line.values)
    unit.values = Object.fromEntries(Object.entries(line.values).map(([name, value]) => [name, share(value ?? 0)]));
  return unit;
}
