import { quantityMilliOf } from '#lib/catalogue/measure.ts';
import type { askedLine } from './basket-prices.ts';

export type Line = ReturnType<typeof askedLine>;
export type Wanted = readonly { readonly pass: string; readonly lines: readonly Line[] }[];

/** One basket of one pass, by the name that the market holds it under. */
type Lease = {
  readonly basket: string;
  /** What the market last said that it holds. */
  readonly held: readonly Line[];
  /** What it would not hold. */
  readonly refused: readonly Line[];
  /** What was asked since, and not answered: the market may hold any of these instead. */
  readonly asked: readonly (readonly Line[])[];
  /** How many questions were asked about it. */
  readonly turn: number;
};

/** What the market holds for this till: by pass, and under names that no basket has any more. */
export type LeaseBook = {
  readonly byPass: Readonly<Record<string, Lease>>;
  readonly ended: readonly { readonly pass: string; readonly basket: string }[];
};
export type Ask = { readonly pass: string; readonly basket: string; readonly lines: readonly Line[]; readonly turn?: number };
/** How the market answered: it holds just that, the name is good no longer, or it would not. */
export type Outcome = 'held' | 'ended' | 'refused';

const NOTHING = { held: [], refused: [], asked: [], turn: 0 } as const;
export const EMPTY_BOOK: LeaseBook = { byPass: {}, ended: [] };

/** The book with a name for each pass that wants something. */
export function named(book: LeaseBook, passes: readonly string[], newName: () => string): LeaseBook {
  const missing = passes.filter((pass) => book.byPass[pass] === undefined);
  if (missing.length === 0) return book;
  const fresh = missing.map((pass) => [pass, { ...NOTHING, basket: newName() }] as const);
  return { ...book, byPass: { ...book.byPass, ...Object.fromEntries(fresh) } };
}

/** What to ask next, so that the market holds what is wanted and nothing else; giving back comes first. */
export function nextAsk({ byPass, ended }: LeaseBook, wanted: Wanted): Ask | undefined {
  const [gone] = ended;
  if (gone) return { ...gone, lines: [] };
  const asks = Object.entries(byPass).flatMap(([pass, { basket, held, refused, asked, turn }]) => {
    const lines = wanted.find((each) => each.pass === pass)?.lines ?? [];
    const isHeldNow = asked.length === 0 && isSame(held, lines);
    return isHeldNow || (lines.length > 0 && isSame(refused, lines)) ? [] : [{ pass, basket, lines, turn: turn + 1 }];
  });
  return asks.find(({ lines }) => lines.length === 0) ?? asks[0];
}

/** The book while a question is on its way: whether it arrives, nobody knows until it is answered. */
export function asking(book: LeaseBook, { pass, basket, lines, turn = 0 }: Ask): LeaseBook {
  const lease = book.byPass[pass];
  return lease?.basket === basket ? withLease(book, pass, { ...lease, turn, asked: [...lease.asked, lines] }) : book;
}

/** The book after an answer. One that comes after the sale changes nothing: the sale ends its names at the market, whichever is first there. */
export function answered(book: LeaseBook, { pass, basket, lines }: Ask, outcome: Outcome, newName: () => string): LeaseBook {
  const ended = book.ended.filter((each) => each.basket !== basket);
  const lease = book.byPass[pass];
  if (lease?.basket !== basket) return { ...book, ended };
  // With no lines, the name went with the goods.
  if (outcome === 'ended' || lines.length === 0) return withLease(book, pass, { ...NOTHING, basket: newName() });
  if (outcome === 'held') return withLease(book, pass, { ...lease, held: lines, refused: [], asked: [] });
  // Refused, it holds what it held, or what an earlier question that was never answered made of it.
  return withLease(book, pass, { ...lease, asked: lease.asked.slice(0, -1), refused: lines });
}

/** These went with a sale: the market ends them, and the next basket of their pass has another name. */
export function spent(book: LeaseBook, baskets: readonly string[]): LeaseBook {
  const left = Object.entries(book.byPass).filter(([, { basket }]) => !baskets.includes(basket));
  return { ...book, byPass: Object.fromEntries(left) };
}

/** Whether the market holds all that a pass wants, whichever of the questions on their way has arrived. */
export function isHeld({ byPass }: LeaseBook, pass: string, lines: readonly Line[]): boolean {
  const { held, asked } = byPass[pass] ?? NOTHING;
  return lines.length > 0 && isSame(held, lines) && asked.every((each) => isWithin(lines, each));
}

/** No more of any product than there is. */
function isWithin(lines: readonly Line[], there: readonly Line[]): boolean {
  const sumOf = (all: readonly Line[], of: Line) =>
    all.reduce((sum, line) => sum + (keyOf(line) === keyOf(of) ? (quantityMilliOf(line.quantity) ?? 0) : 0), 0);
  return lines.every((line) => sumOf(lines, line) <= sumOf(there, line));
}

const withLease = (book: LeaseBook, pass: string, lease: Lease): LeaseBook => ({
  ...book,
  byPass: { ...book.byPass, [pass]: lease },
});

/** Line by line: which product, how much of it, where it goes and what comes off. */
const isSame = (one: readonly Line[], other: readonly Line[]): boolean => textOf(one) === textOf(other);
const textOf = (lines: readonly Line[]): string =>
  JSON.stringify(lines.map((line) => [keyOf(line), line.quantity].join(' ')).sort());
const keyOf = ({ product, fate, discount }: Line): string =>
  [product, fate ?? 'carried', ...(discount === undefined ? [] : [discount.amount.amount])].join(' ');
