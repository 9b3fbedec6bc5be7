import { keepCheckpoint } from '#db/evidence/keep-checkpoint.ts';
import { faultText } from './fault-text.ts';
import type { Serai } from './serai.ts';

const EVERY_MS = 15 * 60_000;

/** Signs where the chains stand while acts go on, every quarter of an hour, and when the market closes. @returns how to stop. */
export function keepCheckpoints(serai: Serai, everyMs = EVERY_MS): () => Promise<void> {
  let wrote = true;
  const stopListening = serai.engine.onCommit(() => {
    wrote = true;
  });
  const sign = async () => {
    if (!wrote) return;
    wrote = false;
    try {
      await keepCheckpoint(serai.settings.SERAI_DATA, serai.keys, serai.engine, serai.now());
    } catch (fault) {
      serai.log.error({ fault: faultText(fault) }, 'checkpoint broke');
    }
  };
  const timer = setInterval(sign, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stopListening();
    await sign();
  };
}
