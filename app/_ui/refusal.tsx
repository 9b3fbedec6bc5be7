'use client';
import { OctagonX } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFactWords } from './facts.ts';
import { dateWords } from './figures.tsx';
import type { RefusalView } from './views.ts';

type Props = {
  readonly refusals: readonly RefusalView[];
  /** What the reader can do about it, as buttons. */
  readonly acts?: ReactNode;
  readonly size?: 'm' | 'l';
  readonly offsetMinutes?: number;
};

/** What was refused, why, and what to do next: the first reason large, the others below it. */
export function Refusal({ refusals, acts, size = 'm', offsetMinutes }: Props) {
  const words = useRefusalWords(offsetMinutes);
  const t = useTranslations('everywhere');
  const [first, ...others] = refusals;
  if (!first) return null;
  const { what, next } = words(first);
  return (
    <section role="alert" className="grid gap-4 rounded-box border-2 border-red bg-red-tint p-5 text-ink">
      <div className="flex gap-4">
        <OctagonX aria-hidden size={size === 'l' ? '2.5rem' : '1.75rem'} className="mt-0.5 shrink-0 text-red" />
        <div className="grid gap-1.5">
          <h2 className={size === 'l' ? 'font-bold text-xl leading-tight' : 'font-bold text-l leading-tight'}>{what}</h2>
          <p className={size === 'l' ? 'text-l' : undefined}>{next}</p>
        </div>
      </div>
      {others.length > 0 && (
        <div className="grid gap-1 border-red/30 border-t pt-3">
          <p className="font-semibold">{t('also')}</p>
          <ul className="ms-5 list-disc">
            {others.map((refusal) => (
              <li key={`${refusal.reason}${JSON.stringify(refusal.facts)}`}>
                {words(refusal).what} <span className="text-soft">{words(refusal).next}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {acts !== undefined && <div className="flex flex-wrap gap-3">{acts}</div>}
    </section>
  );
}

/** A refusal's two sentences. A reason that nobody has worded yet is still shown, as itself: a bare code is better than silence. */
export function useRefusalWords(offsetMinutes?: number): (refusal: RefusalView) => { what: string; next: string } {
  const t = useTranslations('refusals');
  const language = useLocale();
  const values = useFactWords((at) => dateWords({ at, offsetMinutes }, language));
  return ({ reason, facts }) => {
    const known = reason as 'pass-unknown';
    if (!t.has(`${known}.what`)) return { what: t('unworded.what', { reason }), next: t('unworded.next') };
    return { what: t(`${known}.what`, values(facts)), next: t(`${known}.next`, values(facts)) };
  };
}
