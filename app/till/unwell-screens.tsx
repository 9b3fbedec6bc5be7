'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Logo } from '../_ui/logo.tsx';
import { EmptyState } from '../_ui/surfaces.tsx';
import type { Link } from './link.ts';
import { countUnsent } from './outbox.ts';

/** A tablet that the market does not know yet: says how it becomes a till. */
export function NotEnrolledScreen() {
  const t = useTranslations('till.enrol');
  const u = useTranslations('offline.unsent');
  const [unsent, setUnsent] = useState(0);
  useEffect(() => void countUnsent().then(setUnsent), []);
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
          {unsent > 0 && (
            <p className="mt-4 rounded-box bg-saffron-tint px-4 py-3 text-m text-saffron-ink">
              {u('elsewhere', { count: unsent })}
            </p>
          )}
        </EmptyState>
      </div>
    </main>
  );
}

/** No market behind the tablet, and nothing known of it here. */
export function UnwellScreen({ link, onAgain }: { readonly link: Link; readonly onAgain: () => Promise<void> }) {
  const t = useTranslations('everywhere');
  const w = useTranslations('offline.link');
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
        {link === 'online' ? t('faults.other') : w(`${link}.what`)}
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
