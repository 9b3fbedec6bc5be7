'use client';
import { useTranslations } from 'next-intl';
import { At, useClock } from '../../_desk/clock.tsx';
import { RowAct } from '../../_desk/row-acts.tsx';
import type { TableColumn } from '../../_ui/data-table.tsx';
import { MoneyText } from '../../_ui/figures.tsx';
import { useRefusalWords } from '../../_ui/refusal.tsx';
import type { FlaggedSale, LeaseRow } from '../office-views.ts';

export function useLeaseColumns(onRecall: ((lease: LeaseRow) => void) | undefined): readonly TableColumn<LeaseRow>[] {
  const t = useTranslations('office.offline');
  const desk = useTranslations('desk');
  const columns: TableColumn<LeaseRow>[] = [
    {
      id: 'stall',
      name: t('stall'),
      cell: ({ stall, device }) => (
        <span className="grid">
          <b>
            <bdi dir="ltr">{stall}</bdi>
          </b>
          <span className="text-s text-soft">
            <bdi>{device}</bdi>
          </span>
        </span>
      ),
    },
    { id: 'pass', name: t('pass'), cell: ({ pass }) => <bdi dir="ltr">{pass}</bdi> },
    { id: 'since', name: t('since'), cell: ({ heldAt }) => <At at={heldAt} /> },
    { id: 'goods', name: t('goods'), align: 'end', cell: ({ goods }) => <span className="num">{goods}</span> },
    { id: 'value', name: t('value'), align: 'end', cell: ({ value }) => <MoneyText amount={value} /> },
  ];
  if (onRecall === undefined) return columns;
  const cell = (lease: LeaseRow) => (
    <span className="flex justify-end">
      <RowAct danger label={t('recall')} whole={t('recallOne', { stall: lease.stall })} onPress={() => onRecall(lease)} />
    </span>
  );
  return [...columns, { id: 'acts', name: desk('acts'), align: 'end', cell }];
}

export function useSaleColumns(): readonly TableColumn<FlaggedSale>[] {
  const t = useTranslations('office.offline');
  return [
    {
      id: 'sale',
      name: t('sale'),
      cell: ({ number, stall }) => (
        <span className="grid">
          <b>
            <bdi dir="ltr" className="whitespace-nowrap">
              {number}
            </bdi>
          </b>
          <span className="text-s text-soft">
            <bdi dir="ltr">{stall}</bdi>
          </span>
        </span>
      ),
    },
    { id: 'made', name: t('made'), cell: ({ occurredAt }) => <At at={occurredAt} /> },
    { id: 'came', name: t('came'), cell: ({ recordedAt }) => <At at={recordedAt} /> },
    { id: 'total', name: t('total'), align: 'end', cell: ({ total }) => <MoneyText amount={total} /> },
    { id: 'why', name: t('why'), cell: (sale) => <Flags sale={sale} /> },
  ];
}

function Flags({ sale: { flags } }: { readonly sale: FlaggedSale }) {
  const { offsetMinutes } = useClock();
  const words = useRefusalWords(offsetMinutes);
  return (
    <ul className="grid max-w-[34rem] gap-1">
      {flags.map((flag) => (
        <li key={flag.reason}>
          {words(flag).what} <span className="text-s text-soft">{words(flag).next}</span>
        </li>
      ))}
    </ul>
  );
}
