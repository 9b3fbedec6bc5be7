/** So few that moving each to its place is the faster way. */
const FEW = 48;

/**
 * Sorts a list as its own `sort` does, equal ones staying as they stand. Most lists of a decision are short, and the engine's sort asks
 * for two kilobytes of memory each time, however few there are.
 */
export function inOrder<Thing>(things: Thing[], compare: (one: Thing, other: Thing) => number): Thing[] {
  if (things.length > FEW) return things.sort(compare);
  for (let end = 1; end < things.length; end++) {
    const thing = things[end] as Thing;
    let at = end;
    while (at > 0 && compare(things[at - 1] as Thing, thing) > 0) {
      things[at] = things[at - 1] as Thing;
      at -= 1;
    }
    things[at] = thing;
  }
  return things;
}
