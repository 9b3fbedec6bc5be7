'use client';
import { useEffect, useRef, useState } from 'react';

const QUIET_SECONDS = 45;
const COUNTDOWN_SECONDS = 20;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Counts down after 45 quiet seconds and then clears; seconds left while counting, else null. `stay` starts the quiet afresh. */
export function useIdle(active: boolean, onIdle: () => void): { readonly secondsLeft: number | null; readonly stay: () => void } {
  const lastSign = useRef(Date.now());
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const counting = useRef(false);
  const idle = useRef(onIdle);
  useEffect(() => {
    idle.current = onIdle;
  }, [onIdle]);

  useEffect(() => {
    lastSign.current = Date.now();
    if (!active) return;
    const sign = (): void => {
      if (!counting.current) lastSign.current = Date.now();
    };
    const tick = setInterval(() => {
      const quiet = Math.floor((Date.now() - lastSign.current) / 1000);
      const left = QUIET_SECONDS + COUNTDOWN_SECONDS - quiet;
      counting.current = quiet >= QUIET_SECONDS;
      setSecondsLeft(counting.current ? Math.max(0, left) : null);
      if (left <= 0) {
        counting.current = false;
        setSecondsLeft(null);
        idle.current();
      }
    }, 500);
    for (const name of SIGNS_OF_LIFE) window.addEventListener(name, sign, { passive: true, capture: true });
    return () => {
      clearInterval(tick);
      counting.current = false;
      setSecondsLeft(null);
      for (const name of SIGNS_OF_LIFE) window.removeEventListener(name, sign, { capture: true });
    };
  }, [active]);

  const stay = (): void => {
    counting.current = false;
    lastSign.current = Date.now();
    setSecondsLeft(null);
  };
  return { secondsLeft, stay };
}
