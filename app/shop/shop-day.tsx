'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { FaultNote } from '../_desk/fault-note.tsx';
import { LiveDot } from '../_desk/live-dot.tsx';
import { useLive } from '../_desk/use-live.ts';
import { useRead } from '../_desk/use-read.ts';
import { PageHeader } from '../_ui/surfaces.tsx';
import { BestSellers, EarlierDays } from './day-tables.tsx';
import { Receipts } from './receipts.tsx';
import type { DayView, ReceiptView } from './shop-views.ts';
import { StallTakings } from './stall-takings.tsx';

/** What a vendor's stalls sell today; every sale brings it up to date. */
export function ShopDay() {
  const t = useTranslations('shop');
  const everywhere = useTranslations('everywhere');
  const day = useRead<DayView>('shop/day');
  const sales = useRead<{ readonly sales: readonly ReceiptView[] }>('shop/sales?limit=25');
  const reload = useCallback(() => {
    day.reload();
    sales.reload();
  }, [day.reload, sales.reload]);
  const live = useLive('shop', reload);
  const fault = day.fault ?? sales.fault;
  return (
    <>
      <PageHeader title={t('pages.day')} note={t('day.note')} acts={<LiveDot live={live} side={day.body?.stalls[0]?.side} />} />
      {fault !== null && <FaultNote status={fault} onAgain={reload} />}
      {day.body === undefined ? (
        fault === null && (
          <p role="status" className="py-16 text-center text-soft">
            {everywhere('loading')}
          </p>
        )
      ) : (
        <>
          <StallTakings day={day.body} />
          <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
            <Receipts sales={sales.body?.sales} day={day.body} />
            <div className="grid min-w-0 gap-4">
              <BestSellers day={day.body} />
              <EarlierDays day={day.body} />
            </div>
          </div>
        </>
      )}
    </>
  );
}
