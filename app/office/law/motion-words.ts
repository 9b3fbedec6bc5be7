'use client';
import { useTranslations } from 'next-intl';
import { useAnswerWords } from '../../_decision/answer-words.ts';
import type { LawNow, Motion } from './law-views.ts';

export type MotionState = 'open' | 'ahead' | 'law' | 'withdrawn' | 'lapsed';

/** Where a motion stands, on the market's own days. */
export function stateOf({ withdrawn, enactedAt, effectiveFrom }: Motion, { firstDay, sides }: LawNow): MotionState {
  if (withdrawn !== null) return 'withdrawn';
  if (enactedAt === null) return effectiveFrom !== null && effectiveFrom < firstDay ? 'lapsed' : 'open';
  return effectiveFrom === null || sides.every(({ day }) => effectiveFrom <= day) ? 'law' : 'ahead';
}

/** What would be changed, in a line. */
export function useMotionWords(): (motion: Motion) => string {
  const t = useTranslations('lawRoom.motions');
  const answer = useAnswerWords();
  return ({ subject }) => {
    if (subject.kind === 'pack') return t('pack', { version: subject.pack, draft: `\u2068${subject.draft}\u2069` });
    if (subject.kind === 'answer')
      return t('answer', { setting: `\u2066${subject.setting}\u2069`, value: answer(subject.value) });
    return t('rates', { count: subject.rates.length });
  };
}
