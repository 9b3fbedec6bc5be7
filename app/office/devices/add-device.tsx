'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useClock } from '../../_desk/clock.tsx';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { SelectField, TextField } from '../../_ui/fields.tsx';
import type { CodedDevice } from './code-dialog.tsx';
import { CODED_ROLES } from './device-columns.tsx';

type Props = { readonly onClose: () => void; readonly onAdded: (device: CodedDevice) => void };

/** A kiosk or a gate stands at a gate, a till at a stall. */
export function AddDevice({ onClose, onAdded }: Props) {
  const t = useTranslations('office.devices');
  const desk = useTranslations('desk');
  const { market, reload } = useClock();
  useEffect(reload, [reload]);
  const act = useAct();
  const [role, setRole] = useState<(typeof CODED_ROLES)[number]>('till');
  const [name, setName] = useState('');
  const [gate, setGate] = useState('');
  const [stall, setStall] = useState('');
  const [asked, setAsked] = useState(false);
  const atStall = role === 'till';
  const place = atStall ? stall : gate;

  async function submit(): Promise<void> {
    setAsked(true);
    if (name.trim().length < 2 || place === '') return;
    const fields = { role, name: name.trim(), ...(atStall ? { stall } : { gate }) };
    const added = await act.run<{ readonly device: CodedDevice }>('devices', fields, (id) => ({ id, ...fields }));
    if (added !== undefined) onAdded({ ...added.device, enrolled: false });
  }

  const missing = (text: string) => (asked && text.trim().length < 2 ? desk('missing') : undefined);
  return (
    <FormDialog title={t('add')} label={t('act')} kind="sheet" act={act} onClose={onClose} onSubmit={() => void submit()}>
      <SelectField
        label={t('role')}
        hint={t('programs')}
        choices={CODED_ROLES.map((id) => ({ id, name: t(`roles.${id}`) }))}
        value={role}
        onChange={(id) => setRole(id as typeof role)}
        placeholder={desk('choose')}
      />
      {atStall ? (
        <SelectField
          key="stall"
          label={t('stall')}
          choices={(market?.stalls ?? []).map(({ id, code, name }) => ({ id, name: `${code} · ${name}` }))}
          value={stall || null}
          onChange={setStall}
          placeholder={desk('choose')}
          error={missing(stall)}
        />
      ) : (
        <SelectField
          key="gate"
          label={t('gate')}
          choices={(market?.gates ?? []).map(({ code, name }) => ({ id: code, name: `${code} · ${name}` }))}
          value={gate || null}
          onChange={setGate}
          placeholder={desk('choose')}
          error={missing(gate)}
        />
      )}
      <TextField label={t('name')} hint={t('nameHint')} value={name} onChange={setName} maxLength={80} error={missing(name)} />
    </FormDialog>
  );
}
