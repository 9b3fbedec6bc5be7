'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { moneyWords } from './figures.tsx';
import type { Amount } from './views.ts';

type Props = {
  /** What the law calls it. */
  readonly name: string;
  readonly period: string;
  /** How often goods leave free of duty in the period, where it is known. */
  readonly count?: number | undefined;
  /** What either way costs; undefined while it is asked. */
  readonly using: Amount | null | undefined;
  readonly saving: Amount | null | undefined;
  /** What stands already, if anything was said. */
  readonly chosen?: 'use' | 'save';
  readonly isPending?: boolean;
  readonly onChoose: (choice: 'use' | 'save') => void;
  readonly firstRef?: Ref<HTMLButtonElement>;
};

/** An exit that the law counts: used now, or kept by paying duty. Both ways stand side by side with what they cost. */
export function ExitChoice({ name, period, count = 1, using, saving, chosen, isPending = false, onChoose, firstRef }: Props) {
  const t = useTranslations('law.exitChoice');
  const periods = useTranslations('law.periods');
  const ways = [
    ['use', t('use'), using],
    ['save', t('save'), saving],
  ] as const;
  return (
    <section aria-label={t('title')} className="grid gap-2 rounded-lg border-2 border-saffron bg-saffron-tint px-3 py-2.5">
      <p className="text-s leading-snug">
        <b>{name}.</b> {t('note', { count, period: periods(periodKind(period)) })}
      </p>
      <div className="grid grid-cols-2 gap-2">
        {ways.map(([way, act, duty]) => (
          <Button
            key={way}
            {...(way === 'use' && firstRef !== undefined ? { ref: firstRef } : {})}
            className={classNames('flex-col gap-0! px-2! text-s!', chosen === way && 'border-teal! bg-teal-tint!')}
            aria-pressed={chosen === way}
            isPending={isPending}
            onPress={() => onChoose(way)}
          >
            <span>{act}</span>
            <DutyOf duty={duty} />
            {chosen === way && <span className="text-teal">✓ {t('chosen')}</span>}
          </Button>
        ))}
      </div>
    </section>
  );
}

function DutyOf({ duty }: { readonly duty: Amount | null | undefined }) {
  const t = useTranslations('law.exitChoice');
  const language = useLocale();
  if (duty === undefined) return <span className="font-normal text-soft">…</span>;
  return (
    <span className="num font-normal">{duty === null ? t('noDuty') : t('duty', { amount: moneyWords(duty, language) })}</span>
  );
}

const KINDS = [
  [/^\d{4}-\d{2}$/, 'month'],
  [/^\d{4}-\d{2}-\d{2}$/, 'day'],
  [/^\d{4}$/, 'year'],
] as const;

const periodKind = (period: string): 'month' | 'day' | 'year' | 'other' =>
  KINDS.find(([name]) => name.test(period))?.[1] ?? 'other';
