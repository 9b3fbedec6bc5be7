'use client';
import { useLocale, useTranslations } from 'next-intl';
import { RowBars } from '../../_desk/bars.tsx';
import { ChartCard } from '../../_desk/chart-card.tsx';
import { useClock } from '../../_desk/clock.tsx';
import { useNumber } from '../../_desk/number-text.tsx';
import { nameIn } from '../../_ui/names.ts';
import type { Overview } from '../office-views.ts';

/** How far the opened allowances are used up, per rule of the law. */
export function AllowanceChart({ overview }: { readonly overview: Overview }) {
  const t = useTranslations('office.now');
  const language = useLocale();
  const number = useNumber();
  const { market } = useClock();
  const rows = overview.allowance.map(({ rule, accounts, used, limit, nearlySpent }) => {
    const share = limit === 0 ? 0 : used / limit;
    return {
      id: rule,
      label: nameIn(market?.rules?.find(({ id }) => id === rule)?.names, language, rule),
      value: share,
      text: <bdi dir="ltr">{number(share, { style: 'percent', maximumFractionDigits: 0 })}</bdi>,
      note: number(nearlySpent),
      below: (
        <>
          <span>
            <bdi dir="ltr">{rule}</bdi> · {t('people', { count: accounts })}
          </span>
          <span className={nearlySpent > 0 ? 'rounded-full bg-saffron-tint px-2.5 font-semibold text-saffron-ink' : undefined}>
            {t('nearlySpent', { count: nearlySpent })}
          </span>
        </>
      ),
    };
  });
  return (
    <ChartCard
      title={t('allowance')}
      note={t('allowanceNote')}
      rows={rows}
      heads={[t('rule'), t('used'), t('nearly')]}
      empty={t('noAllowance')}
      chart={<RowBars rows={rows.map(({ note: _note, ...row }) => row)} most={1} />}
    />
  );
}
