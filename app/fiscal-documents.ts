import { fiscalPlaces, type WaitingLane, waitingLanes } from '#db/stores/fiscal-documents.ts';
import { advanceFiscalDocuments } from '#lib/operations/advance-fiscal-documents.ts';
import { MARKET } from '#lib/staff/actor.ts';
import { faultText } from './fault-text.ts';
import { type Lanes, lanesOf, type Place } from './fiscal-lanes.ts';
import type { Serai } from './serai.ts';

const SOON_MS = 250;
/** After nobody was heard. */
const AGAIN_MS = 1000;
/** What was waiting all along is looked for this often, should anything have broken. */
const ANYWAY_MS = 60_000;

/**
 * Sends fiscal documents as they come: each register's in the order in which they were made, registers beside each other, so that one slow
 * answer holds up one stall; also after a restart. Looks after commits, so that nothing is asked beside a sale. @returns how to stop.
 */
export function sendFiscalDocuments(serai: Serai, againMs = AGAIN_MS): () => Promise<void> {
  const lanes = new Map<string, Lanes>();
  const sending = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let looking: Promise<void> | undefined;
  let lookedTooSoon = false;
  let stopped = false;

  const lookIn = (ms: number): void => {
    if (stopped || dueAt <= performance.now() + ms) return;
    clearTimeout(timer);
    dueAt = performance.now() + ms;
    timer = setTimeout(look, ms);
  };
  const look = async (): Promise<void> => {
    dueAt = Number.POSITIVE_INFINITY;
    if (looking !== undefined) {
      lookedTooSoon = true;
      return;
    }
    lookedTooSoon = false;
    looking = startLanes().catch((fault) => {
      serai.log.error({ fault: faultText(fault) }, 'fiscal documents broke');
      lookIn(ANYWAY_MS);
    });
    await looking;
    looking = undefined;
    if (lookedTooSoon) lookIn(0);
  };

  /** As many registers of every place where documents wait as have room. */
  const startLanes = async (): Promise<void> => {
    for (const place of await serai.engine.read(fiscalPlaces)) {
      const name = `${place.adapter} ${place.side}`;
      const mine = lanes.get(name) ?? lanesOf(againMs);
      lanes.set(name, mine);
      let at = performance.now();
      while (!stopped && mine.room(at) > 0) {
        const closed = mine.closed(at);
        const waiting = await serai.engine.read((tx) => waitingLanes(tx, place, closed));
        for (const lane of waiting.slice(0, mine.room(at))) send(place, mine, lane);
        if (waiting.length === 0) break;
        at = performance.now();
      }
      // As it was before the last read: who came due during it was not looked for.
      const next = mine.nextIn(at);
      if (next !== undefined) lookIn(next);
    }
  };
  const send = (place: Place, mine: Lanes, lane: WaitingLane): void => {
    mine.start(lane.device);
    const sent = advanceFiscalDocuments(serai.contextOf(MARKET), place, lane.documents, () => stopped)
      .catch((fault): 'away' => {
        serai.log.error({ fault: faultText(fault) }, 'fiscal documents broke');
        return 'away';
      })
      .then((ended) => {
        mine.end(lane.device, ended, performance.now());
        sending.delete(sent);
        lookIn(0);
      });
    sending.add(sent);
  };

  const deafen = serai.engine.onCommit(() => lookIn(SOON_MS));
  lookIn(SOON_MS);
  return async () => {
    stopped = true;
    deafen();
    clearTimeout(timer);
    await looking;
    await Promise.all(sending);
  };
}
