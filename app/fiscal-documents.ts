import { placesThatWait } from '#db/stores/fiscal-documents.ts';
import { advanceFiscalDocuments } from '#lib/operations/advance-fiscal-documents.ts';
import { MARKET } from '#lib/staff/actor.ts';
import { faultText } from './fault-text.ts';
import type { Serai } from './serai.ts';

const SOON_MS = 250;
/** After nobody was heard: each time twice as long, up to a minute. */
const AGAIN_MS = 1000;
const MOST_AGAIN_MS = 60_000;

type Place = Parameters<typeof advanceFiscalDocuments>[1];
/** How often a place was not heard in a row, and before when it is not asked again. */
type Away = { readonly failed: number; readonly notBefore: number };

/**
 * Sends fiscal documents as they come, in order for each side, and again after a while where nobody answered; also after a restart. Looks
 * after commits, so that nothing is asked beside a sale. @returns how to stop.
 */
export function sendFiscalDocuments(serai: Serai, againMs = AGAIN_MS): () => Promise<void> {
  const away = new Map<string, Away>();
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let running: Promise<void> | undefined;
  let wroteMeanwhile = false;
  let stopped = false;

  const lookIn = (ms: number): void => {
    if (stopped || dueAt <= performance.now() + ms) return;
    clearTimeout(timer);
    dueAt = performance.now() + ms;
    timer = setTimeout(look, ms);
  };
  const look = async (): Promise<void> => {
    dueAt = Number.POSITIVE_INFINITY;
    wroteMeanwhile = false;
    let next: number | undefined = MOST_AGAIN_MS;
    running = sendWaiting(serai, away, againMs, () => stopped).then(
      (soonest) => {
        next = soonest;
      },
      (fault) => serai.log.error({ fault: faultText(fault) }, 'fiscal documents broke'),
    );
    await running;
    running = undefined;
    if (wroteMeanwhile) lookIn(SOON_MS);
    if (next !== undefined) lookIn(next);
  };
  const deafen = serai.engine.onCommit(() => {
    if (running === undefined) lookIn(SOON_MS);
    else wroteMeanwhile = true;
  });
  lookIn(SOON_MS);
  return async () => {
    stopped = true;
    deafen();
    clearTimeout(timer);
    await running;
  };
}

/** One round of every place where documents wait. @returns in how long the first of those that were not heard is due again. */
async function sendWaiting(
  serai: Serai,
  away: Map<string, Away>,
  againMs: number,
  isOver: () => boolean,
): Promise<number | undefined> {
  let soonest: number | undefined;
  for (const place of await serai.engine.read(placesThatWait)) {
    if (isOver()) return undefined;
    const name = `${place.adapter} ${place.side}`;
    const before = away.get(name) ?? { failed: 0, notBefore: 0 };
    if (before.notBefore <= performance.now()) {
      if ((await sendAll(serai, place, isOver)) === 'done') {
        away.delete(name);
        continue;
      }
      const wait = Math.min(MOST_AGAIN_MS, againMs * 2 ** before.failed);
      away.set(name, { failed: before.failed + 1, notBefore: performance.now() + wait });
    }
    const wait = Math.max(0, (away.get(name)?.notBefore ?? 0) - performance.now());
    soonest = Math.min(soonest ?? wait, wait);
  }
  return soonest;
}

async function sendAll(serai: Serai, place: Place, isOver: () => boolean): Promise<'done' | 'away'> {
  for (;;) {
    const ended = await advanceFiscalDocuments(serai.contextOf(MARKET), place, isOver);
    if (ended !== 'more' || isOver()) return ended === 'away' ? 'away' : 'done';
  }
}
