'use client';
import { useLocale, useTranslations } from 'next-intl';
import { RowBars } from '../_desk/bars.tsx';
import { ChartCard } from '../_desk/chart-card.tsx';
import { useNumber } from '../_desk/number-text.tsx';
import { DateText, MoneyText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { Panel } from '../_ui/surfaces.tsx';
import type { DayView } from './shop-views.ts';

export function BestSellers({ day }: { readonly day: DayView }) {
  const t = useTranslations('shop.day');
  const language = useLocale();
  const number = useNumber();
  const rows = day.best.map(({ product, names, quantity, total }) => ({
    id: `${product}${total.currency}`,
    label: <bdi>{nameIn(names, language)}</bdi>,
    value: quantity,
    text: <bdi dir="ltr">{number(quantity)}</bdi>,
    note: <MoneyText amount={total} />,
  }));
  return (
    <ChartCard
      title={t('best')}
      rows={rows}
      heads={[t('product'), t('quantity'), t('takings')]}
      empty={t('noBest')}
      chart={<RowBars rows={rows} />}
    />
  );
}

/** Market days before today, newest first. */
export function EarlierDays({ day }: { readonly day: DayView }) {
  const t = useTranslations('shop.day');
  const number = useNumber();
  const stallOf = new Map(day.stalls.map((stall) => [stall.id, stall]));
  const earlier = day.takings.filter((each) => stallOf.get(each.stall)?.marketDay !== each.day);
  if (earlier.length === 0) return null;
  return (
    <Panel title={t('earlier')}>
      <table aria-label={t('earlier')} className="w-full">
        <thead>
          <tr className="border-line border-b text-s text-soft">
            {[t('dayColumn'), t('stall')].map((head) => (
              <th key={head} scope="col" className="py-2 pe-3 text-start font-semibold">
                {head}
              </th>
            ))}
            {[t('count'), t('takings')].map((head) => (
              <th key={head} scope="col" className="py-2 ps-3 text-end font-semibold">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {earlier.map((each) => (
            <tr key={`${each.stall}${each.day}${each.total.currency}`} className="border-line border-b last:border-0">
              <th scope="row" className="whitespace-nowrap py-2 pe-3 text-start font-normal">
                <DateText at={each.day} />
              </th>
              <td className="py-2 pe-3">
                <bdi dir="ltr">{stallOf.get(each.stall)?.code}</bdi>
              </td>
              <td className="num py-2 ps-3 text-end">{number(each.count)}</td>
              <td className="num whitespace-nowrap py-2 ps-3 text-end font-semibold">
                <MoneyText amount={each.total} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
