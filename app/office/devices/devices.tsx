'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isFoundIn } from '../../_desk/found-in.ts';
import { ReasonDialog } from '../../_desk/reason-dialog.tsx';
import { SearchField } from '../../_desk/search-field.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { Button } from '../../_ui/button.tsx';
import { SelectField } from '../../_ui/fields.tsx';
import { ListPage } from '../list-page.tsx';
import { useMayAct } from '../office-frame.tsx';
import type { DeviceRow } from '../office-views.ts';
import { StandingDialog, type Subject } from '../standing.tsx';
import { AddDevice } from './add-device.tsx';
import { CodeDialog, type CodedDevice } from './code-dialog.tsx';
import { useDeviceColumns } from './device-columns.tsx';

const ROLES = ['kiosk', 'gate', 'till', 'desk', 'auditor', 'program'] as const;

type Asked =
  | { readonly what: 'standing'; readonly subject: Subject }
  | { readonly what: 'revoke'; readonly device: DeviceRow }
  | { readonly what: 'code'; readonly device: CodedDevice }
  | { readonly what: 'add' };

export function Devices() {
  const t = useTranslations('office');
  const desk = useTranslations('desk');
  const mayAct = useMayAct();
  const { body, fault, reload } = useRead<{ readonly devices: readonly DeviceRow[] }>('office/devices');
  const [search, setSearch] = useState('');
  const [role, setRole] = useState('all');
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = useDeviceColumns(
    mayAct
      ? {
          onStanding: (subject) => setAsked({ what: 'standing', subject }),
          onRevoke: (device) => setAsked({ what: 'revoke', device }),
          onCode: (device) => setAsked({ what: 'code', device }),
        }
      : undefined,
  );
  const here = ROLES.filter((each) => body?.devices.some((device) => device.role === each));
  const roles = [{ id: 'all', name: desk('all') }, ...here.map((id) => ({ id, name: t(`devices.roles.${id}`) }))];
  const found = body?.devices.filter(
    (device) =>
      (role === 'all' || device.role === role) && isFoundIn(search, [device.name, device.code, device.gate, device.stall]),
  );
  const close = () => setAsked(null);
  return (
    <>
      <ListPage
        title={t('pages.devices')}
        note={t('devices.note')}
        acts={
          mayAct && (
            <Button look="primary" onPress={() => setAsked({ what: 'add' })}>
              {t('devices.add')}
            </Button>
          )
        }
        filters={
          <>
            <SearchField label={t('devices.find')} value={search} onChange={setSearch} />
            <div className="w-56">
              <SelectField label={t('devices.role')} choices={roles} value={role} onChange={setRole} placeholder={desk('all')} />
            </div>
          </>
        }
        columns={columns}
        items={found}
        fault={fault}
        onAgain={reload}
      />
      {asked?.what === 'standing' && <StandingDialog subject={asked.subject} onClose={close} onDone={reload} />}
      {asked?.what === 'revoke' && (
        <ReasonDialog
          title={t('devices.revokeOne', { name: asked.device.name })}
          note={t('devices.revokeNote')}
          label={t('devices.revoke')}
          path={`devices/${asked.device.id}/revocations`}
          done={t('done.revoked', { name: asked.device.name })}
          onClose={close}
          onDone={reload}
        />
      )}
      {asked?.what === 'code' && <CodeDialog device={asked.device} onClose={close} onDone={reload} />}
      {asked?.what === 'add' && <AddDevice onClose={close} onAdded={(device) => setAsked({ what: 'code', device })} />}
    </>
  );
}
