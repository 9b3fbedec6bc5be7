'use client';
import { CircleHelp, Moon, ReceiptText, Sun, WalletCards } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { Button } from '../_ui/button.tsx';
import { DateText } from '../_ui/figures.tsx';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { FiscalStatus } from './fiscal-status.tsx';
import { LinkStatus } from './link-status.tsx';
import { PrinterKey } from './printer-key.tsx';
import { useStall } from './stall-context.tsx';
import type { Theme } from './use-theme.ts';

type Props = {
  readonly theme: Theme;
  readonly onTheme: () => void;
  readonly onOpen: (what: 'sales' | 'session' | 'help' | 'printer' | 'unsent') => void;
  /** A law that holds today is not on this tablet. */
  readonly lacksLaw: boolean;
};

/** Where this till stands, whether the market hears it, and the ways to everything that is not the sale. */
export const TillBar = memo(function TillBar({ theme, onTheme, onOpen, lacksLaw }: Props) {
  const t = useTranslations('till.bar');
  const { till, place, link, heardAt, offsetMinutes } = useStall();
  const w = useTranslations('offline.link');
  return (
    <header className="border-line border-b lg:col-span-2">
      <div className="flex flex-wrap items-center gap-1 ps-6 pe-3 max-lg:py-2 lg:min-h-16 lg:flex-nowrap">
        <div className="me-auto grid min-w-0 leading-tight">
          <h1 className="truncate font-bold">
            <bdi>{place}</bdi>
          </h1>
          <p className="truncate text-s text-soft">
            {link === 'online' ? (
              <>
                {t('marketDay')} <DateText at={till.marketDay} show="day" />
              </>
            ) : (
              <span className="text-saffron-ink">
                {w('asOf')} {heardAt && <DateText at={heardAt} show="time" offsetMinutes={offsetMinutes} />}
              </span>
            )}
            {lacksLaw && <b className="text-saffron-ink"> · {t('lawMissing')}</b>}
          </p>
        </div>
        <LinkStatus onUnsent={() => onOpen('unsent')} />
        <Button look="quiet" className="px-3!" onPress={() => onOpen('sales')}>
          <ReceiptText aria-hidden size={22} />
          {t('sales')}
          <span className="max-xl:hidden">
            <Key name="F8" />
          </span>
        </Button>
        <Button
          look="quiet"
          className="max-w-72 px-3!"
          onPress={() => onOpen('session')}
          aria-label={t('session', { name: till.operator?.name ?? '', number: till.session?.number ?? 0 })}
        >
          <WalletCards aria-hidden size={22} className="shrink-0" />
          <span className="truncate">
            <bdi>{till.operator?.name}</bdi> · <bdi dir="ltr">{String(till.session?.number ?? 0).padStart(4, '0')}</bdi>
          </span>
          <span className="max-xl:hidden">
            <Key name="F10" />
          </span>
        </Button>
        <PrinterKey onPress={() => onOpen('printer')} />
        <LanguageSwitch />
        <Button look="quiet" className="px-3!" onPress={onTheme} aria-label={theme === 'dark' ? t('toLight') : t('toDark')}>
          {theme === 'dark' ? <Sun aria-hidden size={22} /> : <Moon aria-hidden size={22} />}
        </Button>
        <Button look="quiet" className="px-3!" onPress={() => onOpen('help')} aria-label={t('help')}>
          <CircleHelp aria-hidden size={22} />
        </Button>
      </div>
      <FiscalStatus />
    </header>
  );
});

/** The key that does the same. */
export function Key({ name }: { readonly name: string }) {
  return (
    <kbd aria-hidden dir="ltr" className="rounded border border-current px-1.5 font-sans text-[0.75rem] leading-5">
      {name}
    </kbd>
  );
}
