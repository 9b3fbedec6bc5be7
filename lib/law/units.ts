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
  if (ends.length === 1) return [{ count: units, unit: shareOf(line, units, units) }];
  const runs: UnitRun[] = [];
  let before = 0;
  for (const end of ends) {
    runs.push({ count: end - before, unit: shareOf(line, units, end) });
    before = end;
  }
  return runs;
}

/** After which items the shares become smaller, in ascending order, and where they end. */
function endsOf(line: Good, units: number): readonly number[] {
  const ends = [units];
  const endAt = (total: number | undefined): void => {
    const end = total === undefined ? 0 : total % units;
    if (end > 0 && !ends.includes(end)) ends.push(end);
  };
  endAt(line.valueMinor);
  endAt(line.weightG);
  endAt(line.volumeMl);
  endAt(line.pieces);
  endAt(line.netWeightG);
  endAt(line.weighedG);
  endAt(line.values?.list);
  endAt(line.values?.retail);
  endAt(line.values?.customs);
  return inOrder(ends, (a, b) => a - b);
}

function shareOf(line: Good, units: number, end: number): Good {
  const share = (total: number) => {
    const rest = total % units;
    return (total - rest) / units + (end <= rest ? 1 : 0);
  };
  const unit = copyOf(line);
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
