'use client';
import { useTranslations } from 'next-intl';
import type { DutyStep } from '#lib/law/decision.ts';
import { type ReadMeasure, readBasis, readRate } from '#lib/law/duty-words.ts';
import { percents, useMeasureWords } from './figures.tsx';

/** What a step of the duty is reckoned on, and at which rate, in the reader's words. What the engine has written otherwise stays as it is. */
export function useDutyStepWords(): { basis: (step: DutyStep) => string; rate: (step: DutyStep) => string } {
  const t = useTranslations('law.duties');
  const measured = useMeasureWords();
  const minimum = ({ per, value, unit }: ReadMeasure & { readonly per: 'kg' | 'litre' | 'piece' }): string =>
    t(`per-${per}`, { amount: measured({ value, unit }) });
  return {
    basis({ basis }) {
      const read = readBasis(basis);
      return read === undefined ? basis : measured(read);
    },
    rate({ rate }) {
      const read = readRate(rate);
      if (read === undefined) return rate;
      const other = read.minimums.map(minimum).join(' + ');
      if (read.permille === undefined) return other;
      return other === '' ? percents([read.permille]) : t('at-least', { rate: percents([read.permille]), other });
    },
  };
}
