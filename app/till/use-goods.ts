'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { goodsOfStall, keepGoods, keptGoods, type Shelf, shelfOf, soldHere } from './goods.ts';
import { keepHanSlices } from './han-slices.ts';

export type Goods = {
  readonly shelf: Shelf | null;
  /** Read once: tiles keep their places while somebody sells. */
  readonly sold: Readonly<Record<string, number>>;
  readonly isMissing: boolean;
  readonly reload: () => Promise<void>;
};

/** The stall's goods: from this tablet's disk at once, then as the market has them. `words` is what else may have to be printed. */
export function useGoods(stall: string | null, words: string): Goods {
  const [shelf, setShelf] = useState<Shelf | null>(null);
  const [sold, setSold] = useState<Readonly<Record<string, number>>>({});
  const [isMissing, setMissing] = useState(false);
  const isFetched = useRef(false);
  const reload = useCallback(async (): Promise<void> => {
    if (stall === null) return;
    const goods = await goodsOfStall(stall);
    setMissing(goods === undefined);
    if (goods === undefined) return;
    isFetched.current = true;
    setShelf(shelfOf(goods));
    await keepGoods(stall, goods);
  }, [stall]);
  useEffect(() => {
    if (shelf) void keepHanSlices(shelf.goods.map(({ names }) => names.zh ?? '').join('') + words);
  }, [shelf, words]);
  useEffect(() => {
    setSold(soldHere());
    isFetched.current = false;
    if (stall !== null)
      void keptGoods(stall).then((goods) => {
        if (goods !== undefined && !isFetched.current) setShelf(shelfOf(goods));
      });
    void reload();
  }, [reload, stall]);
  return { shelf, sold, isMissing: isMissing && shelf === null, reload };
}
