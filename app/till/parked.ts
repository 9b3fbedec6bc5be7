import { liveQuery } from 'dexie';
import { newId } from '../_ui/api.ts';
import type { Basket } from './basket.ts';
import { ifOnDisk, onDisk } from './disk.ts';

/** A basket that was put aside for a shopper who comes back. The market holds nothing for it. */
export type Parked = { readonly id: string; readonly stall: string; readonly at: string; readonly basket: Basket };

const ROW = 'parked ';

/** Puts a basket aside on this tablet. @throws where the disk does not take it: then it stays on the counter. */
export async function park(of: Omit<Parked, 'id'>): Promise<void> {
  const parked: Parked = { id: newId(), ...of };
  await onDisk(({ kept }) => kept.put({ name: `${ROW}${parked.id}`, at: parked.at, value: parked }));
}

/** Takes it back; undefined where another tab was first. */
export const takeParked = (id: string): Promise<Basket | undefined> =>
  ifOnDisk((disk) =>
    disk.transaction('rw', disk.kept, async () => {
      const row = await disk.kept.get(`${ROW}${id}`);
      await disk.kept.delete(`${ROW}${id}`);
      return (row?.value as Parked | undefined)?.basket;
    }),
  );

/** Tells what is parked at a stall, the newest first, now and whenever that changes, in whichever tab. */
export function watchParked(stall: string, tell: (parked: readonly Parked[]) => void): () => void {
  const seen = liveQuery(() => ifOnDisk(({ kept }) => kept.where('name').startsWith(ROW).reverse().toArray()));
  const { unsubscribe } = seen.subscribe((rows) =>
    tell((rows ?? []).map(({ value }) => value as Parked).filter((parked) => parked.stall === stall)),
  );
  return () => unsubscribe();
}
