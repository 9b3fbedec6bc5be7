/** Items in columns, the densest first; what they use of each room, the widest room first. */
export type Columns = {
  readonly count: readonly number[];
  readonly duty: readonly number[];
  readonly uses: readonly (readonly number[])[];
};

/** Items that use the widest room alone. */
export type Wide = Omit<Columns, 'uses'> & { readonly use: readonly number[] };

export const needOf = ({ uses }: Columns, room: number, place: number): number =>
  (uses[room] as readonly number[])[place] as number;

/** The places of those items that use a narrow room, and of those that do not. */
export function partedByWidth(items: Columns): { readonly narrow: readonly number[]; readonly wide: readonly number[] } {
  const narrow: number[] = [];
  const wide: number[] = [];
  for (let place = 0; place < items.count.length; place++) (isNarrow(items, place) ? narrow : wide).push(place);
  return { narrow, wide };
}

function isNarrow(items: Columns, place: number): boolean {
  for (let room = 1; room < items.uses.length; room++) if (needOf(items, room, place) > 0) return true;
  return false;
}

export function wideOf({ count, duty, uses }: Columns, places: readonly number[]): Wide {
  const [use = []] = uses;
  if (places.length === count.length) return { count, duty, use };
  const at = (column: readonly number[]) => places.map((place) => column[place] as number);
  return { count: at(count), duty: at(duty), use: at(use) };
}
