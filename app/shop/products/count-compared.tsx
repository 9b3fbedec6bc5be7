'use client';
import { useTranslations } from 'next-intl';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { Button } from '../../_ui/button.tsx';

type Props = { readonly before: number; readonly counted: number; readonly onRecount: () => void };

/** What was counted beside what the market has; the count stands from here, unless it is made again. */
export function CountCompared({ before, counted, onRecount }: Props) {
  const t = useTranslations('shop.stock');
  const difference = counted - before;
  const rows = { expected: quantityTextOf(before), counted: quantityTextOf(counted), difference: signed(difference) };
  return (
    <div className="grid gap-3 rounded-box border border-line p-4">
      <dl className="num grid grid-cols-[1fr_auto] gap-x-8 gap-y-1">
        {Object.entries(rows).map(([name, text]) => (
          <div key={name} className="contents last:font-bold">
            <dt>{t(name as 'expected')}</dt>
            <dd className="text-end">
              <bdi dir="ltr">{text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <Button onPress={onRecount}>{t('recount')}</Button>
    </div>
  );
}

const signed = (milli: number): string =>
  milli < 0 ? `−${quantityTextOf(-milli)}` : milli > 0 ? `+${quantityTextOf(milli)}` : '0';
