'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CUSTODIES, type Custody } from '#lib/till/cash-count.ts';
import { useAct } from '../../_desk/use-act.ts';
import { SelectField } from '../../_ui/fields.tsx';
import type { VendorRow } from '../office-views.ts';
import { ActForm } from './act-form.tsx';

type Props = { readonly stalls: VendorRow['stalls']; readonly onDone: () => void };

/** Who holds what the tills of a stall take from now on: its vendor, or the market that pays it out. */
export function StallCustody({ stalls, onDone }: Props) {
  const t = useTranslations('office.statement');
  const act = useAct();
  const [chosen, setChosen] = useState(stalls[0]?.id ?? '');
  const [wanted, setWanted] = useState<Custody>();
  const stall = stalls.find(({ id }) => id === chosen);
  if (stall === undefined) return null;
  const custody = wanted ?? stall.custody;

  async function submit(): Promise<void> {
    const fields = { stall: chosen, custody };
    if ((await act.run('stall-custodies', fields, (id) => ({ id, ...fields }))) === undefined) return;
    setWanted(undefined);
    onDone();
  }

  return (
    <ActForm
      act={act}
      title={t('custody')}
      label={t('custodySet')}
      isReady={custody !== stall.custody}
      onSubmit={() => void submit()}
    >
      <SelectField
        label={t('custodyStall')}
        choices={stalls.map(({ id, code, name }) => ({ id, name: `${code} · ${name}` }))}
        value={chosen}
        onChange={(id) => {
          setChosen(id);
          setWanted(undefined);
        }}
        placeholder={t('custodyStall')}
      />
      <SelectField
        label={t('custodyWho')}
        choices={CUSTODIES.map((one) => ({ id: one, name: t(`custodies.${one}`) }))}
        value={custody}
        onChange={(one) => setWanted(one as Custody)}
        placeholder={t('custodyWho')}
      />
    </ActForm>
  );
}
