/**
 * Initials in any script, given names first, three at most: 'Anna Maria', 'Eriksson' -> 'A. M. E.'. A till shows these and never
 * the name. Empty when there is no letter.
 */
export function initialsOf({ surname, givenNames }: { readonly surname: string; readonly givenNames: string }): string {
  const given = partsOf(givenNames).slice(0, 2);
  const family = partsOf(surname).slice(0, 1);
  return [...given, ...family].map((part) => `${initialOf(part)}.`).join(' ');
}

/** The same answer with nobody's initials in it: what was said of somebody who has been forgotten. */
export function withoutInitials(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(withoutInitials);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, key === 'initials' ? '' : withoutInitials(value)]),
  );
}

const partsOf = (name: string) =>
  name
    .normalize('NFC')
    .split(/[\s-]+/)
    .filter((part) => /\p{L}/u.test(part));

const initialOf = (part: string) => {
  const letter = /\p{L}\p{M}*/u.exec(part)?.[0] ?? '';
  return /^[^\p{M}]/u.exec(letter.toUpperCase())?.[0] ?? letter;
};
