'use client';
import { useLocale, useMessages } from 'next-intl';
import { useMemo } from 'react';
import { LANGUAGES } from '#lib/words/languages.ts';
import type { PaperWords, TillMarket } from './till-views.ts';

/** What may have to be written in Han while nobody answers: on paper at every till, and on the screen of one that speaks Chinese. */
export function useWordsToKeep(paper: PaperWords, market: TillMarket | null): string {
  const messages = useMessages();
  const isChinese = useLocale().startsWith('zh');
  return useMemo(
    () => JSON.stringify([LANGUAGES, paper.zh, ...(isChinese ? [messages, market?.rules, market?.categories] : [])]),
    [paper, messages, market?.rules, market?.categories, isChinese],
  );
}
