'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useClock } from '../../_desk/clock.tsx';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { newId } from '../../_ui/api.ts';
import { Button } from '../../_ui/button.tsx';
import { countriesIn } from '../../_ui/countries.ts';
import { SelectField, TextField } from '../../_ui/fields.tsx';
import { useToast } from '../../_ui/toast.tsx';
import { isStallWhole, type NewStall, StallFields } from './stall-fields.tsx';

type Props = { readonly onClose: () => void; readonly onDone: () => void };

const MOST_STALLS = 20;

/** A company, under what name it trades, and its stalls. */
export function LicenseVendor({ onClose, onDone }: Props) {
  const t = useTranslations('office.vendors');
  const office = useTranslations('office');
  const desk = useTranslations('desk');
  const language = useLocale();
  const act = useAct();
  const say = useToast();
  const { side = '' } = useClock();
  const [vendor, setVendor] = useState({ name: '', company: '', taxId: '', country: '' });
  const [stalls, setStalls] = useState<readonly NewStall[]>(() => [{ id: newId(), code: '', name: '', side }]);
  const [asked, setAsked] = useState(false);
  const countries = useMemo(() => countriesIn(language), [language]);

  const put = (field: keyof typeof vendor) => (value: string) => setVendor((before) => ({ ...before, [field]: value }));
  const missing = (text: string, least = 2) => (asked && text.trim().length < least ? desk('missing') : undefined);
  const isWhole =
    vendor.name.trim().length >= 2 &&
    vendor.company.trim().length >= 2 &&
    vendor.taxId.trim().length >= 3 &&
    vendor.country !== '' &&
    stalls.every(isStallWhole);

  async function submit(): Promise<void> {
    setAsked(true);
    if (!isWhole) return;
    const fields = { ...vendor, stalls };
    if ((await act.run('vendors', fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: office('done.licensed', { name: vendor.name }), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog title={t('license')} label={t('act')} kind="sheet" act={act} onClose={onClose} onSubmit={() => void submit()}>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={vendor.name}
        onChange={put('name')}
        maxLength={120}
        autoFocus
        error={missing(vendor.name)}
      />
      <TextField
        label={t('company')}
        hint={t('companyHint')}
        value={vendor.company}
        onChange={put('company')}
        maxLength={160}
        error={missing(vendor.company)}
      />
      <TextField
        label={t('taxId')}
        dir="ltr"
        value={vendor.taxId}
        onChange={put('taxId')}
        maxLength={40}
        error={missing(vendor.taxId, 3)}
      />
      <SelectField
        label={t('country')}
        choices={countries}
        value={vendor.country || null}
        onChange={put('country')}
        placeholder={desk('choose')}
        error={missing(vendor.country)}
      />
      {stalls.map((stall, place) => (
        <StallFields
          key={stall.id}
          number={place + 1}
          stall={stall}
          asked={asked}
          onChange={(changed) => setStalls((all) => all.map((each) => (each.id === changed.id ? changed : each)))}
          onRemove={stalls.length > 1 ? () => setStalls((all) => all.filter(({ id }) => id !== stall.id)) : undefined}
        />
      ))}
      {stalls.length < MOST_STALLS && (
        <Button onPress={() => setStalls((all) => [...all, { id: newId(), code: '', name: '', side: all.at(-1)?.side ?? '' }])}>
          {t('addStall')}
        </Button>
      )}
    </FormDialog>
  );
}
