'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { languageOf } from '#lib/words/languages.ts';
import { useClock } from '../../_desk/clock.tsx';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { FORMATS, type Format, fileOf, saveFile } from '../../_desk/table-file.ts';
import { Button } from '../../_ui/button.tsx';
import { nameIn } from '../../_ui/names.ts';
import { Panel } from '../../_ui/surfaces.tsx';
import type { Scribe } from './file-columns.ts';
import { FILES, type FileName } from './files.ts';
import type { Period } from './period.ts';

/** What the shop has, as files for a spreadsheet: read a page at a time and put together here, so that no till waits for it. */
export function SaveFiles({ period }: { readonly period: Period }) {
  const t = useTranslations('shop.reports');
  const language = useLocale();
  const scribe = useScribe();
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<number | null>(null);

  async function save(name: FileName, format: Format): Promise<void> {
    setFault(null);
    setBusy(`${name} ${format}`);
    const made = await FILES[name](period, scribe);
    setBusy(null);
    if (typeof made === 'number') return setFault(made);
    const blob = await fileOf({ ...made, name: t(`file.${name}`) }, format, languageOf(language).dir === 'rtl');
    saveFile(blob, `${name}-${period.from}-${period.to}.${format}`);
  }

  return (
    <Panel title={t('files')}>
      <p className="-mt-3 text-soft">{t('filesNote')}</p>
      {fault !== null && <FaultNote status={fault} />}
      <ul className="grid gap-2">
        {(Object.keys(FILES) as FileName[]).map((name) => (
          <li key={name} className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-2">
            <span>{t(`file.${name}`)}</span>
            <span className="flex gap-2">
              {FORMATS.map((format) => (
                <Button
                  key={format}
                  aria-label={t('saveAs', { what: t(`file.${name}`), format: `\u2066${format.toUpperCase()}\u2069` })}
                  isPending={busy === `${name} ${format}`}
                  isDisabled={busy !== null && busy !== `${name} ${format}`}
                  onPress={() => void save(name, format)}
                >
                  <bdi dir="ltr">{format.toUpperCase()}</bdi>
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {busy !== null && (
        <p role="status" className="text-soft">
          {t('saving')}
        </p>
      )}
    </Panel>
  );
}

function useScribe(): Scribe {
  const t = useTranslations('shop.reports');
  const statement = useTranslations('desk.statement');
  const language = useLocale();
  const { market } = useClock();
  return {
    language,
    head: (head) => t(`column.${head}`),
    kindOf: (category) => nameIn(market?.categories.find(({ id }) => id === category)?.names ?? {}, language, category),
    state: (voided) => t(voided ? 'voided' : 'sold'),
    custody: (custody) => t(`custody.${custody}`),
    sum: (name) => statement(name),
    minutesAhead: (side) => market?.sides.find(({ code }) => code === side)?.offsetMinutes ?? 0,
  };
}
