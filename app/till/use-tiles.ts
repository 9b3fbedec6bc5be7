'use client';
import { startTransition, useEffect, useRef, useState } from 'react';
import type { Shelf } from './goods.ts';
import type { ProductView } from './till-views.ts';
import type { Goods } from './use-goods.ts';

/** As many tiles as a tablet shows without scrolling are read and drawn at once; the rest while nobody types. */
const AT_ONCE = 12;
const SOON_MS = 250;

/** The goods at the first of these places, as far as they have been read. Those of before stay until they are. */
export function useTiles(
  shelf: Shelf | null,
  { places, most, at }: { readonly places: readonly number[]; readonly most: number; readonly at: Goods['at'] },
): { readonly tiles: readonly ProductView[]; readonly isRead: boolean } {
  const [read, setRead] = useState<{ readonly of: readonly number[]; readonly tiles: readonly ProductView[] }>(NOTHING);
  const latest = useRef(read);
  const turn = shelf?.turn;
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another turn of the shelf the same places may hold something else
  useEffect(() => {
    let isWanted = true;
    const show = async (count: number): Promise<void> => {
      const tiles = unchanged(latest.current.tiles, await at(places.slice(0, count)));
      if (!isWanted) return;
      latest.current = { of: places, tiles };
      if (count > AT_ONCE) startTransition(() => setRead(latest.current));
      else setRead(latest.current);
    };
    // What is on the screen is not taken away to be put there again.
    const isSame = beginAlike(latest.current.of, places, latest.current.tiles.length);
    if (!isSame) void show(Math.min(most, AT_ONCE));
    const rest = setTimeout(() => void show(most), isSame ? 0 : SOON_MS);
    return () => {
      isWanted = false;
      clearTimeout(rest);
    };
  }, [places, most, at, turn]);
  return { tiles: read.tiles, isRead: read.of === places };
}

const beginAlike = (one: readonly number[], other: readonly number[], count: number): boolean =>
  count > 0 && one.slice(0, count).every((place, i) => place === other[i]);

const NOTHING = { of: [], tiles: [] };

/** A product that was read again is the one that is on the screen, unless something about it is new. */
function unchanged(before: readonly ProductView[], now: readonly ProductView[]): readonly ProductView[] {
  const known = new Map(before.map((product) => [product.id, product]));
  return now.map((product) => {
    const same = known.get(product.id);
    return same !== undefined && JSON.stringify(same) === JSON.stringify(product) ? same : product;
  });
}
