import { destroyIdleKeys, endRetention } from '#lib/operations/end-retention.ts';
import { MARKET } from '#lib/staff/actor.ts';
import { faultText } from './fault-text.ts';
import type { Serai } from './serai.ts';

const HOUR_MS = 3_600_000;

/** Keeps to the pack's times while the market is open: at once, then every hour by the market's own clock. @returns how to stop. */
export function keepRetention(serai: Serai, everyMs = HOUR_MS): () => Promise<void> {
  const run = async (work: () => Promise<number>): Promise<void> => {
    try {
      const count = await work();
      if (count > 0) serai.log.info({ count }, 'persons forgotten');
    } catch (fault) {
      serai.log.error({ fault: faultText(fault) }, 'retention broke');
    }
  };
  const forget = () => run(() => endRetention(serai.contextOf(MARKET)));
  let running = run(() => destroyIdleKeys(serai.contextOf(MARKET))).then(forget);
  const hourly = setInterval(() => {
    running = running.then(forget);
  }, everyMs);
  hourly.unref();
  return async () => {
    clearInterval(hourly);
    await running;
  };
}
