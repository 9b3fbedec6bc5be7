import type { Tally } from './tally.ts';

type Group = { readonly tallies: Tally[] };

/** Groups of rules that have goods in common, or an account, directly or by another rule. */
export function sharing(tallies: readonly Tally[]): readonly (readonly Tally[])[] {
  const groups: Group[] = [];
  const byPlace: (Group | undefined)[] = [];
  for (const tally of tallies) {
    let own = groups.find((group) => group.tallies.some(({ account }) => account === tally.account));
    for (const { line } of tally.goods) own = together(own, byPlace[line.place], groups, byPlace);
    if (own === undefined) {
      own = { tallies: [] };
      groups.push(own);
    }
    own.tallies.push(tally);
    for (const { line } of tally.goods) byPlace[line.place] = own;
  }
  const order = new Map(tallies.map((tally, index) => [tally, index]));
  return groups.map((group) => group.tallies.sort((a, b) => (order.get(a) as number) - (order.get(b) as number)));
}

/** The one that was there first takes in the other. */
function together(
  one: Group | undefined,
  other: Group | undefined,
  groups: Group[],
  byPlace: (Group | undefined)[],
): Group | undefined {
  if (one === undefined || other === undefined || one === other) return one ?? other;
  const isFirst = groups.indexOf(one) < groups.indexOf(other);
  const [first, later] = isFirst ? [one, other] : [other, one];
  first.tallies.push(...later.tallies);
  groups.splice(groups.indexOf(later), 1);
  for (let place = 0; place < byPlace.length; place++) if (byPlace[place] === later) byPlace[place] = first;
  return first;
}
