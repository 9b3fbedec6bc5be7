'use client';
import { useLocale } from 'next-intl';
import { useEffect } from 'react';
import { languageOf } from '#lib/words/languages.ts';

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

/** Remembers a language that was chosen while nobody answered; the server's proxy remembers the others. */
export function useLanguageKept(): void {
  const { code } = languageOf(useLocale());
  useEffect(() => {
    if (new URL(window.location.href).searchParams.get('lang') !== code) return;
    const secure = window.location.protocol === 'https:' ? '; secure' : '';
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store knows no way to set one that is not secure, and at localhost the proxy's is not
    document.cookie = `lang=${code}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax${secure}`;
  }, [code]);
}
