import type { Tally } from './tally.ts';

/** Groups of rules that have goods in common, or an account, directly or by another rule; groups and rules in the order of the pack. */
export function sharing(tallies: readonly Tally[]): readonly (readonly Tally[])[] {
  const groups = tallies.map((_, nth) => nth);
  const byPlace: number[] = [];
  for (let nth = 0; nth < tallies.length; nth++) {
    const { account, goods } = tallies[nth] as Tally;
    for (let before = 0; before < nth; before++) if ((tallies[before] as Tally).account === account) join(groups, before, nth);
    for (const { line } of goods) {
      const known = byPlace[line.place];
      if (known === undefined) byPlace[line.place] = nth;
      else join(groups, known, nth);
    }
  }
  return groups.flatMap((group, nth) => (group === nth ? [tallies.filter((_, other) => groups[other] === nth)] : []));
}

/** A group is called by the first rule in it. */
function join(groups: number[], one: number, other: number): void {
  const [first, later] = [
    Math.min(groups[one] as number, groups[other] as number),
    Math.max(groups[one] as number, groups[other] as number),
  ];
  if (first === later) return;
  for (let nth = 0; nth < groups.length; nth++) if (groups[nth] === later) groups[nth] = first;
}
