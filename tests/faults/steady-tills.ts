import { setTimeout as pause } from 'node:timers/promises';
import type { Ground } from './a-process.ts';
import { aSale, type Sale, send } from './tills.ts';

const CLIENTS = 8;
const AGAIN_MS = 200;

/** Tills that sell without end; what was not answered for sure is sent again with the same id, to another process, until it is. */
export type Tills = {
  readonly origins: readonly string[];
  readonly tries: () => number;
  /** When the first sale was answered that began after an instant. */
  readonly firstAnswerOfSalesSince: (instant: number) => number | undefined;
  /** Rejects once a till was answered as no till may be. */
  readonly wronged: Promise<never>;
  /** Begins no more sales. @returns every sale with its answer, once all have one. */
  readonly close: () => Promise<ReadonlyMap<Sale, string>>;
};

export function tillsAt(ground: Ground, origins: readonly string[]): Tills {
  const answers = new Map<Sale, string>();
  const times: { readonly began: number; readonly answered: number }[] = [];
  const count = { sales: 0, tries: 0 };
  let open = true;
  const till = async () => {
    while (open) {
      count.sales += 1;
      const sale = aSale(ground, count.sales);
      const began = performance.now();
      answers.set(sale, await untilAnswered(origins, sale, () => count.tries++));
      times.push({ began, answered: performance.now() });
    }
  };
  const all = Promise.all(Array.from({ length: CLIENTS }, till));
  const wronged = all.then(() => new Promise<never>(() => {}));
  wronged.catch(() => {
    open = false;
  });
  return {
    origins,
    wronged,
    tries: () => count.tries,
    firstAnswerOfSalesSince(instant) {
      const after = times.filter(({ began }) => began > instant).map(({ answered }) => answered);
      return after.length === 0 ? undefined : Math.min(...after);
    },
    async close() {
      open = false;
      await all;
      return answers;
    },
  };
}

/** @throws for an answer that no till may get for a lawful sale. */
export async function untilAnswered(origins: readonly string[], sale: Sale, tried: () => void = () => {}): Promise<string> {
  for (let i = 0; ; i += 1) {
    tried();
    const answer = await send(origins[i % origins.length] as string, sale);
    if (answer?.status === 201 || answer?.status === 200) return answer.text;
    if (answer !== undefined && answer.status !== 503)
      throw new Error(`a sale was answered ${answer.status}: ${answer.text.slice(0, 500)}`);
    await pause(AGAIN_MS);
  }
}
