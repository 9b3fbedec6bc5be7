'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { Button } from '../../_ui/button.tsx';
import { useToast } from '../../_ui/toast.tsx';
import type { RateKind } from '../law/law-views.ts';

type Props = { readonly kind: RateKind; readonly onClose: () => void; readonly onDone: () => void };
type Chosen = { readonly name: string; readonly text: string };

/** A file of rates: all of it or nothing, its faults by line. */
export function ImportRates({ kind, onClose, onDone }: Props) {
  const t = useTranslations('lawRoom.rates');
  const desk = useTranslations('desk');
  const act = useAct();
  const say = useToast();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [tried, setTried] = useState(false);

  async function choose(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (file === undefined) return;
    act.clear();
    setChosen({ name: file.name, text: await file.text() });
  }

  async function submit(): Promise<void> {
    setTried(true);
    if (chosen === null) return;
    const fields = { kind, file: chosen.text };
    const entered = await act.run<{ rates: number }>('rate-files', fields, (id) => ({ id, ...fields }));
    if (entered === undefined) return;
    say({ text: t(kind === 'law' ? 'laid' : 'entered', { count: entered.rates }), tone: 'good' });
    onDone();
    onClose();
  }

  const lines = chosen?.text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').length ?? 0;
  return (
    <FormDialog title={t('import')} label={t('importAct')} act={act} wide onClose={onClose} onSubmit={() => void submit()}>
      <p className="text-soft">{t(kind === 'law' ? 'lawNote' : 'tillNote')}</p>
      <p>{t('fileHint')}</p>
      <div className="flex flex-wrap items-center gap-4">
        <FileTrigger acceptedFileTypes={['.csv', 'text/csv', 'text/plain']} onSelect={(files) => void choose(files)}>
          <Button>{t('chooseFile')}</Button>
        </FileTrigger>
        {chosen && <span>{t('chosen', { name: `\u2066${chosen.name}\u2069`, count: Math.max(0, lines - 1) })}</span>}
        {chosen === null && tried && <span className="font-semibold text-red">{desk('missing')}</span>}
      </div>
    </FormDialog>
  );
}
