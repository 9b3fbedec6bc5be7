'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { type Period, periodOf } from '../../_desk/period.ts';
import { PeriodFields } from '../../_desk/period-fields.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { SelectField } from '../../_ui/fields.tsx';
import { PageHeader } from '../../_ui/surfaces.tsx';
import type { DayView } from '../shop-views.ts';
import { ReportCharts } from './report-charts.tsx';
import type { ReportView } from './report-views.ts';
import { ShopFiles } from './shop-files.tsx';
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

const ALL = 'all';

function ReportOf({ today }: { readonly today: string }) {
  const t = useTranslations('shop.reports');
  const everywhere = useTranslations('everywhere');
  const [period, setPeriod] = useState<Period>(() => periodOf('month', today));
  const [stall, setStall] = useState<string | null>(null);
  const asked = `shop/reports?from=${period.from}&to=${period.to}${stall === null ? '' : `&stall=${stall}`}`;
  const { body, fault, reload } = useRead<ReportView>(asked);
  const stalls = body?.stalls ?? [];
  return (
    <>
      <PeriodFields today={today} period={period} onPeriod={setPeriod}>
        {stalls.length > 1 && (
          <SelectField
            label={t('stall')}
            choices={[
              { id: ALL, name: t('allStalls') },
              ...stalls.map(({ id, code, name }) => ({ id, name: `\u2066${code}\u2069 · ${name}` })),
            ]}
            value={stall ?? ALL}
            onChange={(id) => setStall(id === ALL ? null : id)}
            placeholder={t('stall')}
          />
        )}
      </PeriodFields>
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
        <ShopFiles period={period} />
      </div>
    </>
  );
}
