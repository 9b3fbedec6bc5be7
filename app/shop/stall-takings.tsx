'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { dateWords, MoneyText } from '../_ui/figures.tsx';
import type { Amount } from '../_ui/views.ts';
import { addAmounts } from './add-amounts.ts';
import type { DayView } from './shop-views.ts';

/** Today's takings of each stall, on its own side's market day; all together first where there are several. */
export function StallTakings({ day }: { readonly day: DayView }) {
  const t = useTranslations('shop.day');
  const language = useLocale();
  const today = day.stalls.map((stall) => {
    const rows = day.takings.filter((each) => each.stall === stall.id && each.day === stall.marketDay);
    return { stall, totals: addAmounts(rows.map(({ total }) => total)), count: rows.reduce((sum, each) => sum + each.count, 0) };
  });
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(15rem,1fr))] gap-4">
      {today.length > 1 && (
        <Takings
          name={t('all')}
          note=""
          totals={addAmounts(today.flatMap(({ totals }) => totals))}
          count={today.reduce((sum, { count }) => sum + count, 0)}
        />
      )}
      {today.map(({ stall, totals, count }) => (
        <Takings
          key={stall.id}
          name={
            <>
              <bdi dir="ltr">{stall.code}</bdi> · <bdi>{stall.name}</bdi>
            </>
          }
          note={t('marketDay', { day: dateWords({ at: stall.marketDay }, language) })}
          totals={totals}
          count={count}
        />
      ))}
    </ul>
  );
}

type Props = {
  readonly name: ReactNode;
  readonly note: ReactNode;
  readonly totals: readonly Amount[];
  readonly count: number;
};

function Takings({ name, note, totals, count }: Props) {
  const t = useTranslations('shop.day');
  return (
    <li className="grid content-start gap-1 rounded-box border border-line bg-surface p-5">
      <h2 className="font-semibold leading-snug">{name}</h2>
      {note !== '' && <p className="text-s text-soft">{note}</p>}
      {totals.map((total) => (
        <p key={total.currency} className="num mt-1 font-bold text-xl leading-tight">
          <MoneyText amount={total} />
        </p>
      ))}
      <p className="text-soft">{t('sales', { count })}</p>
    </li>
  );
}
