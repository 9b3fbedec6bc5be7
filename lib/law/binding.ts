import type { Capacity } from './capacity.ts';
import type { Good } from './good.ts';
import type { DutyTable } from './pack.ts';
import type { Scales } from './scales.ts';
import type { Tally } from './tally.ts';
import { taxingTable } from './taxing-table.ts';

export type Bound = { readonly tally: Tally; readonly part: number };

/** Lines that the same rules bind are alike: one table taxes them, and the same rooms take them in. */
export type Binding = {
  readonly bound: readonly Bound[];
  readonly table: DutyTable | undefined;
  /** By the capacity's index, the rule by which they take of it. */
  readonly takers: readonly (Taker | undefined)[];
  /** Those that one more rule binds. */
  readonly narrower: Binding[];
};

/** Where versions share a capacity, it is counted in the unit of the account. */
export type Taker = Bound & { readonly inUnit?: boolean };

const NOBODY: readonly Bound[] = [];

/** The lines that are bound, as they are first met, and what binds each, by the line's place. */
export function bindingsOf(
  tallies: readonly Tally[],
  capacities: readonly Capacity[],
  scales: Scales,
): { readonly lines: readonly Good[]; readonly byPlace: readonly Binding[] } {
  const first: Binding[] = [];
  const lines: Good[] = [];
  const byPlace: Binding[] = [];
  for (const tally of tallies)
    for (const { line, part } of tally.goods) {
      const before = byPlace[line.place];
      if (before === undefined) lines.push(line);
      const among = before === undefined ? first : before.narrower;
      byPlace[line.place] = bindingBy(tally, part, before?.bound ?? NOBODY, among, capacities, scales);
    }
  return { lines, byPlace };
}

function bindingBy(
  tally: Tally,
  part: number,
  before: readonly Bound[],
  among: Binding[],
  capacities: readonly Capacity[],
  scales: Scales,
): Binding {
  for (const known of among) {
    const last = known.bound[before.length] as Bound;
    if (last.tally === tally && last.part === part) return known;
  }
  const bound = [...before, { tally, part }];
  const takers = capacities.map((capacity) => takerOf(capacity, bound));
  const made = { bound, table: tableFor(bound, scales), takers, narrower: [] };
  among.push(made);
  return made;
}

function takerOf({ tally, part, earlier }: Capacity, bound: readonly Bound[]): Taker | undefined {
  const found = bound.find((each) => each.tally === tally || earlier.includes(each.tally));
  if (found === undefined || (part !== undefined && found.part !== part)) return undefined;
  return earlier.length === 0 ? found : { ...found, inUnit: true };
}

/** An item is taxed once: by the first rule that names its goods more narrowly than all goods, else by the first. */
function tableFor(bound: readonly Bound[], scales: Scales): DutyTable | undefined {
  const narrow = bound.find(({ tally: { law } }) => law.rule.goods.include !== 'all') ?? bound[0];
  return narrow && taxingTable(narrow.tally.law, narrow.part, scales);
}
