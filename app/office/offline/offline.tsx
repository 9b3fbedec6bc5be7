'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { ReasonDialog } from '../../_desk/reason-dialog.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { DataTable } from '../../_ui/data-table.tsx';
import { EmptyState, PageHeader, Panel } from '../../_ui/surfaces.tsx';
import type { Amount } from '../../_ui/views.ts';
import { useMayAct } from '../office-frame.tsx';
import type { LeaseRow, OfflineNow } from '../office-views.ts';
import { ChangeFloor } from './change-floor.tsx';
import { Floors } from './floors.tsx';
import { useLeaseColumns, useSaleColumns } from './offline-columns.tsx';

type Asked = { readonly what: 'recall'; readonly lease: LeaseRow } | { readonly what: 'floor'; readonly floor: Amount };

/** Tills without a network: how far they may go, what is held for them, and what came in that somebody should look at. */
export function Offline() {
  const t = useTranslations('office.offline');
  const office = useTranslations('office');
  const everywhere = useTranslations('everywhere');
  const mayAct = useMayAct();
  const { body, fault, reload } = useRead<OfflineNow>('office/offline');
  const [asked, setAsked] = useState<Asked | null>(null);
  const leases = useLeaseColumns(mayAct ? (lease) => setAsked({ what: 'recall', lease }) : undefined);
  const sales = useSaleColumns();
  const close = () => setAsked(null);
  return (
    <>
      <PageHeader title={office('pages.offline')} note={t('note')} />
      {fault !== null && <FaultNote status={fault} onAgain={reload} />}
      {body === undefined && fault === null && (
        <p role="status" className="py-16 text-center text-soft">
          {everywhere('loading')}
        </p>
      )}
      {body !== undefined && (
        <>
          <Floors floors={body.floors} onChange={mayAct ? (floor) => setAsked({ what: 'floor', floor }) : undefined} />
          <Panel title={t('sales')}>
            <p className="text-soft">{t('salesNote')}</p>
            <DataTable dense label={t('sales')} columns={sales} items={body.sales} empty={<EmptyState title={t('noSales')} />} />
          </Panel>
          <Panel title={t('held')}>
            <p className="text-soft">{t('heldNote')}</p>
            <DataTable
              dense
              label={t('held')}
              columns={leases}
              items={body.leases}
              empty={<EmptyState title={t('nothingHeld')} />}
            />
          </Panel>
        </>
      )}
      {asked?.what === 'floor' && <ChangeFloor floor={asked.floor} onClose={close} onDone={reload} />}
      {asked?.what === 'recall' && (
        <ReasonDialog
          title={t('recallOne', { stall: asked.lease.stall })}
          note={t('recallNote')}
          label={t('recall')}
          path={`leases/${asked.lease.id}/recalls`}
          done={t('recalled', { stall: asked.lease.stall })}
          onClose={close}
          onDone={reload}
        />
      )}
    </>
  );
}
