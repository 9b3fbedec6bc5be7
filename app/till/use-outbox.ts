'use client';
import { useEffect, useMemo, useState } from 'react';
import type { Unsent } from './disk.ts';
import { drain, sendAgain, watchUnsent } from './outbox.ts';

export type Outbox = {
  /** Sold offline, and not yet with the market. */
  readonly waiting: readonly Unsent[];
  /** The market said that these can be no sales: they wait for a person. */
  readonly aside: readonly Unsent[];
  readonly again: (id: string) => void;
};

/** The sales of this stall that the market does not have; they are sent as soon as it answers. `heardAt`: when it last did. */
export function useOutbox(stall: string | undefined, isOnline: boolean, heardAt: string | null, onSent: () => void): Outbox {
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  useEffect(() => {
    if (stall !== undefined) return watchUnsent(stall, setUnsent);
    return undefined;
  }, [stall]);
  const outbox = useMemo<Outbox>(
    () => ({
      waiting: unsent.filter(({ aside }) => aside === undefined),
      aside: unsent.filter(({ aside }) => aside !== undefined),
      again: (id) => void sendAgain(id),
    }),
    [unsent],
  );
  const count = outbox.waiting.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that the market is heard is an occasion
  useEffect(() => {
    if (stall !== undefined && isOnline && count > 0) void drain(stall).then(onSent);
  }, [stall, isOnline, heardAt, count > 0]);
  return outbox;
}
