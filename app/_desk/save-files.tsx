'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { languageOf } from '#lib/words/languages.ts';
import { Button } from '../_ui/button.tsx';
import { Panel } from '../_ui/surfaces.tsx';
import { FaultNote } from './fault-note.tsx';
import type { MadeTable } from './listed-file.ts';
import type { Period } from './period.ts';
import { FORMATS, type Format, fileOf, saveFile } from './table-file.ts';

type Props<Name extends string> = {
  readonly title: string;
  readonly note: string;
  readonly period: Period;
  readonly names: readonly Name[];
  readonly nameOf: (name: Name) => string;
  readonly make: (name: Name) => MadeTable;
};

/** Files for a spreadsheet: their rows are read a page at a time and put together here, so that no till waits for it. */
export function SaveFiles<Name extends string>({ title, note, period, names, nameOf, make }: Props<Name>) {
  const t = useTranslations('desk.files');
  const language = useLocale();
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<number | null>(null);

  async function save(name: Name, format: Format): Promise<void> {
    setFault(null);
    setBusy(`${name} ${format}`);
    const made = await make(name);
    setBusy(null);
    if (typeof made === 'number') return setFault(made);
    const blob = await fileOf({ ...made, name: nameOf(name) }, format, languageOf(language).dir === 'rtl');
    saveFile(blob, `${name}-${period.from}-${period.to}.${format}`);
  }

  return (
    <Panel title={title}>
      <p className="-mt-3 text-soft">{note}</p>
      {fault !== null && <FaultNote status={fault} />}
      <ul className="grid gap-2">
        {names.map((name) => (
          <li key={name} className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-2">
            <span>{nameOf(name)}</span>
            <span className="flex gap-2">
              {FORMATS.map((format) => (
                <Button
                  key={format}
                  aria-label={t('saveAs', { what: nameOf(name), format: `\u2066${format.toUpperCase()}\u2069` })}
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
