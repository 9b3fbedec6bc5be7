import type { Tally } from './tally.ts';

type Group = { readonly tallies: Tally[]; readonly places: number[]; touchedBy: Tally };

/** Groups of rules that have goods in common, or an account, directly or by another rule. */
export function sharing(tallies: readonly Tally[]): readonly (readonly Tally[])[] {
  const groups: Group[] = [];
  const byPlace: (Group | undefined)[] = [];
  for (const tally of tallies) {
    for (const { line } of tally.goods) {
      const group = byPlace[line.place];
      if (group !== undefined) group.touchedBy = tally;
    }
    const touched = groups.filter(
      (group) => group.touchedBy === tally || group.tallies.some(({ account }) => account === tally.account),
    );
    const own: Group = { tallies: [tally], places: tally.goods.map(({ line }) => line.place), touchedBy: tally };
    const [first = own, ...others] = touched;
    if (first === own) groups.push(own);
    for (const other of first === own ? [own] : [own, ...others]) {
      if (other !== first) {
        first.tallies.push(...other.tallies);
        first.places.push(...other.places);
      }
      for (const place of other.places) byPlace[place] = first;
    }
    for (const other of others) groups.splice(groups.indexOf(other), 1);
  }
  const order = new Map(tallies.map((tally, index) => [tally, index]));
  return groups.map((group) => group.tallies.sort((a, b) => (order.get(a) as number) - (order.get(b) as number)));
}
