'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { PassRecordView } from '#lib/exit/pass-record.ts';
import { DateText, moneyWords, useMeasureWords } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { Panel } from '../_ui/surfaces.tsx';
import type { PhoneMarket } from '../market/market-views.ts';

type Props = {
  readonly record: PassRecordView;
  readonly market: PhoneMarket | null;
  readonly offsetMinutes: number | undefined;
};

/** What officers corrected, and what is known from elsewhere: it counts, so its holder may read it. */
export function Corrections({ record, market, offsetMinutes }: Props) {
  const t = useTranslations('pass.corrections');
  const language = useLocale();
  const words = useMeasureWords();
  const outside = record.outside.filter(({ stands }) => stands);
  if (record.corrections.length + outside.length === 0) return null;
  const known = ({ quantity, weightG, value }: PassRecordView['corrections'][number]['after']): string =>
    `${quantity} · ${words({ value: weightG, unit: 'g' })} · ${moneyWords(value, language)}`;
  return (
    <Panel title={t('title')}>
      {record.corrections.map(({ id, line, before, after, reason, correctedAt }) => (
        <div key={id} className="grid gap-0.5">
          <b>{nameIn(record.lines.find((each) => each.id === line)?.names, language, '…')}</b>
          <p>
            <bdi className="text-soft line-through">{known(before)}</bdi> <bdi className="font-semibold">{known(after)}</bdi>
          </p>
          <p className="text-s text-soft">
            {reason} · <DateText at={correctedAt} offsetMinutes={offsetMinutes} />
          </p>
        </div>
      ))}
      {outside.map(({ id, rule, unit, amount, recordedAt }) => (
        <p key={id}>
          {t('outside', {
            name: nameIn(market?.rules?.find((each) => each.id === rule)?.names, language, rule),
            amount: words({ value: amount, unit }),
          })}{' '}
          <span className="text-s text-soft">
            <DateText at={recordedAt} offsetMinutes={offsetMinutes} />
          </span>
        </p>
      ))}
    </Panel>
  );
}
