'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FiscalAdapter } from '#lib/fiscal/fiscal-document.ts';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { SelectField, TextField } from '../../_ui/fields.tsx';
import { useToast } from '../../_ui/toast.tsx';
import type { FiscalSide } from '../office-views.ts';

type Props = {
  readonly of: FiscalSide;
  readonly name: string;
  readonly adapters: readonly FiscalAdapter[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

const TERMS = ['onTimeMinutes', 'loudHours', 'shutHours'] as const;
/** As Kazakhstan has it, where nobody has entered anything yet (lib/why/fiscal-documents-wait-their-turn.md). */
const FIRST = { onTimeMinutes: '15', loudHours: '60', shutHours: '72' };

/** Who a side's documents go to, and how long they may wait. */
export function ChangeAdapter({ of, name, adapters, onClose, onDone }: Props) {
  const t = useTranslations('office.fiscal');
  const act = useAct();
  const say = useToast();
  const [adapter, setAdapter] = useState<FiscalAdapter>(of.adapter);
  const [terms, setTerms] = useState<Readonly<Record<(typeof TERMS)[number], string>>>(
    of.terms === null
      ? FIRST
      : {
          onTimeMinutes: String(of.terms.onTimeMinutes),
          loudHours: String(of.terms.loudHours),
          shutHours: String(of.terms.shutHours),
        },
  );
  const [tried, setTried] = useState(false);
  const isWhole = (term: (typeof TERMS)[number]): boolean => /^[1-9]\d{0,3}$/.test(terms[term].trim());

  async function submit(): Promise<void> {
    setTried(true);
    if (!TERMS.every(isWhole)) return;
    const { onTimeMinutes, loudHours, shutHours } = terms;
    const fields = {
      adapter,
      onTimeMinutes: Number(onTimeMinutes),
      loudHours: Number(loudHours),
      shutHours: Number(shutHours),
    };
    if ((await act.run(`sides/${of.side}/fiscal-adapters`, fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t('changed', { side: name, name: t(`adapters.${adapter}`) }), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={t('changeOne', { side: name })}
      label={t('change')}
      act={act}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="text-soft">{t('changeNote')}</p>
      <SelectField
        label={t('adapter')}
        placeholder=""
        value={adapter}
        choices={adapters.map((each) => ({ id: each, name: t(`adapters.${each}`) }))}
        onChange={(id) => setAdapter(id as FiscalAdapter)}
      />
      {TERMS.map((term) => (
        <TextField
          key={term}
          label={t(term)}
          dir="ltr"
          inputMode="numeric"
          value={terms[term]}
          onChange={(value) => setTerms((before) => ({ ...before, [term]: value }))}
          maxLength={4}
          error={tried && !isWhole(term) ? t('whole') : undefined}
        />
      ))}
    </FormDialog>
  );
}
