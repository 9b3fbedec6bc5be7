import type { Context } from '#lib/operations/context.ts';
import { MACHINE } from '#lib/staff/actor.ts';
import { faultText } from './fault-text.ts';
import type { Serai } from './serai.ts';

const SOON_MS = 250;

/**
 * Goes on with long work slice by slice, from the last that was written, also after a restart; every commit may have brought more.
 * @param advance does one slice. @returns how to stop.
 */
export function goOnWith(serai: Serai, what: string, advance: (context: Context) => Promise<boolean>): () => void {
  let waiting: NodeJS.Timeout | undefined;
  let stopped = false;
  let busy = false;
  const goOn = async (): Promise<void> => {
    waiting = undefined;
    if (busy) return;
    busy = true;
    try {
      while (!stopped && (await advance(serai.contextOf(MACHINE)))) await new Promise(setImmediate);
    } catch (fault) {
      serai.log.error({ fault: faultText(fault) }, `${what} broke`);
    } finally {
      busy = false;
    }
  };
  const soon = (): void => {
    if (!stopped) waiting ??= setTimeout(() => void goOn(), SOON_MS);
  };
  const deafen = serai.engine.onCommit(soon);
  soon();
  return () => {
    stopped = true;
    deafen();
    clearTimeout(waiting);
  };
}
