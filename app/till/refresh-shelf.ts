import { SEARCH_VERSION } from '#lib/catalogue/search.ts';
import { type IndexPart, PART } from '#lib/catalogue/shelf-index.ts';
import { type Answer, callApi } from '../_ui/api.ts';
import { emptyShelf, keepPage, keptShelf, mendKept, mendParts, partOf, type ShelfState } from './shelf-disk.ts';
import type { ProductView } from './till-views.ts';

type Page = { readonly products: readonly ProductView[]; readonly next: string | null; readonly asOf: string };
const PAGE = 500;
const LOCK = 'serai.shelf';

/** An act may be recorded a little after the instant that it bears. */
const OVERLAP_MS = 120_000;
/** As long as only changes are asked for: a market that was put back from a backup takes some back. */
const WHOLE_AGAIN_MS = 24 * 3_600_000;

export type Refreshed = 'done' | 'unanswered' | 'unkept';

/**
 * Brings this tablet's shelf up to the market: all of it the first time (going on where it was broken off) and once a day, else what was
 * changed since. One tab does it at a time. `onKept` is told whenever more of it is here.
 */
export const refreshShelf = (stall: string, onKept: () => Promise<void>): Promise<Refreshed> =>
  navigator.locks.request(LOCK, async () => {
    try {
      const kept = await keptShelf(stall);
      if (kept !== undefined) await mendKept(kept);
      await onKept();
      return await fetched(kept ?? emptyShelf(stall), onKept);
    } catch {
      return 'unkept';
    }
  });

async function fetched(from: ShelfState, onKept: () => Promise<void>): Promise<Refreshed> {
  const isWhole = from.since === '' || from.after !== '' || Date.parse(from.since) - Date.parse(from.begun) > WHOLE_AGAIN_MS;
  const changed = isWhole ? {} : { changedAfter: new Date(Date.parse(from.since) - OVERLAP_MS).toISOString() };
  let state: ShelfState = { ...from, version: SEARCH_VERSION };
  let [began, after] = ['', from.after];
  do {
    const page = await pageOf(from.stall, { after, ...changed });
    if (page === undefined) return 'unanswered';
    began ||= page.asOf;
    after = page.next ?? '';
    // A fill that goes on has missed nothing since its own beginning, which may have been another day.
    const begun = isWhole && from.after === '' ? began : from.begun;
    const upTo = isWhole ? begun : began;
    state = {
      ...state,
      begun,
      currency: state.currency ?? page.products[0]?.price.currency,
      after: isWhole ? after : '',
      // A market whose clock was put back is asked for everything.
      since: after !== '' ? from.since : upTo < from.since ? '' : upTo,
    };
    await keepPage(page.products, state, isWhole);
    await mendParts(after !== '');
    await onKept();
  } while (after !== '');
  return 'done';
}

async function pageOf(stall: string, asked: Readonly<Record<string, string>>): Promise<Page | undefined> {
  const words = new URLSearchParams({ stall, limit: String(PAGE) });
  for (const [name, value] of Object.entries(asked)) if (value !== '') words.set(name, value);
  const answer: Answer<Page> = await callApi<Page>('GET', `products?${words}`);
  return answer.kind === 'done' ? answer.body : undefined;
}

/** A shelf in memory alone, for a tablet whose disk takes nothing: it sells as long as the market answers. */
export type LooseShelf = { readonly goods: readonly ProductView[]; readonly parts: readonly IndexPart[] };

export async function looseShelf(stall: string): Promise<LooseShelf | undefined> {
  const goods: ProductView[] = [];
  const parts: IndexPart[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: Page | undefined = await pageOf(stall, { after });
    if (page === undefined) return undefined;
    goods.push(...page.products);
    after = page.next;
  }
  for (let from = 0; from < goods.length; from += PART) parts.push(await partOf(goods.slice(from, from + PART)));
  return { goods, parts };
}
