'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useSideName } from '../_desk/clock.tsx';
import { NumberText, useNumber } from '../_desk/number-text.tsx';
import { DateText, MoneyText } from '../_ui/figures.tsx';
import type { Overview } from './office-views.ts';

const EXIT_STATES = ['settled', 'presented', 'unsettled', 'withdrawn'] as const;

/** Four figures that say how the day goes. */
export function DayFigures({ overview }: { readonly overview: Overview }) {
  const t = useTranslations('office.now');
  const number = useNumber();
  const sideName = useSideName();
  const exits = EXIT_STATES.map((state) => ({
    state,
    count: overview.exitsToday.find((each) => each.state === state)?.count ?? 0,
  }));
  const exitTotal = exits.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-label={t('figures')} className="grid grid-cols-[repeat(auto-fit,minmax(13.5rem,1fr))] gap-4">
      <Figure name={t('inside')} value={overview.insideTotal}>
        {overview.marketDays.map(({ side }) => {
          const count = overview.inside.filter((each) => each.side === side).reduce((sum, each) => sum + each.count, 0);
          return <li key={side}>{t('onSide', { side: sideName(side), count: number(count) })}</li>;
        })}
      </Figure>
      <Figure name={t('entries')} value={overview.entriesToday}>
        {overview.marketDays.map(({ side, day, entries }) => (
          <li key={side}>
            {t.rich('onSideDay', { side: sideName(side), day: () => <DateText at={day} />, count: number(entries) })}
          </li>
        ))}
      </Figure>
      <Figure name={t('exits')} value={exitTotal}>
        {exitTotal === 0 && <li>{t('noExits')}</li>}
        {exits
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <li key={state}>{t(`exitStates.${state}`, { count: number(count) })}</li>
          ))}
      </Figure>
      <Figure name={t('sales')} value={overview.sales.count}>
        {overview.sales.totals.length === 0 && <li>{t('noSales')}</li>}
        {overview.sales.totals.map((total) => (
          <li key={total.currency} className="font-semibold text-ink">
            <MoneyText amount={total} />
          </li>
        ))}
      </Figure>
    </section>
  );
}

function Figure({ name, value, children }: { readonly name: string; readonly value: number; readonly children?: ReactNode }) {
  return (
    <div className="grid content-start gap-1 rounded-box border border-line bg-surface p-5">
      <h2 className="text-soft">{name}</h2>
      <p className="num font-bold text-[2.75rem] leading-none">
        <NumberText value={value} />
      </p>
      {children !== undefined && <ul className="num mt-1 grid gap-0.5 text-s text-soft">{children}</ul>}
    </div>
  );
}
