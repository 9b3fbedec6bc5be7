import type { DutyTable } from './pack.ts';
import type { RuleInForce } from './rules-in-force.ts';
import type { Scales } from './scales.ts';

/** The table by which a rule taxes what lies above it: that of the goods' part of a mix, if it has one of its own. */
export function taxingTable(
  { rule: { over, measure }, part }: RuleInForce,
  found: number,
  scales: Scales,
): DutyTable | undefined {
  if (!('duty' in over)) return undefined;
  const own = measure.kind === 'mix' ? measure.parts[part === undefined ? found : part - 1]?.duty : undefined;
  return scales.tableOf(own ?? over.duty);
}

/** Which tax a table is. Goods pay each once. */
export const levyOf = ({ levy = 'duty' }: DutyTable): string => levy;
