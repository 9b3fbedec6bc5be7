import Dexie, { type EntityTable, type Transaction } from 'dexie';
import { toGtin14 } from '#lib/catalogue/gtin.ts';
import type { IndexPart } from '#lib/catalogue/shelf-index.ts';
import type { LawPack } from '#lib/law/pack.ts';
import type { RefusalView } from '../_ui/views.ts';
import type { Draft, OfflineReceipt } from './offline-receipt.ts';
import type { PassFacts } from './preview.ts';
import type { ProductView, TillPass } from './till-views.ts';

/** A sale as it is sent. Its id is its act's, made here by the clock: ids sort in the order in which sales were made. */
export type SentSale = {
  readonly path: 'sales' | 'payments' | `sales/${string}/exchanges`;
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** A sale that the market has not answered. `body` is always ready to be sent as it is: an older till that finds it sends it too. */
export type Unsent = SentSale & {
  readonly stall: string;
  /** What it takes to finish it here, should no answer come. */
  readonly draft?: Draft;
  /** What the shopper was given, where the sale was made offline. */
  readonly receipt?: OfflineReceipt;
  /** The market said that it can be no sale: it waits for a person, and nothing waits for it. */
  aside?: { readonly at: string; readonly refusals: readonly RefusalView[]; readonly status: number };
};

/** A pass as it was last seen here, and what was last known to decide for it. */
export type KeptPass = {
  readonly id: string;
  readonly code: string;
  readonly card: TillPass;
  facts?: PassFacts;
};

/** One thing that the market said, and when by this tablet's clock. */
type Kept = { readonly name: string; readonly at: string; readonly value: unknown };

/** One of the stall's goods at its place on the shelf, which it keeps; `gtin14` is what a scanner reads. */
export type ShelfRow = { readonly place: number; readonly id: string; readonly gtin14: string; readonly product: ProductView };
/** One part of the index of the shelf. Each that is written has a higher revision than all before it. */
type PartRow = { readonly nth: number; readonly revision: number; readonly part: IndexPart };
/** The shelf as tills of version 2 kept it. */
type GoodsPage = { readonly stall: string; readonly page: number; readonly goods: readonly ProductView[] };

/**
 * What a till has on its disk. It outlives the tab, the browser and, since it is flushed before it is said to be there, the power. A version is
 * never changed and no table of sales ever dropped: whichever till opens this, older or newer, finds the sales that were not sent.
 */
class TillDisk extends Dexie {
  readonly sales!: EntityTable<Unsent, 'id'>;
  readonly kept!: EntityTable<Kept, 'name'>;
  readonly packs!: EntityTable<{ readonly hash: string; readonly pack: LawPack }, 'hash'>;
  readonly passes!: EntityTable<KeptPass, 'id'>;
  readonly shelf!: EntityTable<ShelfRow, 'place'>;
  readonly parts!: EntityTable<PartRow, 'nth'>;

  constructor() {
    super('serai.till', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ sales: 'id, stall' });
    this.version(2).stores({
      sales: 'id, stall',
      kept: 'name',
      packs: 'hash',
      passes: 'id, code',
      goods: '[stall+page], stall',
    });
    this.version(3).stores({ shelf: 'place, &id, gtin14', parts: 'nth, revision', goods: null }).upgrade(moveShelf);
  }
}

/** A till that opens for the first time after its upgrade, and without a network, has its goods. */
async function moveShelf(upgrade: Transaction): Promise<void> {
  const pages: readonly GoodsPage[] = await upgrade.table('goods').orderBy('[stall+page]').toArray();
  const goods = pages.flatMap((page) => page.goods);
  await upgrade.table('shelf').bulkPut(goods.map((product, place) => shelfRow(product, place)));
  const value = { stall: pages[0]?.stall, version: 0 };
  await upgrade.table('kept').put({ name: SHELF, at: new Date().toISOString(), value });
  await upgrade.table('kept').delete('goods-index');
}

/** What is kept of the shelf as a whole. */
export const SHELF = 'shelf';

export const shelfRow = (product: ProductView, place: number): ShelfRow => ({
  place,
  id: product.id,
  gtin14: toGtin14(product.gtin) ?? product.gtin,
  product,
});

let opened: TillDisk | undefined;

/** @throws where this browser keeps nothing, or its disk is full. */
export async function onDisk<Value>(run: (disk: TillDisk) => PromiseLike<Value>): Promise<Value> {
  opened ??= new TillDisk();
  return run(opened);
}

/** The same where doing without costs only what the disk is for. */
export async function ifOnDisk<Value>(run: (disk: TillDisk) => PromiseLike<Value>): Promise<Value | undefined> {
  try {
    return await onDisk(run);
  } catch {
    return undefined;
  }
}

/** Keeps what the market said. */
export const keep = (name: string, value: unknown): Promise<unknown> =>
  ifOnDisk(({ kept }) => kept.put({ name, at: new Date().toISOString(), value }));

/** What the market last said, and when. */
export async function keptAs<Value>(name: string): Promise<{ readonly at: string; readonly value: Value } | undefined> {
  const row = await ifOnDisk(({ kept }) => kept.get(name));
  return row === undefined ? undefined : { at: row.at, value: row.value as Value };
}

/** How far this device's own numbers have come; it outlives enrolments, so that no number is printed twice. */
export const NUMBER = 'number ';

/** This tablet is a till no longer: what it knew goes; sales that were not sent, and their numbers, stay. */
export const forgetKnown = (): Promise<unknown> =>
  ifOnDisk(({ kept, packs, passes, shelf, parts }) =>
    Promise.all([
      kept.filter(({ name }) => !name.startsWith(NUMBER)).delete(),
      ...[packs, passes, shelf, parts].map((table) => table.clear()),
    ]),
  );
