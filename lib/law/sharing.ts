import type { Good } from './good.ts';
import type { Tally } from './tally.ts';

/** Groups of rules that have goods in common, or an account, directly or by another rule. */
export function sharing(tallies: readonly Tally[]): readonly (readonly Tally[])[] {
  const groups: { tallies: Tally[]; lines: Set<Good> }[] = [];
  for (const tally of tallies) {
    const lines = new Set(tally.goods.map(({ line }) => line));
    const touched = groups.filter(
      (group) =>
        [...lines].some((line) => group.lines.has(line)) || group.tallies.some(({ account }) => account === tally.account),
    );
    const [first, ...others] = touched;
    if (first === undefined) groups.push({ tallies: [tally], lines });
    else {
      first.tallies.push(tally);
      for (const line of lines) first.lines.add(line);
      for (const other of others) {
        first.tallies.push(...other.tallies);
        for (const line of other.lines) first.lines.add(line);
        groups.splice(groups.indexOf(other), 1);
      }
    }
  }
  const order = new Map(tallies.map((tally, index) => [tally, index]));
  return groups.map((group) => group.tallies.sort((a, b) => (order.get(a) as number) - (order.get(b) as number)));
}
