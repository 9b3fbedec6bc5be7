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

function shareOf(line: FactLine, units: number, end: number): FactLine {
  const share = (total: number) => Math.floor(total / units) + (end <= total % units ? 1 : 0);
  return {
    ...line,
    units: 1,
    valueMinor: share(line.valueMinor),
    weightG: share(line.weightG),
    volumeMl: share(line.volumeMl),
    pieces: share(line.pieces),
    ...(line.netWeightG === undefined ? {} : { netWeightG: share(line.netWeightG) }),
    ...(line.weighedG === undefined ? {} : { weighedG: share(line.weighedG) }),
    ...(line.values === undefined
      ? {}
      : { values: Object.fromEntries(Object.entries(line.values).map(([name, value]) => [name, share(value ?? 0)])) }),
  };
}
