'use client';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { isLanguage, type Language } from '#lib/words/languages.ts';
import { Button } from '../_ui/button.tsx';
import { classNames } from '../_ui/class-names.ts';
import { Dialog } from '../_ui/dialog.tsx';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Logo } from '../_ui/logo.tsx';
import { useIdle } from './use-idle.ts';

type Props = {
  readonly marketName: string;
  /** 0 before the first step. */
  readonly step: 0 | 1 | 2 | 3;
  readonly idleActive: boolean;
  readonly onClear: () => void;
  readonly onLanguage: ((code: Language) => void) | null;
  readonly children: ReactNode;
};

const STEPS = ['document', 'check', 'pass'] as const;

/** Round every kiosk screen: where we are, the way to another language, and the way to leave nothing behind. */
export function KioskFrame({ marketName, step, idleActive, onClear, onLanguage, children }: Props) {
  const t = useTranslations('kiosk');
  const { secondsLeft, stay } = useIdle(idleActive, onClear);
  return (
    <main data-kiosk className="on-screen mx-auto flex min-h-dvh max-w-[46rem] flex-col gap-7 px-6 py-8">
      <header className="flex items-center justify-between gap-4">
        <div className="flex items-center gap-3.5 font-bold">
          <Logo />
          <span>{marketName || t('market')}</span>
        </div>
        {onLanguage && <LanguageSwitch onChoose={(code) => isLanguage(code) && onLanguage(code)} />}
      </header>
      {step > 0 && (
        <nav aria-label={t('step', { step, steps: STEPS.length })}>
          <ol className="grid grid-cols-3 gap-2">
            {STEPS.map((name, place) => (
              <li
                key={name}
                aria-current={place + 1 === step ? 'step' : undefined}
                className={classNames(
                  'grid gap-1.5 border-t-[6px] pt-2 text-m',
                  place < step ? 'border-teal font-semibold text-ink' : 'border-line text-soft',
                )}
              >
                <span>
                  <span className="num">{place + 1}</span>. {t(`steps.${name}`)}
                </span>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-1 flex-col gap-6">{children}</div>
      {(step === 1 || step === 2) && (
        <footer className="sticky bottom-0 z-10 -mx-6 -mb-8 border-line border-t bg-paper px-6 py-5">
          <Button size="l" look="secondary" wide onPress={onClear}>
            <Trash2 aria-hidden size="1.25em" />
            {t('finish')}
          </Button>
        </footer>
      )}
      <Dialog
        kind="alert"
        title={t('idle.title')}
        isOpen={secondsLeft !== null}
        onClose={stay}
        acts={
          <>
            <Button size="l" onPress={onClear}>
              {t('finish')}
            </Button>
            <Button size="xl" look="primary" autoFocus onPress={stay}>
              {t('idle.stay')}
            </Button>
          </>
        }
      >
        <p className="text-l" role="timer">
          {t('idle.note', { seconds: secondsLeft ?? 0 })}
        </p>
      </Dialog>
    </main>
  );
}

/** The question of a screen, and what helps to answer it. */
export function Ask({ title, note }: { readonly title: ReactNode; readonly note?: ReactNode }) {
  return (
    <div className="grid gap-2" aria-live="polite">
      <h1 className="font-bold text-xl leading-tight">{title}</h1>
      {note !== undefined && <p className="text-l text-soft">{note}</p>}
    </div>
  );
}
