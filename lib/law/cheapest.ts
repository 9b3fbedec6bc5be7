import type { Capacity } from './capacity.ts';
import { inOrder } from './in-order.ts';
import { fittingInto } from './item.ts';
import type { Kind } from './item-kinds.ts';
import { Load } from './load.ts';
import type { Scales } from './scales.ts';
import { bestSplit, type Split } from './split.ts';
import type { Tally } from './tally.ts';

export type Chosen = { readonly split: Split; readonly rooms: readonly number[] };

/** Tries each choice of the parts of one-of rules, that which leaves most duty a chance first: it spares the search of most others. */
export function cheapest(
  kinds: readonly Kind[],
  tallies: readonly Tally[],
  capacities: readonly Capacity[],
  scales: Scales,
): Chosen {
  const order = orderOf(tallies);
  const load = new Load(kinds);
  let best: Chosen | undefined;
  for (const rooms of roomsByChoice(kinds, tallies, capacities)) {
    const split =
      order === 'least-duty' ? bestSplit(load, rooms, best?.split.saved ?? -1) : splitInOrder(order, kinds, rooms, scales);
    if (split !== undefined) best = best === undefined ? { split, rooms } : betterOf(best, { split, rooms });
  }
  return best ?? { split: { free: [], saved: 0, proven: true, gap: 0 }, rooms: [] };
}

/** The one that saves more, the earlier of equal ones; it is proven only as far as the other, given up, could not have saved more. */
export function betterOf(before: Chosen, next: Chosen): Chosen {
  const [best, other] = next.split.saved > before.split.saved ? [next.split, before.split] : [before.split, next.split];
  const gap = Math.max(best.gap, other.saved + other.gap - best.saved);
  const { rooms } = best === next.split ? next : before;
  return { split: gap === best.gap ? best : { ...best, proven: false, gap }, rooms };
}

/** The rooms that each choice leaves. */
function roomsByChoice(
  kinds: readonly Kind[],
  tallies: readonly Tally[],
  capacities: readonly Capacity[],
): readonly (readonly number[])[] {
  let options: readonly (readonly number[])[] = [capacities.map(({ room }) => room)];
  for (const tally of tallies) {
    const others = capacities.filter((each) => each.tally === tally && each.part !== undefined);
    if (others.length > 1)
      options = options.flatMap((rooms) =>
        others.map((chosen) =>
          rooms.map((room, index) => {
            const capacity = capacities[index] as Capacity;
            return capacity === chosen || !others.includes(capacity) ? room : 0;
          }),
        ),
      );
  }
  if (options.length === 1) return options;
  const byMost = options.map((rooms) => ({ rooms, most: dutyWithin(kinds, rooms) }));
  return inOrder(byMost, (a, b) => b.most - a.most).map(({ rooms }) => rooms);
}

/** What the items owe that could be free, each by itself. */
function dutyWithin(kinds: readonly Kind[], rooms: readonly number[]): number {
  let sum = 0;
  for (let nth = 0; nth < kinds.length; nth++) {
    const { count, duty, uses } = kinds[nth] as Kind;
    if (fittingInto(uses, 1, rooms) === 1) sum += count * duty;
  }
  return sum;
}

type Order = 'least-duty' | 'highest-taxed-first' | 'as-listed';

function orderOf(tallies: readonly Tally[]): Order {
  const { over } = tallies[0]?.law.rule ?? {};
  return over?.kind === 'tax-item-whole' ? (over.order ?? 'least-duty') : 'least-duty';
}

/** Where the law says which items come first there is nothing to search: each is taken that still fits. */
function splitInOrder(order: Order, kinds: readonly Kind[], rooms: readonly number[], scales: Scales): Split {
  const left = [...rooms];
  const free = kinds.map(() => 0);
  const places = kinds.map((_, index) => index);
  if (order === 'highest-taxed-first') {
    const values = kinds.map(({ units: [first] }) =>
      Math.max(1, first ? (scales.valueIn(first.unit, first.table.currency) ?? 0) : 0),
    );
    const valueAt = (place: number) => values[place] as number;
    const dutyAt = (place: number) => (kinds[place] as Kind).duty;
    // The higher rate first, and of one rate the dearer item: duty over value, without a fraction.
    places.sort((a, b) => dutyAt(b) * valueAt(a) - dutyAt(a) * valueAt(b) || dutyAt(b) - dutyAt(a) || a - b);
  }
  for (const place of places) {
    const { count, uses } = kinds[place] as Kind;
    const fits = fittingInto(uses, count, left);
    free[place] = fits;
    for (const [index, use] of uses.entries()) left[index] = (left[index] as number) - use * fits;
  }
  return { free, saved: kinds.reduce((sum, { duty }, index) => sum + duty * (free[index] as number), 0), proven: true, gap: 0 };
}
