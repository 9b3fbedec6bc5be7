'use client';
import { ReceiptText, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useStall } from './stall-context.tsx';
import { useFiscalWait } from './use-fiscal-wait.ts';

/** How long fiscal documents of this side have waited for their operator: quietly at first, loudly while there is still time to do something. */
export function FiscalStatus() {
  const t = useTranslations('till.fiscal');
  const { fiscal } = useStall().till;
  const waits = useFiscalWait();
  if (!fiscal || !waits || waits.wait === 'clear') return null;
  const { wait, hours } = waits;
  const { shutHours } = fiscal;
  const text = wait === 'shut' ? t('shut', { hours }) : t('wait', { hours, most: shutHours });
  if (wait === 'late')
    return (
      <p role="status" className="flex items-center gap-2 px-6 pb-2 text-s text-soft">
        <ReceiptText aria-hidden size={18} className="shrink-0" />
        {text}
      </p>
    );
  return (
    <p
      role="alert"
      className={
        wait === 'shut'
          ? 'flex items-center gap-3 border-red border-t-2 bg-red-tint px-6 py-2 font-bold text-red'
          : 'flex items-center gap-3 border-saffron border-t-2 bg-saffron-tint px-6 py-2 font-bold text-saffron-ink'
      }
    >
      <TriangleAlert aria-hidden size={22} className="shrink-0" />
      {text}
    </p>
  );
}
