'use client';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { faultWords } from '../_ui/fault.ts';

/** What went wrong with a call, and the way to try again. */
export function FaultNote({ status, onAgain }: { readonly status: number; readonly onAgain?: (() => void) | undefined }) {
  const t = useTranslations('everywhere');
  return (
    <div role="alert" className="flex flex-wrap items-center gap-4 rounded-box border-2 border-red bg-red-tint p-4">
      <div className="grid flex-1 gap-0.5">
        <p className="font-bold">{t('faults.title')}</p>
        <p>{t(`faults.${faultWords(status, 'person')}`)}</p>
      </div>
      {onAgain && <Button onPress={onAgain}>{t('tryAgain')}</Button>}
    </div>
  );
}
