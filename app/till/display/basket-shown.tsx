'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { AllowanceMeter } from '../../_ui/allowance-meter.tsx';
import { classNames } from '../../_ui/class-names.ts';
import { MoneyText } from '../../_ui/figures.tsx';
import { ScrollArea } from '../../_ui/scroll-area.tsx';
import type { Shown } from './shown.ts';

type Basket = Extract<Shown, { kind: 'basket' }>;

/** The basket from the other side of the counter: what was just added, what it comes to, and what may still be taken out. */
export function BasketShown({ stall, shown }: { readonly stall: string; readonly shown: Basket }) {
  const t = useTranslations('counter.display');
  return (
    <main className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] landscape:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] landscape:grid-rows-[auto_minmax(0,1fr)]">
      <h1 className="px-8 pt-6 pb-3 font-bold text-l text-soft landscape:col-span-2">
        <bdi>{stall}</bdi>
      </h1>
      <Lines shown={shown} />
      <section
        aria-label={t('total')}
        className="grid min-h-0 grid-rows-[minmax(0,1fr)_auto] gap-6 bg-surface px-8 py-7 portrait:max-h-[58dvh] portrait:border-line portrait:border-t landscape:rounded-ss-2xl"
      >
        <ScrollArea label={t('left')} className="grid min-h-0 content-start gap-4 overflow-y-auto">
          {shown.decision && (
            <>
              <h2 className="font-bold text-l">{t('left')}</h2>
              <AllowanceMeter decision={shown.decision} names={shown.rules} variant="full" most={2} />
            </>
          )}
        </ScrollArea>
        <div className="grid gap-2" aria-live="polite">
          {shown.off && (
            <p className="flex items-baseline justify-between gap-4 text-l text-saffron-ink">
              <span>{t('off')}</span>
              <b className="num">
                <MoneyText amount={shown.off} />
              </b>
            </p>
          )}
          {shown.back && (
            <p className="flex items-baseline justify-between gap-4 text-l text-saffron-ink">
              <span>{t('back')}</span>
              <b className="num">
                <MoneyText amount={shown.back} />
              </b>
            </p>
          )}
          <p className="text-l text-soft">{t(shown.isGiven ? 'given' : shown.back ? 'toPay' : 'total')}</p>
          <p className="num whitespace-nowrap font-bold text-[clamp(3rem,5.2vmax,6.5rem)] leading-none tracking-tight">
            <MoneyText amount={shown.due} />
          </p>
          <p className="num flex flex-wrap gap-x-5 pt-2 text-l text-soft">
            {shown.others.map((amount) => (
              <span key={amount.currency}>
                ≈ <MoneyText amount={amount} short />
              </span>
            ))}
          </p>
        </div>
      </section>
    </main>
  );
}

/** It scrolls by itself to what was added last. */
function Lines({ shown }: { readonly shown: Basket }) {
  const t = useTranslations('counter.display');
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what moves the list
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [shown.latest, shown.lines.length]);
  return (
    <ScrollArea label={t('goods')} className="min-h-0 overflow-y-auto px-5 pb-4">
      <ol ref={list} aria-label={t('goods')}>
        {shown.lines.map((line) => (
          <li
            key={line.key}
            {...(line.key === shown.latest ? { 'aria-current': true } : {})}
            className={classNames(
              'grid grid-cols-[5.5rem_minmax(0,1fr)_auto] items-baseline gap-x-3 rounded-box border-line border-b px-3 py-3.5 text-[clamp(1.25rem,1.7vmax,2rem)] leading-snug last:border-0',
              line.key === shown.latest && 'bg-teal-tint font-semibold',
            )}
          >
            <span className="num text-soft">
              <bdi dir="ltr">{line.quantity}</bdi> {line.isWeighed ? t('kg') : '×'}
            </span>
            <span className="min-w-0">
              {line.name}
              {line.note !== null && <bdi className="block font-normal text-l text-soft">{line.note}</bdi>}
            </span>
            <span className="num grid justify-items-end whitespace-nowrap">
              <MoneyText amount={line.price} />
              {line.listPrice && (
                <s className="font-normal text-l text-soft">
                  <MoneyText amount={line.listPrice} />
                </s>
              )}
            </span>
          </li>
        ))}
      </ol>
    </ScrollArea>
  );
}
