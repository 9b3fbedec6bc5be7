import { advanceRehearsal } from '#lib/operations/advance-rehearsal.ts';
import { MACHINE } from '#lib/staff/actor.ts';
import { faultText } from './fault-text.ts';
import type { Serai } from './serai.ts';

const SOON_MS = 250;

/** Goes on with every rehearsal, from the last slice that was written, also after a restart. @returns how to stop. */
export function goOnRehearsing(serai: Serai): () => void {
  let waiting: NodeJS.Timeout | undefined;
  let stopped = false;
  let busy = false;
  const goOn = async (): Promise<void> => {
    waiting = undefined;
    if (busy) return;
    busy = true;
    try {
      while (!stopped && (await advanceRehearsal(serai.contextOf(MACHINE)))) await new Promise(setImmediate);
    } catch (fault) {
      serai.log.error({ fault: faultText(fault) }, 'a rehearsal broke');
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
