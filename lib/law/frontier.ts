import type { Item } from './item.ts';

/** Every sum of a few items that no other sum outdoes: more use only for more duty saved. */
export type Frontier = {
  readonly duty: readonly number[];
  /** The entry that saves the most in this room. */
  readonly fitting: (room: number) => number;
  /** How many of each item make up an entry. */
  readonly countsAt: (entry: number) => readonly number[];
};

/** Sums in ascending order; each remembers the sum of the items before that it was made from, and how many were added. */
type Layer = { readonly use: number[]; readonly duty: number[]; readonly from: number[]; readonly count: number[] };

export function frontierOf(items: readonly Item[], room: number): Frontier {
  const layers: Layer[] = [{ use: [0], duty: [0], from: [0], count: [0] }];
  for (const item of items) layers.push(withItem(layers.at(-1) as Layer, item, room));
  const { use, duty } = layers.at(-1) as Layer;
  return {
    duty,
    fitting(space) {
      let low = 0;
      let high = use.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((use[middle] as number) <= space) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    countsAt(entry) {
      const counts: number[] = [];
      for (let nth = layers.length - 1, at = entry; nth > 0; nth--) {
        const { count, from } = layers[nth] as Layer;
        counts.unshift(count[at] as number);
        at = from[at] as number;
      }
      return counts;
    },
  };
}

/** The sums with none, one, two ... more: lists in ascending order, merged, without those that cost more and save no more. */
function withItem(before: Layer, { count: most, duty, uses: [use = 0] }: Item, room: number): Layer {
  const made: Layer = { use: [], duty: [], from: [], count: [] };
  const heads = Array.from({ length: most + 1 }, () => 0);
  for (let saved = -1; ; ) {
    let least = Number.POSITIVE_INFINITY;
    let saves = -1;
    let more = -1;
    for (let count = 0; count <= most; count++) {
      const head = heads[count] as number;
      if (head === before.use.length) continue;
      const here = (before.use[head] as number) + count * use;
      const duties = (before.duty[head] as number) + count * duty;
      if (here > least || (here === least && duties <= saves)) continue;
      least = here;
      saves = duties;
      more = count;
    }
    if (more < 0 || least > room) return made;
    if (saves > saved) {
      saved = saves;
      made.use.push(least);
      made.duty.push(saves);
      made.from.push(heads[more] as number);
      made.count.push(more);
    }
    heads[more] = (heads[more] as number) + 1;
  }
}
