'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClock, useSideName } from '../../_desk/clock.tsx';
import { type Period, periodOf } from '../../_desk/period.ts';
import { PeriodFields } from '../../_desk/period-fields.tsx';
import { SaveFiles } from '../../_desk/save-files.tsx';
import { countryName } from '../../_ui/countries.ts';
import { PageHeader, Panel } from '../../_ui/surfaces.tsx';
import { useAuditWords } from '../audit/audit-words.ts';
import type { Scribe } from './file-columns.ts';
import { OFFICE_FILES, type OfficeFile } from './office-files.ts';

/** What an administrator or an auditor takes along of a period: the whole market's, for a spreadsheet. */
export function Files() {
  const t = useTranslations('office');
  const everywhere = useTranslations('everywhere');
  const { market, offsetMinutes = 0, nowMs } = useClock();
  return (
    <>
      <PageHeader title={t('pages.files')} note={t('files.note')} />
      {market === undefined ? (
        <p role="status" className="py-16 text-center text-soft">
          {everywhere('loading')}
        </p>
      ) : (
        <FilesOf today={new Date(nowMs() + offsetMinutes * 60_000).toISOString().slice(0, 10)} />
      )}
    </>
  );
}

function FilesOf({ today }: { readonly today: string }) {
  const t = useTranslations('office.files');
  const [period, setPeriod] = useState<Period>(() => periodOf('month', today));
  const scribe = useScribe();
  return (
    <div className="grid gap-4">
      <Panel title={t('of')}>
        <PeriodFields today={today} period={period} onPeriod={setPeriod} />
      </Panel>
      <SaveFiles
        title={t('title')}
        note={t('titleNote')}
        period={period}
        names={Object.keys(OFFICE_FILES) as OfficeFile[]}
        nameOf={(name) => t(`file.${name}`)}
        make={(name) => OFFICE_FILES[name](period, scribe)}
      />
    </div>
  );
}

function useScribe(): Scribe {
  const t = useTranslations('office.files');
  const passes = useTranslations('office.passes');
  const statement = useTranslations('desk.statement');
  const language = useLocale();
  const sideName = useSideName();
  const { market, side = '' } = useClock();
  const { kindName, actorName, factName, valueName } = useAuditWords();
  return {
    head: (head) => t(`column.${head}`),
    country: (code) => countryName(code, language),
    sideName,
    visitState: (state) => t(`visit.${state}`),
    category: (category) =>
      passes.has(`categories.${category as 'visitor'}`) ? passes(`categories.${category as 'visitor'}`) : category,
    sum: (name) => statement(name),
    kindName,
    actorName,
    factsText: (facts) =>
      Object.entries(facts)
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => `${factName(name)}: ${valueName(String(value))}`)
        .join('; '),
    minutesAhead: (code) => market?.sides.find((one) => one.code === code)?.offsetMinutes ?? 0,
    side,
  };
}
