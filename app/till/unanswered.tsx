'use client';
import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { faultWords } from '../_ui/fault.ts';
import type { Act } from './use-act.ts';

type Props = {
  readonly act: Act;
  readonly fault: number | null;
  /** Does it here, without an answer; undefined where that is not allowed. */
  readonly onFinish?: (() => void) | undefined;
};

/** What happens while the market has not answered, or answered that it could not. */
export function Unanswered({ act, fault, onFinish }: Props) {
  const t = useTranslations();
  if (act.state === 'again') {
    return (
      <div
        role="alert"
        className="flex flex-wrap items-center gap-4 rounded-box border-2 border-saffron bg-saffron-tint p-4 text-saffron-ink"
      >
        <RefreshCw aria-hidden size={26} className="shrink-0" />
        <p className="min-w-0 flex-1">{t('till.again.note')}</p>
        <Button onPress={act.hurry}>{t('till.again.act')}</Button>
        {onFinish && <Button onPress={onFinish}>{t('offline.sale.finish')}</Button>}
      </div>
    );
  }
  if (fault === null || act.state !== 'idle') return null;
  return (
    <p role="alert" className="rounded-box border-2 border-red bg-red-tint p-4 text-red">
      <b>{t('everywhere.faults.title')}.</b> {t(`everywhere.faults.${faultWords(fault)}`)}
    </p>
  );
}
