import type { FaultFact, FaultReason, Wrong } from '#lib/law/fault.ts';

export type FaultWords = Readonly<Record<FaultReason, string>>;

/** What is wrong with a law pack or a case, in the language of the words: each {fact} filled in, a fault within a fault in words as well. */
export const faultText = (words: FaultWords, { reason, facts }: Wrong): string =>
  words[reason].replace(/\{(\w+)\}/g, (_, name: string) => factText(words, facts[name] ?? ''));

function factText(words: FaultWords, fact: FaultFact): string {
  if (typeof fact === 'string') return fact;
  if (typeof fact === 'number') return String(fact);
  return 'reason' in fact ? faultText(words, fact) : fact.join(', ');
}
