import type { Language } from '#lib/words/languages.ts';
import type { Words } from '#lib/words/messages.ts';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Words;
  }
}
