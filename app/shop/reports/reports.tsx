'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { PageHeader } from '../../_ui/surfaces.tsx';
import type { DayView } from '../shop-views.ts';
import { type Period, periodOf } from './period.ts';
import { PeriodFields } from './period-fields.tsx';
import { ReportCharts } from './report-charts.tsx';
import type { ReportView } from './report-views.ts';
import { SaveFiles } from './save-files.tsx';
import { Statement } from './statement.tsx';

/** What the vendor's stalls sold in a period, as pictures and as files, and where vendor and market stand. */
export function Reports() {
  const t = useTranslations('shop');
  const { body, fault, reload } = useRead<DayView>('shop/day');
  const today = body?.stalls[0]?.marketDay;
  return (
    <>
      <PageHeader title={t('reports.title')} note={t('reports.note')} />
      {fault !== null && <FaultNote status={fault} onAgain={reload} />}
      {today !== undefined && <ReportOf today={today} />}
    </>
  );
}

function ReportOf({ today }: { readonly today: string }) {
  const everywhere = useTranslations('everywhere');
  const [period, setPeriod] = useState<Period>(() => periodOf('month', today));
  const [stall, setStall] = useState<string | null>(null);
  const asked = `shop/reports?from=${period.from}&to=${period.to}${stall === null ? '' : `&stall=${stall}`}`;
  const { body, fault, reload } = useRead<ReportView>(asked);
  return (
    <>
      <PeriodFields {...{ today, period, stall }} stalls={body?.stalls ?? []} onPeriod={setPeriod} onStall={setStall} />
      {fault !== null && <FaultNote status={fault} onAgain={reload} />}
      {body === undefined ? (
        fault === null && (
          <p role="status" className="py-16 text-center text-soft">
            {everywhere('loading')}
          </p>
        )
      ) : (
        <ReportCharts report={body} />
      )}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Statement today={today} />
        <SaveFiles period={period} />
      </div>
    </>
  );
}
