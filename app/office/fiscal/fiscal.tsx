'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { useRead } from '../../_desk/use-read.ts';
import { DataTable } from '../../_ui/data-table.tsx';
import { Refusal } from '../../_ui/refusal.tsx';
import { EmptyState, PageHeader, Panel } from '../../_ui/surfaces.tsx';
import { useToast } from '../../_ui/toast.tsx';
import { useMayAct } from '../office-frame.tsx';
import type { FiscalNow, FiscalSide } from '../office-views.ts';
import { ChangeAdapter } from './change-adapter.tsx';
import { useRefusedColumns, useSideColumns, useSideName } from './fiscal-columns.tsx';

/** What tax authorities are told: who by side, what waits and for how long, and what was turned down. */
export function Fiscal() {
  const t = useTranslations('office.fiscal');
  const everywhere = useTranslations('everywhere');
  const mayAct = useMayAct();
  const nameOf = useSideName();
  const { body, fault, reload } = useRead<FiscalNow>('office/fiscal');
  const [changed, setChanged] = useState<FiscalSide | null>(null);
  const retry = useAct();
  const say = useToast();
  const sendAgain = async ({ side }: FiscalSide): Promise<void> => {
    const sent = await retry.run<{ retried: number }>(`sides/${side}/fiscal-retries`, { side }, (id) => ({ id }));
    if (sent !== undefined) say({ text: t('retried', { count: sent.retried }), tone: 'good' });
    reload();
  };
  const sides = useSideColumns(mayAct ? { onChange: setChanged, onRetry: (of) => void sendAgain(of) } : undefined);
  const refused = useRefusedColumns();
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      {fault !== null && <FaultNote status={fault} onAgain={reload} />}
      {retry.refusals.length > 0 && <Refusal refusals={retry.refusals} />}
      {body === undefined && fault === null && (
        <p role="status" className="py-16 text-center text-soft">
          {everywhere('loading')}
        </p>
      )}
      {body !== undefined && (
        <>
          <DataTable
            label={t('title')}
            columns={sides}
            items={body.sides.map((side) => ({ id: side.side, ...side }))}
            empty={null}
          />
          <Panel title={t('refusedTitle')}>
            <p className="text-soft">{t('refusedNote')}</p>
            <DataTable
              dense
              label={t('refusedTitle')}
              columns={refused}
              items={body.refused}
              empty={<EmptyState title={t('noneRefused')} />}
            />
          </Panel>
        </>
      )}
      {changed !== null && body !== undefined && (
        <ChangeAdapter
          of={changed}
          name={nameOf(changed.side)}
          adapters={body.adapters}
          onClose={() => setChanged(null)}
          onDone={reload}
        />
      )}
    </>
  );
}
