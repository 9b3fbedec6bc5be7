'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { Button } from '../../_ui/button.tsx';
import { DataTable, type TableColumn } from '../../_ui/data-table.tsx';
import { EmptyState, PageHeader } from '../../_ui/surfaces.tsx';
import type { DayView } from '../shop-views.ts';
import { AddCashier } from './add-cashier.tsx';
import { DiscountLimits } from './discount-limits.tsx';

type Person = DayView['cashiers'][number];

export function Cashiers() {
  const t = useTranslations('shop');
  const everywhere = useTranslations('everywhere');
  const { body, fault, reload } = useRead<DayView>('shop/day');
  const [adding, setAdding] = useState(false);
  const columns: readonly TableColumn<Person>[] = [
    {
      id: 'name',
      name: t('cashiers.name'),
      cell: ({ name }) => (
        <b>
          <bdi>{name}</bdi>
        </b>
      ),
    },
    { id: 'role', name: t('cashiers.role'), cell: ({ role }) => t(`cashiers.roles.${role as 'cashier'}`) },
  ];
  return (
    <>
      <PageHeader
        title={t('pages.cashiers')}
        note={t('cashiers.note')}
        acts={
          <Button look="primary" onPress={() => setAdding(true)}>
            {t('cashiers.add')}
          </Button>
        }
      />
      {fault !== null && <FaultNote status={fault} onAgain={reload} />}
      {body === undefined ? (
        fault === null && (
          <p role="status" className="py-16 text-center text-soft">
            {everywhere('loading')}
          </p>
        )
      ) : (
        <DataTable
          label={t('pages.cashiers')}
          columns={columns}
          items={body.cashiers}
          empty={<EmptyState title={t('cashiers.empty')} />}
        />
      )}
      <p className="text-soft">{t('cashiers.leave')}</p>
      <DiscountLimits />
      {adding && <AddCashier onClose={() => setAdding(false)} onDone={reload} />}
    </>
  );
}
