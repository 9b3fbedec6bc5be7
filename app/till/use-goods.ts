'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { goodsOfStall, keepShelf, keptShelf, type Shelf, shelfOf, soldHere, withoutSold } from './goods.ts';
import { keepHanSlices } from './han-slices.ts';

export type Goods = {
  readonly shelf: Shelf | null;
  /** Read once: tiles keep their places while somebody sells. */
  readonly sold: Readonly<Record<string, number>>;
  readonly isMissing: boolean;
  readonly reload: () => Promise<void>;
  /** Takes off the shelf what was sold, until it is fetched again. */
  readonly take: (sold: Parameters<typeof withoutSold>[1]) => void;
};

/** A shelf of this size is fetched after each sale; a larger one is only counted down here, and fetched now and then. */
const SMALL = 200;
const AGAIN_MS = 10 * 60_000;

/** The stall's goods: from this tablet's disk at once, then as the market has them. `words` is what else may have to be printed. */
export function useGoods(stall: string | null, words: string): Goods {
  const [shelf, setShelf] = useState<Shelf | null>(null);
  const [sold, setSold] = useState<Readonly<Record<string, number>>>({});
  const [isMissing, setMissing] = useState(false);
  const latest = useRef<Shelf | null>(null);
  const show = useCallback((next: Shelf): void => {
    latest.current = next;
    setShelf(next);
  }, []);
  const reload = useCallback(async (): Promise<void> => {
    if (stall === null) return;
    const goods = await goodsOfStall(stall);
    setMissing(goods === undefined);
    if (goods === undefined) return;
    const next = await shelfOf(goods, latest.current);
    show(next);
    await keepShelf(stall, next);
  }, [stall, show]);
  const take: Goods['take'] = useCallback(
    (lines) => {
      if (latest.current === null || stall === null) return;
      show(withoutSold(latest.current, lines));
      if (latest.current.goods.length <= SMALL) void reload();
      else void keepShelf(stall, latest.current);
    },
    [stall, show, reload],
  );
  useEffect(() => {
    if (shelf) void keepHanSlices(shelf.goods.map(({ names }) => names.zh ?? '').join('') + words);
  }, [shelf, words]);
  useEffect(() => {
    setSold(soldHere());
    latest.current = null;
    const begin = async (): Promise<void> => {
      const kept = stall === null ? undefined : await keptShelf(stall);
      if (kept !== undefined && latest.current === null) show(kept);
      await reload();
    };
    void begin();
    const again = setInterval(() => void reload(), AGAIN_MS);
    return () => clearInterval(again);
  }, [reload, show, stall]);
  return { shelf, sold, isMissing: isMissing && shelf === null, reload, take };
}
