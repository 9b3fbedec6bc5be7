'use client';
import { useTranslations } from 'next-intl';
import { displayCode } from '#lib/pass/short-code.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { Button } from '../_ui/button.tsx';
import { DataTable } from '../_ui/data-table.tsx';
import { DateText, MoneyText } from '../_ui/figures.tsx';
import { EmptyState } from '../_ui/surfaces.tsx';
import { SaleState } from './sale-state.tsx';
import { useStall } from './stall-context.tsx';

type Props = { readonly sales: readonly Receipt[]; readonly onOpen: (id: string) => void; readonly empty: string };

/** Receipts, newest first; at the market's desk with the stall of each. */
export function SalesTable({ sales, onOpen, empty }: Props) {
  const t = useTranslations('till.sales');
  const c = useTranslations('everywhere');
  const { till, offsetMinutes } = useStall();
  return (
    <DataTable
      label={t('title')}
      dense
      items={sales}
      onOpen={onOpen}
      empty={<EmptyState title={empty} />}
      columns={[
        {
          id: 'number',
          name: `${t('number')} · ${t('pass')}`,
          isRowHeader: true,
          cell: ({ number, pass, stall }) => (
            <span className="grid whitespace-nowrap text-start leading-snug">
              <bdi dir="ltr">{number}</bdi>
              <bdi dir="ltr" className="text-s text-soft">
                {till.stall === null ? `${stall.code} · ` : ''}
                {displayCode(pass.code)}
              </bdi>
            </span>
          ),
        },
        {
          id: 'time',
          name: t('time'),
          cell: ({ occurredAt }) => <DateText at={occurredAt} show="time" offsetMinutes={offsetMinutes} />,
        },
        { id: 'state', name: t('state'), cell: ({ state }) => <SaleState state={state} /> },
        {
          id: 'total',
          name: t('total'),
          align: 'end',
          cell: ({ total }) => (
            <span className="whitespace-nowrap">
              <MoneyText amount={total} />
            </span>
          ),
        },
        {
          id: 'open',
          align: 'end',
          name: (<span className="sr-only">{c('open')}</span>) as unknown as string,
          cell: ({ id, number }) => (
            <Button onPress={() => onOpen(id)} aria-label={t('open', { number })}>
              {c('open')}
            </Button>
          ),
        },
      ]}
    />
  );
}
