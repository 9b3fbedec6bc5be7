import type { FiscalAdapter } from '#lib/fiscal/fiscal-document.ts';

/** How many registers of one place are sent for at once. */
const LANES = 16;
const MOST_AGAIN_MS = 60_000;

export type Place = { readonly side: string; readonly adapter: FiscalAdapter };
/** How often nobody was heard in a row, and before when nobody is asked again. */
type Away = { readonly failed: number; readonly notBefore: number };

const HEARD: Away = { failed: 0, notBefore: 0 };

export type Lanes = ReturnType<typeof lanesOf>;

/**
 * Which registers of a place may be sent for. One register's documents go one after another, registers beside each other. After nobody was
 * heard a register waits, each time twice as long; when two in a row were not heard the whole place does, and is then asked by one alone.
 */
export function lanesOf(againMs: number) {
  const running = new Set<string>();
  const away = new Map<string, Away>();
  let place = HEARD;

  const after = ({ failed }: Away, now: number, free = 0): Away => ({
    failed: failed + 1,
    notBefore: failed < free ? 0 : now + Math.min(MOST_AGAIN_MS, againMs * 2 ** (failed - free)),
  });
  return {
    /** How many more may start now. */
    room: (now: number): number => {
      if (place.notBefore > now) return 0;
      return Math.max(0, (place.failed > 0 ? 1 : LANES) - running.size);
    },
    /** The registers that are not to be asked now: on their way, or not heard a moment ago. */
    closed: (now: number): readonly string[] => [
      ...running,
      ...[...away].filter(([device, { notBefore }]) => notBefore > now && !running.has(device)).map(([device]) => device),
    ],
    /** In how long it is worth looking again, if nothing comes in between; undefined where nobody waits for a second try. */
    nextIn: (now: number): number | undefined => {
      if (place.notBefore > now) return place.notBefore - now;
      const ahead = [...away.values()].map(({ notBefore }) => notBefore - now).filter((ms) => ms > 0);
      return ahead.length === 0 ? undefined : Math.min(...ahead);
    },
    start: (device: string): void => {
      running.add(device);
    },
    end: (device: string, ended: 'done' | 'away', now: number): void => {
      running.delete(device);
      if (ended === 'away') {
        away.set(device, after(away.get(device) ?? HEARD, now));
        // Those that were on their way when it went away are one silence, not many.
        if (place.notBefore <= now) place = after(place, now, 1);
        return;
      }
      away.delete(device);
      // It is back: whoever waits for it may try.
      if (place.failed > 1) away.clear();
      place = HEARD;
    },
  };
}
