import { wantedIn } from './search.ts';

/** So many goods of a shelf are one part of its index: little enough to be made between two keys, or again when a name in it changes. */
export const PART = 500;

/**
 * Which goods of one part of a shelf have which word: the words in order, and the places (within the part) of the goods of each, one list
 * after another. It is data that a disk can keep and a browser can read without making an object for each word.
 */
export type IndexPart = {
  readonly goods: number;
  /** The words in order, one after another, and where each ends. */
  readonly text: string;
  readonly ends: Uint32Array;
  /** Where the list of each word begins, and after the last where it ends. */
  readonly starts: Uint32Array;
  readonly places: Uint16Array;
  /** The categories in it, and which of them each product is of. */
  readonly kinds: readonly string[];
  readonly kindOf: Uint16Array;
  /** The Han characters of its names. */
  readonly signs: string;
};

/** One of a shelf's goods, with the words that it is found by. */
export type Worded = {
  readonly words: readonly string[];
  readonly category: string;
  readonly names: Readonly<Record<string, string>>;
};

/** The part of the index that these goods are. */
export function indexPartOf(goods: readonly Worded[]): IndexPart {
  const lists = new Map<string, number[]>();
  const kinds = new Map<string, number>();
  const signs = new Set<string>();
  const kindOf = new Uint16Array(goods.length);
  for (const [place, product] of goods.entries()) {
    for (const word of product.words) {
      const list = lists.get(word);
      if (list) list.push(place);
      else lists.set(word, [place]);
    }
    if (!kinds.has(product.category)) kinds.set(product.category, kinds.size);
    kindOf[place] = kinds.get(product.category) as number;
    for (const sign of product.names.zh?.match(/\p{Script=Han}/gu) ?? []) signs.add(sign);
  }
  const words = [...lists.keys()].sort();
  const [ends, starts] = [new Uint32Array(words.length), new Uint32Array(words.length + 1)];
  const places = new Uint16Array([...lists.values()].reduce((sum, list) => sum + list.length, 0));
  for (const [nth, word] of words.entries()) {
    const list = lists.get(word) as number[];
    places.set(list, starts[nth]);
    starts[nth + 1] = (starts[nth] as number) + list.length;
    ends[nth] = (ends[nth - 1] ?? 0) + word.length;
  }
  const text = words.join('');
  return { goods: goods.length, text, ends, starts, places, kinds: [...kinds.keys()], kindOf, signs: [...signs].join('') };
}

/** The places of the goods that answer what is typed, those that have its very words before those in which they begin one. */
export function placesOf(parts: readonly IndexPart[], typed: string): readonly number[] {
  const wanted = wantedIn(typed);
  /** How many of the wanted words, in their order, each product has had so far. */
  const [exact, begun] = [new Uint8Array(PART), new Uint8Array(PART)];
  const [best, rest]: [number[], number[]] = [[], []];
  for (const [nth, part] of parts.entries()) {
    exact.fill(0);
    begun.fill(0);
    for (const [place, { word, isWhole }] of wanted.entries()) countIn(part, word, isWhole, { exact, begun, had: place });
    for (let place = 0; place < part.goods; place += 1) {
      if (exact[place] === wanted.length) best.push(nth * PART + place);
      else if (begun[place] === wanted.length) rest.push(nth * PART + place);
    }
  }
  return best.concat(rest);
}

type Counts = { readonly exact: Uint8Array; readonly begun: Uint8Array; readonly had: number };

/** Counts the goods of a part that have one more wanted word, having had all those before it. */
function countIn(part: IndexPart, word: string, isWhole: boolean, { exact, begun, had }: Counts): void {
  const { starts, places } = part;
  const first = firstAt(part, word);
  for (let at = first; at < part.ends.length && part.text.startsWith(word, beginOf(part, at)); at += 1) {
    if (endOf(part, at) - beginOf(part, at) < word.length) break;
    const isSame = at === first && endOf(part, at) - beginOf(part, at) === word.length;
    if (isWhole && !isSame) break;
    for (let i = starts[at] as number; i < (starts[at + 1] as number); i += 1) {
      const place = places[i] as number;
      if (begun[place] === had) begun[place] = had + 1;
      if (isSame && exact[place] === had) exact[place] = had + 1;
    }
  }
}

const beginOf = ({ ends }: IndexPart, at: number): number => (at === 0 ? 0 : (ends[at - 1] as number));
const endOf = ({ ends }: IndexPart, at: number): number => ends[at] as number;

/** Where a word stands, or would stand. */
function firstAt(part: IndexPart, word: string): number {
  let [low, high] = [0, part.ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (part.text.slice(beginOf(part, middle), endOf(part, middle)) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The categories of a shelf, in the order in which it comes to them. */
export const kindsIn = (parts: readonly IndexPart[]): readonly string[] => [...new Set(parts.flatMap(({ kinds }) => kinds))];

/** The places of the goods of a category. */
export function placesOfKind(parts: readonly IndexPart[], kind: string): readonly number[] {
  const found: number[] = [];
  for (const [nth, { kinds, kindOf }] of parts.entries()) {
    const wanted = kinds.indexOf(kind);
    if (wanted < 0) continue;
    for (const [place, each] of kindOf.entries()) if (each === wanted) found.push(nth * PART + place);
  }
  return found;
}

/** The Han characters of a shelf's names. */
export const signsIn = (parts: readonly IndexPart[]): string => [...new Set(parts.flatMap(({ signs }) => [...signs]))].join('');
