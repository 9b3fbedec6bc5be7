import { getLocale } from 'next-intl/server';
import { LANGUAGES, languageOf } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { Kiosk, type KioskWordSets } from './kiosk.tsx';

/** All five languages at once: the shopper changes language without loading a page, so nothing typed is lost and nothing is in the address. */
export default async function KioskPage() {
  const words = Object.fromEntries(
    LANGUAGES.map(({ code }) => {
      const { everywhere, refusals, law, kiosk } = messages[code];
      return [code, { everywhere, refusals, law, kiosk }];
    }),
  ) as KioskWordSets;
  return <Kiosk words={words} first={languageOf(await getLocale()).code} />;
}
