'use client';
import { type KeyboardEvent, useRef } from 'react';

const MOVES: Readonly<Record<string, (place: number, columns: number, isRtl: boolean) => number>> = {
  ArrowUp: (place, columns) => place - columns,
  ArrowDown: (place, columns) => place + columns,
  ArrowLeft: (place, _, isRtl) => place + (isRtl ? 1 : -1),
  ArrowRight: (place, _, isRtl) => place + (isRtl ? -1 : 1),
  Home: () => 0,
};

/** Arrow keys walk the tiles as they lie on the screen, mirrored where the screen is. */
export function useGridKeys() {
  const ref = useRef<HTMLDivElement>(null);
  const tiles = (): readonly HTMLElement[] => [...(ref.current?.querySelectorAll<HTMLElement>('button') ?? [])];

  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    const all = tiles();
    const place = all.indexOf(document.activeElement as HTMLElement);
    if (!move || place < 0) return;
    const top = all[0]?.offsetTop;
    const columns = all.filter((tile) => tile.offsetTop === top).length;
    const next = all[move(place, columns, document.documentElement.dir === 'rtl')];
    event.preventDefault();
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  return { ref, onKeyDown, enter: () => tiles()[0]?.focus() };
}
