'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LEAST_PASSWORD, LOGIN } from '#lib/staff/sign-in-rules.ts';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { useRead } from '../../_desk/use-read.ts';
import { SelectField, TextField } from '../../_ui/fields.tsx';
import { useToast } from '../../_ui/toast.tsx';
import type { PersonRow, VendorRow } from '../office-views.ts';

type Role = PersonRow['role'];
type Props = { readonly onClose: () => void; readonly onDone: () => void };

export const STAFF_ROLES = ['administrator', 'auditor', 'owner', 'officer', 'cashier'] as const satisfies readonly Role[];

/** Which fields a role has: a desk needs a login and a password, a device a PIN, a vendor's people their vendor. */
const FIELDS: Readonly<Record<Role, { readonly desk: boolean; readonly vendor: boolean }>> = {
  administrator: { desk: true, vendor: false },
  auditor: { desk: true, vendor: false },
  owner: { desk: true, vendor: true },
  officer: { desk: false, vendor: false },
  cashier: { desk: false, vendor: true },
};

export function AddPerson({ onClose, onDone }: Props) {
  const t = useTranslations('office.staff');
  const office = useTranslations('office');
  const desk = useTranslations('desk');
  const act = useAct();
  const say = useToast();
  const { body } = useRead<{ readonly vendors: readonly VendorRow[] }>('office/vendors');
  const [role, setRole] = useState<Role>('cashier');
  const [typed, setTyped] = useState({ name: '', login: '', password: '', pin: '', vendor: '' });
  const [asked, setAsked] = useState(false);
  const needs = FIELDS[role];
  const put = (field: keyof typeof typed) => (value: string) => setTyped((before) => ({ ...before, [field]: value }));

  const faults = {
    name: typed.name.trim().length < 2 && t('nameBad'),
    login: needs.desk && !LOGIN.test(typed.login) && t('loginBad'),
    password: needs.desk && typed.password.length < LEAST_PASSWORD && t('passwordBad'),
    pin: !needs.desk && !/^\d{6,8}$/.test(typed.pin) && t('pinBad'),
    vendor: needs.vendor && typed.vendor === '' && desk('missing'),
  };
  const said = (field: keyof typeof faults) => (asked && faults[field] ? faults[field] : undefined);

  async function submit(): Promise<void> {
    setAsked(true);
    if (Object.values(faults).some(Boolean)) return;
    const fields = {
      role,
      name: typed.name.trim(),
      ...(needs.desk ? { login: typed.login, password: typed.password } : { pin: typed.pin }),
      ...(needs.vendor ? { vendor: typed.vendor } : {}),
    };
    if ((await act.run('staff', fields, (id) => ({ person: { id, ...fields } }))) === undefined) return;
    say({ text: office('done.added', { name: typed.name }), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog title={t('add')} label={t('act')} kind="sheet" act={act} onClose={onClose} onSubmit={() => void submit()}>
      <SelectField
        label={t('role')}
        hint={t(`roleNotes.${role}`)}
        choices={STAFF_ROLES.map((id) => ({ id, name: t(`roles.${id}`) }))}
        value={role}
        onChange={(id) => setRole(id as Role)}
        placeholder={desk('choose')}
      />
      <TextField label={t('name')} value={typed.name} onChange={put('name')} maxLength={80} error={said('name')} />
      {needs.vendor && (
        <SelectField
          label={t('vendor')}
          choices={body?.vendors ?? []}
          value={typed.vendor || null}
          onChange={put('vendor')}
          placeholder={desk('choose')}
          error={said('vendor')}
        />
      )}
      {needs.desk ? (
        <>
          <TextField
            label={t('login')}
            hint={t('loginHint')}
            dir="ltr"
            value={typed.login}
            onChange={put('login')}
            maxLength={40}
            error={said('login')}
          />
          <TextField
            label={t('password')}
            hint={t('passwordHint')}
            dir="ltr"
            type="password"
            autoComplete="new-password"
            value={typed.password}
            onChange={put('password')}
            maxLength={200}
            error={said('password')}
          />
        </>
      ) : (
        <TextField
          label={t('pin')}
          hint={t('pinHint')}
          dir="ltr"
          type="password"
          inputMode="numeric"
          value={typed.pin}
          onChange={put('pin')}
          maxLength={8}
          error={said('pin')}
        />
      )}
    </FormDialog>
  );
}
