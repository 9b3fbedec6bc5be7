import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { isLanguage, languageFrom } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';

// Instants are shown by DateText with the side's own offset; UTC here keeps every other formatter from guessing.
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get('lang')?.value;
  const locale = isLanguage(chosen) ? chosen : languageFrom((await headers()).get('accept-language'));
  return { locale, timeZone: 'UTC', messages: { ...messages[locale] } };
});
