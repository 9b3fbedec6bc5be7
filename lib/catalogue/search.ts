/** Raised by any change of what `searchWordsOf` answers: a market that opens with words of another version writes them anew. */
export const SEARCH_VERSION = 1;

/** A word that somebody looks for. What they may still be typing need only begin a word; two Han characters stand as they are. */
export type Wanted = { readonly word: string; readonly isWhole: boolean };

const LONGEST = 32;

/**
 * The words that goods are found by, each once, in order: every word of every name and the barcode, folded; of Han, which has no spaces,
 * each two characters that stand together, and the last by itself, so that one character finds every run that it is in.
 */
export function searchWordsOf({ names, gtin }: Goods): readonly string[] {
  const words = new Set<string>();
  for (const text of [...Object.values(names), gtin])
    for (const run of runsOf(text))
      for (const word of isHan(run) ? [...pairsOf(run), run.at(-1) as string] : [run.join('')]) words.add(word);
  return [...words].sort();
}

type Goods = { readonly names: Readonly<Record<string, string>>; readonly gtin: string };

/** What is looked for, each word once. */
export function wantedIn(typed: string): readonly Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const run of runsOf(typed)) {
    const isPaired = isHan(run) && run.length > 1;
    for (const word of isPaired ? pairsOf(run) : [run.join('')]) wanted.set(word, { word, isWhole: isPaired });
  }
  return [...wanted.values()];
}

/** Where the words that begin so end. */
export const endOf = (beginning: string): string => `${beginning}\u{10ffff}`;

/** How goods with these words answer a search: every word of it is one of theirs, or begins one; undefined if any does neither. */
export function answerOf(words: readonly string[], wanted: readonly Wanted[]): 'exact' | 'begun' | undefined {
  if (wanted.every(({ word }) => words.includes(word))) return 'exact';
  const isMet = ({ word, isWhole }: Wanted) => words.some((each) => (isWhole ? each === word : each.startsWith(word)));
  return wanted.every(isMet) ? 'begun' : undefined;
}

/** A run of letters and digits, or of Han, by its characters. */
type Run = readonly string[];

const isHan = ([first = '']: Run): boolean => /\p{Script=Han}/u.test(first);

function runsOf(text: string): readonly Run[] {
  const runs = folded(text).match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{Mc}])+/gu) ?? [];
  return runs.map((run) => {
    const characters = [...run.replace(/^0+(?=\d+$)/, '')];
    return isHan(characters) ? characters : characters.slice(0, LONGEST);
  });
}

const pairsOf = (run: Run): readonly string[] => run.slice(1).map((character, i) => `${run[i]}${character}`);

/**
 * One spelling of what people write alike: width, case, accents, vowel marks, invisible joiners, digits of any script, and letters that a
 * keyboard lacks or that look the same.
 */
function folded(text: string): string {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mn}\p{Cf}\u0640]/gu, '')
    .normalize('NFC');
  return bare.replace(/[^\0-~]/gu, (character) => LETTERS[character] ?? digitOf(character) ?? character);
}

/** Kazakh letters as a Russian keyboard has them; Arabic letters, which Urdu writes with others that look the same. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' },
  ...{ ي: 'ی', ى: 'ی', ك: 'ک', ه: 'ہ', ة: 'ہ', ۃ: 'ہ', ە: 'ہ', ھ: 'ہ', ٱ: 'ا', ں: 'ن' },
};

/** The noughts of scripts in use; each is followed by its digits in order. */
const NOUGHTS = [...'٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐'].map((nought) => nought.codePointAt(0) as number);

function digitOf(character: string): string | undefined {
  if (!/\p{Nd}/u.test(character)) return undefined;
  const code = character.codePointAt(0) as number;
  const nought = NOUGHTS.find((each) => code >= each && code < each + 10);
  return nought === undefined ? undefined : String(code - nought);
}
