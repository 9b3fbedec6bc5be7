'use client';
import { Printer, PrinterCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { usePrinter } from './printer-context.tsx';

/** The way to the printer, and its trouble where it has one, before the next shopper pays: in words where the bar has room for them. Where it has none for the key, F9 is left. */
export function PrinterKey({ onPress }: { readonly onPress: () => void }) {
  const t = useTranslations('till.printer');
  const { state } = usePrinter();
  const isTroubled = state !== null && state !== 'ready' && state !== 'mute';
  return (
    <Button
      look={isTroubled ? 'secondary' : 'quiet'}
      className={isTroubled ? 'shrink-0 border-saffron! px-3! text-saffron-ink! lg:max-xl:hidden' : 'px-3! lg:max-xl:hidden'}
      onPress={onPress}
      aria-label={state === null ? t('title') : `${t('title')}: ${t(`short.${state}`)}`}
    >
      {isTroubled ? (
        <>
          <TriangleAlert aria-hidden size={20} />
          <span className="max-2xl:hidden">{t(`short.${state}`)}</span>
        </>
      ) : state === null ? (
        <Printer aria-hidden size={22} />
      ) : (
        <PrinterCheck aria-hidden size={22} />
      )}
    </Button>
  );
}
