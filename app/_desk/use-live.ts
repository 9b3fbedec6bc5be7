'use client';
import { useEffect, useRef, useState } from 'react';

export type Live = {
  readonly state: 'connecting' | 'live' | 'lost';
  /** When the market was last heard, in milliseconds on this computer's clock. */
  readonly at: number | null;
};

const AGAIN_MS = 5000;

/** Hears from the market each time something was written. The browser takes up a dropped line by itself; a refused one is tried again here. */
export function useLive(door: 'office' | 'shop', onMarket: () => void): Live {
  const [live, setLive] = useState<Live>({ state: 'connecting', at: null });
  const told = useRef(onMarket);
  told.current = onMarket;

  useEffect(() => {
    let source: EventSource | undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const listen = (): void => {
      source = new EventSource(`/api/v1/events?door=${door}`);
      source.addEventListener('open', () => setLive(({ at }) => ({ state: 'live', at: at ?? Date.now() })));
      source.addEventListener('market', () => {
        setLive({ state: 'live', at: Date.now() });
        told.current();
      });
      source.addEventListener('error', () => {
        setLive(({ at }) => ({ state: at === null ? 'connecting' : 'lost', at }));
        if (source?.readyState === EventSource.CLOSED) waiting = setTimeout(listen, AGAIN_MS);
      });
    };
    listen();
    return () => {
      clearTimeout(waiting);
      source?.close();
    };
  }, [door]);
  return live;
}
