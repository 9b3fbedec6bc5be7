'use client';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Logo } from '../_ui/logo.tsx';
import { EmptyState } from '../_ui/surfaces.tsx';

/** A tablet that the market does not know yet: says how it becomes a till. */
export function NotEnrolledScreen() {
  const t = useTranslations('till.enrol');
  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr] p-4">
      <div className="justify-self-end">
        <LanguageSwitch />
      </div>
      <div className="grid place-items-center">
        <EmptyState
          title={<span className="text-xl">{t('title')}</span>}
          picture={<Logo size="4.5rem" />}
          act={
            <a
              href="/enrol"
              className="mt-4 grid min-h-18 place-items-center rounded-box bg-teal px-8 font-bold text-l text-on-teal hover:bg-teal-deep"
            >
              {t('act')}
            </a>
          }
        >
          <ol className="grid list-inside list-decimal gap-2 text-start text-m">
            <li>{t('first')}</li>
            <li>{t('second')}</li>
            <li>{t('third')}</li>
          </ol>
        </EmptyState>
      </div>
    </main>
  );
}

/** No market behind the tablet. */
export function UnwellScreen({ onAgain }: { readonly onAgain: () => Promise<void> }) {
  const t = useTranslations('everywhere');
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <EmptyState
        title={t('faults.title')}
        picture={<Logo size="4.5rem" />}
        act={
          <Button look="primary" size="l" onPress={() => void onAgain()}>
            {t('tryAgain')}
          </Button>
        }
      >
        {t('faults.offline')}
      </EmptyState>
    </main>
  );
}

export function OpeningScreen() {
  const t = useTranslations('everywhere');
  return (
    <main aria-busy className="grid min-h-dvh place-items-center p-6">
      <EmptyState title={t('loading')} picture={<Logo size="4.5rem" />} />
    </main>
  );
}
