import { productsAfter, saveSearchWords } from '#db/stores/catalogue.ts';
import { saveSearchVersion, searchVersionOf } from '#db/stores/market.ts';
import { SEARCH_VERSION } from '#lib/catalogue/search.ts';
import type { Context } from '#lib/operations/context.ts';

const AT_ONCE = 500;

/** Writes the words that goods are found by, where they are still those of an older version or none. One that was cut short begins again. */
export async function writeSearchWords({ read, transact }: Pick<Context, 'read' | 'transact'>): Promise<void> {
  if ((await read(searchVersionOf)) === SEARCH_VERSION) return;
  let last: string | undefined = '';
  while (last !== undefined) {
    const after: string = last;
    last = await transact(async (tx) => {
      const products = await productsAfter(tx, after, AT_ONCE);
      for (const product of products) await saveSearchWords(tx, product);
      return products.at(-1)?.id;
    });
  }
  await transact((tx) => saveSearchVersion(tx, SEARCH_VERSION));
}
