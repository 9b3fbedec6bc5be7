'use client';
import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MoneyText } from '../../_ui/figures.tsx';
import type { Shown } from './shown.ts';

type Paid = Extract<Shown, { kind: 'paid' }>;

/** It is paid: the change as large as it can be, and what to keep for the gate. */
export function PaidShown({ stall, shown }: { readonly stall: string; readonly shown: Paid }) {
  const t = useTranslations('counter.display');
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-[4vh] p-8 text-center">
      <h1 className="flex items-center gap-5 font-bold text-[clamp(2rem,4vmax,4rem)]">
        <CircleCheck aria-hidden size="1.2em" className="text-teal" />
        {t('thanks')}
      </h1>
      <p className="text-l text-soft">
        <bdi>{stall}</bdi>
      </p>
      <section className="grid gap-3 rounded-2xl border-2 border-teal bg-surface px-[6vw] py-[5vh]">
        <p className="text-[clamp(1.375rem,2.4vmax,2.5rem)]">{t('change')}</p>
        <output aria-label={t('change')} className="num font-bold text-[clamp(3.5rem,9vmax,10rem)] text-teal leading-none">
          <MoneyText amount={shown.change} />
        </output>
      </section>
      <p className="num text-[clamp(1.375rem,2.2vmax,2.25rem)]">
        {t('total')}{' '}
        <b>
          <MoneyText amount={shown.total} />
        </b>
      </p>
      <p className="max-w-[36rem] text-[clamp(1.125rem,1.8vmax,1.75rem)] text-soft">{t('gate')}</p>
    </main>
  );
}
