import Dexie, { type EntityTable } from 'dexie';

/** A sale as it is sent. Its id is its act's, made here by the clock: ids sort in the order in which sales were made. */
export type SentSale = {
  readonly path: 'sales' | 'payments';
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
};

type Unsent = SentSale & { readonly stall: string };

/** Sales that the market has not answered yet. They outlive the tab, the browser and, since each is on disk before it is sent, the power. */
class Outbox extends Dexie {
  readonly sales!: EntityTable<Unsent, 'id'>;

  constructor() {
    super('serai.till', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ sales: 'id, stall' });
  }
}

let opened: Outbox | undefined;
const outbox = (): Outbox => {
  opened ??= new Outbox();
  return opened;
};

/**
 * Keeps a sale on disk while it is sent and until it is answered. Nobody else sends it meanwhile: a lock goes with the tab that has it in hand, and is
 * free once that tab is gone. Where the browser has no store the sale still goes on.
 */
export async function sendKept<Answer>(stall: string, sale: SentSale, send: () => Promise<Answer>): Promise<Answer> {
  return navigator.locks.request(lockOf(sale.id), async () => {
    await withStore((sales) => sales.put({ ...sale, stall }));
    const answer = await send();
    await withStore((sales) => sales.delete(sale.id));
    return answer;
  });
}

/** Sales of this stall that no living tab has in hand, the oldest first. */
export async function leftBehind(stall: string): Promise<readonly SentSale[]> {
  const unsent = (await withStore((sales) => sales.where({ stall }).sortBy('id'))) ?? [];
  const { held = [] } = await navigator.locks.query();
  const inHand = new Set(held.map(({ name }) => name));
  return unsent.filter(({ id }) => !inHand.has(lockOf(id))).map(({ path, id, body }) => ({ path, id, body }));
}

const lockOf = (id: string): string => `serai.sale.${id}`;

async function withStore<Value>(run: (sales: Outbox['sales']) => PromiseLike<Value>): Promise<Value | undefined> {
  try {
    return await run(outbox().sales);
  } catch {
    return undefined;
  }
}
