import { liveQuery } from 'dexie';
import { type Answer, callApi } from '../_ui/api.ts';
import { ifOnDisk, onDisk, type SentSale, type Unsent } from './disk.ts';
import { REST_MS } from './outbox-pace.ts';

const OWNER = 'serai.outbox';
const lockOf = (id: string): string => `serai.sale.${id}`;

/**
 * Keeps a sale on disk while it is sent and until it is answered. Nobody else sends it meanwhile: a lock goes with the tab that has it in hand, and is
 * free once that tab is gone. Where the browser has no store the sale still goes on. What is never answered (undefined) stays.
 */
export async function sendKept<Body>(
  sale: Unsent,
  send: () => Promise<Answer<Body> | undefined>,
): Promise<Answer<Body> | undefined> {
  return navigator.locks.request(lockOf(sale.id), async () => {
    await ifOnDisk(({ sales }) => sales.put(sale));
    const answer = await send();
    if (answer !== undefined) await ifOnDisk(({ sales }) => sales.delete(sale.id));
    return answer;
  });
}

/** Sales of this stall that were on their way when their tab went, the oldest first: no living tab has them in hand. */
export async function leftBehind(stall: string): Promise<readonly Unsent[]> {
  const unsent = (await ifOnDisk(({ sales }) => sales.where({ stall }).sortBy('id'))) ?? [];
  const { held = [] } = await navigator.locks.query();
  const inHand = new Set(held.map(({ name }) => name));
  return unsent.filter((sale) => !isOffline(sale) && sale.aside === undefined && !inHand.has(lockOf(sale.id)));
}

export const isOffline = ({ body }: SentSale): boolean => body.origin === 'offline';

/** Of every stall that this tablet was ever enrolled for. */
export const countUnsent = async (): Promise<number> => (await ifOnDisk(({ sales }) => sales.count())) ?? 0;

/** Writes a finished sale down. @throws where it cannot be: then it is not finished. */
export const keepFinished = (sale: Unsent): Promise<unknown> => onDisk(({ sales }) => sales.put(sale));

/** Tells of the sales of this stall that the market does not have, now and whenever they change, in whichever tab. */
export function watchUnsent(stall: string, tell: (unsent: readonly Unsent[]) => void): () => void {
  const seen = liveQuery(() => ifOnDisk(({ sales }) => sales.where({ stall }).sortBy('id')));
  const { unsubscribe } = seen.subscribe((unsent) => tell((unsent ?? []).filter((sale) => isOffline(sale) || sale.aside)));
  return () => unsubscribe();
}

/**
 * Sends what was sold offline, in its order, by one tab of this browser: whoever holds the lock. A sale that can be none is set aside, and
 * what the server breaks on is left for later; neither keeps back those behind it. Where the market does not answer, all of them wait.
 */
export async function drain(stall: string): Promise<void> {
  await navigator.locks.request(OWNER, { ifAvailable: true }, async (lock) => {
    let last = '';
    while (lock !== null) {
      const sale = await nextAfter(stall, last);
      if (sale === undefined) return;
      last = sale.id;
      const answer = await callApi('POST', sale.path, { id: sale.id, ...sale.body });
      const done = await settle(sale, answer);
      if (done === 'wait') return;
      await new Promise((rested) => setTimeout(rested, REST_MS));
    }
  });
}

/** Ids sort in the order in which sales were made; one is read at a time, for a day of them is long. */
const nextAfter = (stall: string, last: string): Promise<Unsent | undefined> =>
  ifOnDisk(({ sales }) =>
    sales
      .where(':id')
      .above(last)
      .and((sale) => sale.stall === stall && isOffline(sale) && sale.aside === undefined)
      .first(),
  );

/** Nobody can read it, or somebody else's act has its id: no later attempt will be answered otherwise. */
const NEVER: readonly number[] = [400, 404, 409, 413, 415, 422];
/** Our side is away, or does not know this tablet now: nor would it take the next one. */
const AWAY: readonly number[] = [0, 401, 403, 429, 502, 503, 504];
/** The gate, too, may be waiting for its network. */
const LATER: readonly string[] = ['not-entered'];

async function settle(sale: Unsent, answer: Answer<unknown>): Promise<'next' | 'wait'> {
  if (answer.kind === 'fault' && AWAY.includes(answer.status)) return 'wait';
  if (answer.kind === 'done') await ifOnDisk(({ sales }) => sales.delete(sale.id));
  else if (isNever(answer)) {
    const refusals = answer.kind === 'refused' ? answer.refusals : [];
    const aside = { at: new Date().toISOString(), refusals, status: answer.status };
    await ifOnDisk(({ sales }) => sales.update(sale.id, { aside }));
  }
  return 'next';
}

const isNever = (answer: Exclude<Answer<unknown>, { kind: 'done' }>): boolean =>
  answer.kind === 'fault' ? NEVER.includes(answer.status) : answer.refusals.some(({ reason }) => !LATER.includes(reason));

/** Puts a sale that was set aside back into its place: what stood against it may be gone. */
export const sendAgain = (id: string): Promise<unknown> =>
  ifOnDisk(({ sales }) =>
    sales.where({ id }).modify((sale) => {
      delete sale.aside;
    }),
  );
