'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { DataTable, type TableColumn } from '../_ui/data-table.tsx';
import { MoneyText } from '../_ui/figures.tsx';
import { Badge, EmptyState } from '../_ui/surfaces.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { RECEIPT_TONES } from './receipt-tones.ts';
import type { DayView, ReceiptView } from './shop-views.ts';
import { StallTime } from './stall-time.tsx';

type Props = { readonly sales: readonly ReceiptView[] | undefined; readonly day: DayView };

/** The last receipts of all the vendor's stalls; each opens whole. */
export function Receipts({ sales, day }: Props) {
  const t = useTranslations('shop.day');
  const [open, setOpen] = useState<string | null>(null);
  const columns = useReceiptColumns(setOpen, day.stalls.length > 1);
  const shown = sales?.find(({ id }) => id === open);
  return (
    <section aria-label={t('receipts')} className="grid min-w-0 content-start gap-3">
      <h2 className="font-bold text-l leading-tight">{t('receipts')}</h2>
      <DataTable
        dense
        label={t('receipts')}
        columns={columns}
        items={sales ?? []}
        onOpen={setOpen}
        empty={<EmptyState title={t('noReceipts')}>{t('noReceiptsNote')}</EmptyState>}
      />
      {shown && <ReceiptDialog receipt={shown} onClose={() => setOpen(null)} />}
    </section>
  );
}

function useReceiptColumns(onOpen: (id: string) => void, manyStalls: boolean): readonly TableColumn<ReceiptView>[] {
  const t = useTranslations('shop.day');
  const receipt = useTranslations('shop.receipt');
  const columns: readonly (TableColumn<ReceiptView> | false)[] = [
    {
      id: 'number',
      name: t('number'),
      cell: ({ id, number }) => (
        <Button look="quiet" className="-ms-2 px-2!" aria-label={receipt('title', { number })} onPress={() => onOpen(id)}>
          <bdi dir="ltr">{number}</bdi>
        </Button>
      ),
    },
    {
      id: 'at',
      name: t('at'),
      cell: ({ occurredAt, stall, operator }) => (
        <span className="grid">
          <StallTime at={occurredAt} side={stall.side} />
          {operator && (
            <span className="text-s text-soft">
              <bdi>{operator.name}</bdi>
            </span>
          )}
        </span>
      ),
    },
    manyStalls && { id: 'stall', name: t('stall'), cell: ({ stall }) => <bdi dir="ltr">{stall.code}</bdi> },
    {
      id: 'state',
      name: t('state'),
      cell: ({ state }) => <Badge tone={RECEIPT_TONES[state]}>{receipt(`states.${state}`)}</Badge>,
    },
    {
      id: 'total',
      name: t('total'),
      align: 'end',
      cell: ({ total }) => (
        <b className="whitespace-nowrap">
          <MoneyText amount={total} />
        </b>
      ),
    },
  ];
  return columns.filter((column) => column !== false);
}
