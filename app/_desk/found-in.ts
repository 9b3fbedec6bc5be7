/** Whether every word of a search stands somewhere in the texts, whatever its case. */
export function isFoundIn(search: string, texts: readonly (string | null)[]): boolean {
  const whole = texts.join(' ').toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => whole.includes(word));
}
