import type { Page } from '@playwright/test';

/** How many rows a table of the till's own disk has, whichever version wrote it. */
export const countOnDisk = (till: Page, table: 'sales' | 'packs' | 'passes' | 'shelf' | 'parts'): Promise<number> =>
  till.evaluate(
    (name) =>
      new Promise<number>((done) => {
        const opening = indexedDB.open('serai.till');
        opening.onsuccess = () => {
          const { result } = opening;
          const tell = (count: number) => {
            result.close();
            done(count);
          };
          if (!result.objectStoreNames.contains(name)) return tell(0);
          const counting = result.transaction(name).objectStore(name).count();
          counting.onsuccess = () => tell(counting.result);
        };
      }),
    table,
  );

/** The sales on the till's disk that the market does not have. */
export const salesOnDisk = (till: Page): Promise<readonly { readonly id: string; readonly aside?: unknown }[]> =>
  till.evaluate(
    () =>
      new Promise<{ id: string; aside?: unknown }[]>((done) => {
        const opening = indexedDB.open('serai.till');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('sales').objectStore('sales').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            done(reading.result);
          };
        };
      }),
  );

/** Writes a sale to the till's disk behind its back: undefined takes it away. */
export const changeSaleOnDisk = (till: Page, id: string, row: object | undefined): Promise<void> =>
  till.evaluate(
    ([key, value]) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('serai.till');
        opening.onsuccess = () => {
          const changing = opening.result.transaction('sales', 'readwrite', { durability: 'strict' });
          if (value === null) changing.objectStore('sales').delete(key);
          else changing.objectStore('sales').put(value);
          changing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    [id, row ?? null] as const,
  );
