import { LANGUAGES } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { WordsFor } from '../_ui/words-for.tsx';
import { Till } from './till.tsx';
import type { PaperWords } from './till-views.ts';

/** A receipt is printed in the shopper's language beside English, so the words of paper come in all five. */
export default function TillPage() {
  const paper = Object.fromEntries(LANGUAGES.map(({ code }) => [code, messages[code].till.paper])) as PaperWords;
  return (
    <WordsFor areas={['till', 'drawer', 'offline', 'decision', 'counter', 'camera']}>
      <Till paper={paper} />
    </WordsFor>
  );
}
