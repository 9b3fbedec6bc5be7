import { newId } from '../_ui/api.ts';
import { ifOnDisk } from './disk.ts';
import { EMPTY_BOOK, type LeaseBook } from './lease-book.ts';

const BOOK = 'serai.till.leases';
const TAB = 'serai.till.tab';
const ROW = 'leases ';
const GOES_MS = 1000;
const lockOf = (tab: string): string => `serai.tab.${tab}`;

/**
 * What the market holds for the basket of this tab: a reload keeps both. A tab that was made from another, with a copy of all that it held, is
 * a tab of its own and holds nothing.
 */
export async function openBook(): Promise<LeaseBook> {
  if (await isAlone(thisTab())) return bookOfTab();
  sessionStorage.setItem(TAB, newId());
  await isAlone(thisTab());
  return EMPTY_BOOK;
}

function bookOfTab(): LeaseBook {
  try {
    return { ...EMPTY_BOOK, ...(JSON.parse(sessionStorage.getItem(BOOK) ?? '{}') as Partial<LeaseBook>) };
  } catch {
    return EMPTY_BOOK;
  }
}

/** In the tab, for its reload; on the disk, for whoever opens this till after the tab is gone. */
export function keepBook(book: LeaseBook): void {
  try {
    sessionStorage.setItem(BOOK, JSON.stringify(book));
  } catch {
    // Without a store a reload begins another basket, and somebody in the office recalls what is held for this one.
  }
  void ifOnDisk(({ kept }) => kept.put({ name: `${ROW}${thisTab()}`, at: new Date().toISOString(), value: book }));
}

/** Says to other tabs that this one is alive, for as long as it is; false where another says so already. A page that reloads takes a moment to go. */
function isAlone(tab: string): Promise<boolean> {
  return new Promise((tell) => {
    const forever = () => {
      tell(true);
      return new Promise(() => undefined);
    };
    navigator.locks.request(lockOf(tab), { signal: AbortSignal.timeout(GOES_MS) }, forever).catch(() => tell(false));
  });
}

/**
 * Hands over what is held for baskets of tabs that are gone and is in no sale that waits: nobody will sell it. Those tabs are forgotten only
 * after this one has it in its book.
 */
export async function takeOverLeft(take: (left: LeaseBook['ended']) => void): Promise<void> {
  const rows = (await ifOnDisk(({ kept }) => kept.where('name').startsWith(ROW).toArray())) ?? [];
  const { held = [] } = await navigator.locks.query();
  const alive = new Set(held.map(({ name }) => name));
  const gone = rows.filter(({ name }) => name !== `${ROW}${thisTab()}` && !alive.has(lockOf(name.slice(ROW.length))));
  const waiting = JSON.stringify((await ifOnDisk(({ sales }) => sales.toArray())) ?? []);
  const left = gone.flatMap(({ value }) => {
    const { byPass, ended } = value as LeaseBook;
    return [...Object.entries(byPass).map(([pass, { basket }]) => ({ pass, basket })), ...ended];
  });
  take(left.filter(({ basket }) => !waiting.includes(basket)));
  await ifOnDisk(({ kept }) => kept.bulkDelete(gone.map(({ name }) => name)));
}

function thisTab(): string {
  try {
    const known = sessionStorage.getItem(TAB);
    if (known !== null) return known;
    const made = newId();
    sessionStorage.setItem(TAB, made);
    return made;
  } catch {
    return 'unkept';
  }
}
