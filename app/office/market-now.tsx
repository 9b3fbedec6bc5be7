'use client';
import { useTranslations } from 'next-intl';
import { useSideName } from '../_desk/clock.tsx';
import { FaultNote } from '../_desk/fault-note.tsx';
import { LiveDot } from '../_desk/live-dot.tsx';
import { useLive } from '../_desk/use-live.ts';
import { useRead } from '../_desk/use-read.ts';
import { DateText } from '../_ui/figures.tsx';
import { PageHeader } from '../_ui/surfaces.tsx';
import { AllowanceChart } from './charts/allowance-chart.tsx';
import { HoursChart } from './charts/hours-chart.tsx';
import { NationalitiesChart } from './charts/nationalities-chart.tsx';
import { RefusalsChart } from './charts/refusals-chart.tsx';
import { StallsChart } from './charts/stalls-chart.tsx';
import { DayFigures } from './day-figures.tsx';
import type { Overview } from './office-views.ts';

/** The market as it is: figures first, then their shape. Every act in the market brings it up to date. */
export function MarketNow() {
  const t = useTranslations('office');
  const { body, fault, reload } = useRead<Overview>('office/overview');
  const live = useLive('office', reload);
  const sideName = useSideName();
  return (
    <>
      <PageHeader
        title={t('pages.now')}
        note={
          body && (
            <span className="flex flex-wrap gap-x-4">
              {body.marketDays.map(({ side, day }) => (
                <span key={side}>
                  {sideName(side)}: <DateText at={day} />
                </span>
              ))}
            </span>
          )
        }
        acts={<LiveDot live={live} />}
      />
      {fault !== null && <FaultNote status={fault} onAgain={reload} />}
      {body === undefined ? (
        fault === null && <Waiting />
      ) : (
        <>
          <DayFigures overview={body} />
          <div className="grid items-start gap-4 md:grid-cols-2">
            <HoursChart overview={body} />
            <NationalitiesChart overview={body} />
            <AllowanceChart overview={body} />
            <RefusalsChart overview={body} />
            <StallsChart overview={body} />
          </div>
        </>
      )}
    </>
  );
}

function Waiting() {
  const t = useTranslations('everywhere');
  return (
    <p role="status" className="grid min-h-96 place-items-center text-soft">
      {t('loading')}
    </p>
  );
}
