import { wantedIn } from './search.ts';

/** Which goods have which word: the words in order, and the places of the goods of each, one list after another. It is data: a disk can keep it. */
export type WordIndex = {
  readonly goods: number;
  readonly words: readonly string[];
  /** Where the list of each word begins, and after the last where it ends. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
};

/** The index of goods, each given by the words that it is found by. */
export function wordIndexOf(wordsOfGoods: readonly (readonly string[])[]): WordIndex {
  const lists = new Map<string, number[]>();
  for (const [place, words] of wordsOfGoods.entries())
    for (const word of words) {
      const list = lists.get(word);
      if (list) list.push(place);
      else lists.set(word, [place]);
    }
  const words = [...lists.keys()].sort();
  const starts = new Uint32Array(words.length + 1);
  const places = new Uint32Array(wordsOfGoods.reduce((sum, each) => sum + each.length, 0));
  for (const [nth, word] of words.entries()) {
    const list = lists.get(word) as number[];
    places.set(list, starts[nth]);
    starts[nth + 1] = (starts[nth] as number) + list.length;
  }
  return { goods: wordsOfGoods.length, words, starts, places };
}

/** The places of the goods that answer what is typed, those that have its very words before those in which they begin one. */
export function placesOf(index: WordIndex, typed: string): readonly number[] {
  const wanted = wantedIn(typed);
  /** How many of the wanted words, in their order, each product has had so far. */
  const exact = new Uint8Array(index.goods);
  const begun = new Uint8Array(index.goods);
  for (const [nth, { word, isWhole }] of wanted.entries()) {
    const first = firstAt(index.words, word);
    for (let at = first; index.words[at]?.startsWith(word); at += 1) {
      const isSame = at === first && index.words[at] === word;
      if (isWhole && !isSame) break;
      for (let i = index.starts[at] as number; i < (index.starts[at + 1] as number); i += 1) {
        const place = index.places[i] as number;
        if (begun[place] === nth) begun[place] = nth + 1;
        if (isSame && exact[place] === nth) exact[place] = nth + 1;
      }
    }
  }
  const [best, rest]: [number[], number[]] = [[], []];
  for (let place = 0; place < index.goods; place += 1) {
    if (exact[place] === wanted.length) best.push(place);
    else if (begun[place] === wanted.length) rest.push(place);
  }
  return [...best, ...rest];
}

/** Where a word stands, or would stand. */
function firstAt(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as string) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
