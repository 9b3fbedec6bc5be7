'use client';
import { useTranslations } from 'next-intl';
import { Logo } from '../_ui/logo.tsx';
import { EmptyState } from '../_ui/surfaces.tsx';

/** A screen that the market does not know yet: says how staff make it known. */
export function NotEnrolledScreen() {
  const t = useTranslations('kiosk.enrol');
  return (
    <main data-kiosk className="grid min-h-dvh place-items-center p-6">
      <EmptyState
        title={t('title')}
        picture={<Logo size="4.5rem" />}
        act={
          <a
            href="/enrol"
            className="mt-4 grid min-h-16 place-items-center rounded-box bg-teal px-8 font-bold text-l text-on-teal hover:bg-teal-deep"
          >
            {t('act')}
          </a>
        }
      >
        {t('note')}
      </EmptyState>
    </main>
  );
}

/** No market behind the screen: send people on, keep trying. */
export function UnwellScreen() {
  const t = useTranslations('kiosk.unwell');
  return (
    <main data-kiosk className="grid min-h-dvh place-items-center p-6">
      <EmptyState title={t('title')} picture={<Logo size="4.5rem" />}>
        {t('note')}
      </EmptyState>
    </main>
  );
}
