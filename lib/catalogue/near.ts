const MOST = 3;

/** Those of some words that somebody may have meant, nearest first: one begins as the other does, or few letters differ. */
export function nearOf(typed: string, words: readonly string[]): readonly string[] {
  const wanted = plainOf(typed);
  if (wanted === '') return [];
  const once = new Map(words.map((word) => [plainOf(word), word]));
  return [...once.values()]
    .map((word) => ({ word, far: farOf(wanted, plainOf(word)) }))
    .filter(({ far }) => far <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ word }) => word);
}

/** One spelling of what a heading or a kind of goods is called: width, case and separators apart. */
export const plainOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function farOf(a: string, b: string): number {
  if (a.startsWith(b) || b.startsWith(a)) return Math.min(1, Math.abs(a.length - b.length));
  return letterChanges([...a], [...b]);
}

/** How many letters are put in, left out or changed (Levenshtein). */
function letterChanges(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, at) => at + 1);
  for (const [line, letter] of a.entries()) {
    let [corner, before] = [line, line + 1];
    row = b.map((other, at) => {
      const over = row[at] as number;
      const here = Math.min(over + 1, before + 1, corner + (letter === other ? 0 : 1));
      [corner, before] = [over, here];
      return here;
    });
  }
  return row.at(-1) ?? a.length;
}
