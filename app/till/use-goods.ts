'use client';
import { useCallback, useEffect, useState } from 'react';
import { goodsOfStall, type Shelf, shelfOf, soldHere } from './goods.ts';

export type Goods = {
  readonly shelf: Shelf | null;
  /** Read once: tiles keep their places while somebody sells. */
  readonly sold: Readonly<Record<string, number>>;
  readonly isMissing: boolean;
  readonly reload: () => Promise<void>;
};

/** The stall's goods, loaded once and searched on the tablet. */
export function useGoods(stall: string | null): Goods {
  const [shelf, setShelf] = useState<Shelf | null>(null);
  const [sold, setSold] = useState<Readonly<Record<string, number>>>({});
  const [isMissing, setMissing] = useState(false);
  const reload = useCallback(async (): Promise<void> => {
    if (stall === null) return;
    const goods = await goodsOfStall(stall);
    setMissing(goods === undefined);
    if (goods) setShelf(shelfOf(goods));
  }, [stall]);
  useEffect(() => {
    setSold(soldHere());
    void reload();
  }, [reload]);
  return { shelf, sold, isMissing, reload };
}
