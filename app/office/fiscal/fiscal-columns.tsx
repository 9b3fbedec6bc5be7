'use client';
import { useLocale, useTranslations } from 'next-intl';
import { At, useClock } from '../../_desk/clock.tsx';
import { RowAct } from '../../_desk/row-acts.tsx';
import type { TableColumn } from '../../_ui/data-table.tsx';
import { MoneyText } from '../../_ui/figures.tsx';
import { nameIn } from '../../_ui/names.ts';
import { Badge } from '../../_ui/surfaces.tsx';
import type { FiscalSide, RefusedDocument } from '../office-views.ts';

/** Sides have names in every language; their code where the market is not read yet. */
export function useSideName(): (code: string) => string {
  const { market } = useClock();
  const language = useLocale();
  return (code) => nameIn(market?.sides.find((side) => side.code === code)?.names, language, code);
}

type Acts = { readonly onChange: (of: FiscalSide) => void; readonly onRetry: (of: FiscalSide) => void };

export function useSideColumns(acts: Acts | undefined): readonly TableColumn<FiscalSide>[] {
  const t = useTranslations('office.fiscal');
  const desk = useTranslations('desk');
  const nameOf = useSideName();
  const columns: TableColumn<FiscalSide>[] = [
    { id: 'side', name: t('side'), cell: ({ side }) => <b className="whitespace-nowrap">{nameOf(side)}</b> },
    {
      id: 'adapter',
      name: t('adapter'),
      cell: ({ adapter }) => <span className="whitespace-nowrap">{t(`adapters.${adapter}`)}</span>,
    },
    { id: 'waiting', name: t('waiting'), align: 'end', cell: ({ waiting }) => <span className="num">{waiting}</span> },
    { id: 'wait', name: t('wait'), cell: (of) => of.adapter !== 'none' && <Wait of={of} /> },
    {
      id: 'refused',
      name: t('refused'),
      align: 'end',
      cell: ({ refused }) => <span className={refused > 0 ? 'num font-bold text-red' : 'num'}>{refused}</span>,
    },
  ];
  if (acts === undefined) return columns;
  const cell = (of: FiscalSide) => (
    <span className="flex justify-end gap-1">
      {of.refused > 0 && (
        <RowAct label={t('retry')} whole={t('retryOne', { side: nameOf(of.side) })} onPress={() => acts.onRetry(of)} />
      )}
      <RowAct label={t('change')} whole={t('changeOne', { side: nameOf(of.side) })} onPress={() => acts.onChange(of)} />
    </span>
  );
  return [...columns, { id: 'acts', name: desk('acts'), align: 'end', cell }];
}

const TONES = { clear: 'good', late: 'plain', loud: 'attention', shut: 'refusal' } as const;

function Wait({ of: { wait, hours } }: { readonly of: FiscalSide }) {
  const t = useTranslations('office.fiscal.waits');
  return <Badge tone={TONES[wait]}>{t(wait, { hours })}</Badge>;
}

export function useRefusedColumns(): readonly TableColumn<RefusedDocument>[] {
  const t = useTranslations('office.fiscal');
  const nameOf = useSideName();
  return [
    {
      id: 'receipt',
      name: t('receipt'),
      cell: ({ receipt, side }) => (
        <span className="grid">
          <b>
            <bdi dir="ltr" className="whitespace-nowrap">
              {receipt}
            </bdi>
          </b>
          <span className="text-s text-soft">{nameOf(side)}</span>
        </span>
      ),
    },
    {
      id: 'document',
      name: t('document'),
      cell: ({ register, shift, number }) => <bdi dir="ltr">{`${register}/${shift}/${number}`}</bdi>,
    },
    { id: 'made', name: t('made'), cell: ({ recordedAt }) => <At at={recordedAt} /> },
    { id: 'total', name: t('total'), align: 'end', cell: ({ total }) => <MoneyText amount={total} /> },
    { id: 'why', name: t('why'), cell: ({ why }) => <bdi>{why}</bdi> },
  ];
}
