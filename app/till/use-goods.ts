'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { toGtin14 } from '#lib/catalogue/gtin.ts';
import { SEARCH_VERSION } from '#lib/catalogue/search.ts';
import { type IndexPart, signsIn } from '#lib/catalogue/shelf-index.ts';
import { mostSold, type Shelf, soldHere } from './goods.ts';
import { keepHanSlices } from './han-slices.ts';
import { looseShelf, refreshShelf } from './refresh-shelf.ts';
import {
  goodsAt,
  goodsOfGtin,
  keptShelf,
  partsAfter,
  placesOfIds,
  type SoldLines,
  takeFromShelf,
  withoutSold,
} from './shelf-disk.ts';
import type { ProductView } from './till-views.ts';

export type Goods = {
  readonly shelf: Shelf | null;
  readonly isMissing: boolean;
  readonly reload: () => Promise<void>;
  /** Takes off the shelf what was sold, until the market says how much there is. */
  readonly take: (sold: SoldLines) => void;
  /** The goods at some places of the shelf. */
  readonly at: (places: readonly number[]) => Promise<readonly ProductView[]>;
  readonly ofGtin: (gtin14: string) => Promise<ProductView | undefined>;
  /** These goods as they are now, as far as they are still there. */
  readonly ofIds: (ids: readonly string[]) => Promise<readonly ProductView[]>;
};

const AGAIN_MS = 10 * 60_000;
/** Tiles of one screen. */
const FAVOURITES = 60;
/** A shelf in memory alone is fetched again where that is a page or two. */
const FEW = 1_000;

/** The stall's goods: from this tablet's disk at once, then as the market has them. `words` is what else may have to be printed. */
export function useGoods(stall: string | null, words: string): Goods {
  const [shelf, setShelf] = useState<Shelf | null>(null);
  const [isMissing, setMissing] = useState(false);
  const latest = useRef<Shelf | null>(null);
  const show = useCallback((next: Shelf | null): void => {
    latest.current = next;
    setShelf(next);
  }, []);
  const load = useLoad(stall, latest, show);
  const reload = useCallback(async (): Promise<void> => {
    if (stall === null) return;
    const refreshed = await refreshShelf(stall, load);
    const isWanted = latest.current === null || (latest.current.loose?.length ?? Number.POSITIVE_INFINITY) <= FEW;
    const loose = refreshed === 'unkept' && isWanted ? await looseShelf(stall) : undefined;
    if (loose)
      show({ ...EMPTY, ...loose, count: loose.goods.length, loose: loose.goods, currency: loose.goods[0]?.price.currency });
    setMissing(refreshed !== 'done' && loose === undefined);
  }, [stall, load, show]);
  const take: Goods['take'] = useCallback(
    async (lines) => {
      const now = latest.current;
      if (now?.loose) show({ ...now, loose: now.loose.map((product) => withoutSold(product, lines)), turn: now.turn + 1 });
      else await takeFromShelf(lines).then(load);
      await reload();
    },
    [load, reload, show],
  );
  useEffect(() => {
    show(null);
    void load().then(reload);
    const again = setInterval(() => void reload(), AGAIN_MS);
    return () => clearInterval(again);
  }, [load, reload, show]);

  const signs = useMemo(() => signsIn(shelf?.parts ?? []), [shelf?.parts]);
  useEffect(() => {
    if (signs !== '') void keepHanSlices(signs + words);
  }, [signs, words]);
  const at: Goods['at'] = useCallback(async (places) => {
    const loose = latest.current?.loose;
    return loose ? places.flatMap((place) => loose[place] ?? []) : goodsAt(places);
  }, []);
  const ofGtin: Goods['ofGtin'] = useCallback(async (gtin14) => {
    const loose = latest.current?.loose;
    return loose ? loose.find(({ gtin }) => toGtin14(gtin) === gtin14) : goodsOfGtin(gtin14);
  }, []);
  const ofIds: Goods['ofIds'] = useCallback(async (ids) => {
    const loose = latest.current?.loose;
    return loose ? loose.filter(({ id }) => ids.includes(id)) : goodsAt(await placesOfIds(ids));
  }, []);
  return { shelf, isMissing: isMissing && shelf === null, reload, take, at, ofGtin, ofIds };
}

const EMPTY: Shelf = { count: 0, parts: [], favourites: [], currency: undefined, loose: null, turn: 0 };

/** Shows what is on disk: first how much and what comes first, then those parts of the index that are not here yet. */
function useLoad(stall: string | null, latest: { readonly current: Shelf | null }, show: (shelf: Shelf) => void) {
  const revision = useRef(0);
  const favourites = useRef<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stall has another index, and other favourites
  useEffect(() => {
    favourites.current = mostSold(soldHere(), FAVOURITES);
    revision.current = 0;
  }, [stall]);
  return useCallback(async (): Promise<void> => {
    const kept = stall === null ? undefined : await keptShelf(stall);
    if (kept === undefined) return;
    const places = await placesOfIds(favourites.current);
    const before = latest.current ?? EMPTY;
    const shown = { ...before, count: kept.count, currency: kept.currency, loose: null, turn: before.turn + 1 };
    show({ ...shown, favourites: sameOr(before.favourites, places) });
    const rows = (kept.version === SEARCH_VERSION && (await partsAfter(revision.current))) || [];
    if (rows.length === 0) return;
    revision.current = Math.max(...rows.map((row) => row.revision));
    const parts: IndexPart[] = [...(latest.current ?? EMPTY).parts];
    for (const { nth, part } of rows) parts[nth] = part;
    show({ ...(latest.current ?? EMPTY), parts });
  }, [stall, latest, show]);
}

const sameOr = (before: readonly number[], now: readonly number[]): readonly number[] =>
  before.length === now.length && before.every((place, i) => place === now[i]) ? before : now;
