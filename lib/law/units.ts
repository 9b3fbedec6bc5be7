import { copyOf, type Good, type UnitRun } from './good.ts';
import { inOrder } from './in-order.ts';

/** The items of a line that are not divided. What does not part evenly lies a minor unit heavier on the first ones: 100 over 3 is 34, 33, 33. */
export function unitRunsOf(line: Good): readonly UnitRun[] {
  line.runs ??= runsOf(line);
  return line.runs;
}

function runsOf(line: Good): readonly UnitRun[] {
  if (line.units === 1) return [{ count: 1, unit: line }];
  const units = Math.max(1, line.units);
  const ends = endsOf(line, units);
  if (ends.length === 1) return [{ count: units, unit: itemOf(line, units, units) }];
  const runs: UnitRun[] = [];
  let before = 0;
  for (const end of ends) {
    runs.push({ count: end - before, unit: itemOf(line, units, end) });
    before = end;
  }
  return runs;
}

/** After which items the shares become smaller, in ascending order, and where they end. */
function endsOf({ valueMinor, weightG, volumeMl, pieces, netWeightG, weighedG, values }: Good, units: number): readonly number[] {
  const ends = [units];
  endAt(ends, valueMinor % units);
  endAt(ends, weightG % units);
  endAt(ends, volumeMl % units);
  endAt(ends, pieces % units);
  if (netWeightG !== undefined) endAt(ends, netWeightG % units);
  if (weighedG !== undefined) endAt(ends, weighedG % units);
  if (values !== undefined) for (const value of Object.values(values)) endAt(ends, (value ?? 0) % units);
  return ends.length === 1 ? ends : inOrder(ends, (a, b) => a - b);
}

function endAt(ends: number[], rest: number): void {
  if (rest > 0 && !ends.includes(rest)) ends.push(rest);
}

function itemOf(line: Good, units: number, end: number): Good {
  const unit = copyOf(line);
  unit.units = 1;
  unit.valueMinor = shareOf(line.valueMinor, units, end);
  unit.weightG = shareOf(line.weightG, units, end);
  unit.volumeMl = shareOf(line.volumeMl, units, end);
  unit.pieces = shareOf(line.pieces, units, end);
  if (line.netWeightG !== undefined) unit.netWeightG = shareOf(line.netWeightG, units, end);
  if (line.weighedG !== undefined) unit.weighedG = shareOf(line.weighedG, units, end);
  if (line.values)
    unit.values = Object.fromEntries(Object.entries(line.values).map(([name, value]) => [name, shareOf(value ?? 0, units, end)]));
  return unit;
}

function shareOf(total: number, units: number, end: number): number {
  const rest = total % units;
  return (total - rest) / units + (end <= rest ? 1 : 0);
}
