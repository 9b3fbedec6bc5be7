'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonDialog } from '../../_desk/reason-dialog.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { useMayAct } from '../office-frame.tsx';
import type { DeviceRow } from '../office-views.ts';
import { RoleList } from '../role-list.tsx';
import { StandingDialog, type Subject } from '../standing.tsx';
import { AddDevice } from './add-device.tsx';
import { CodeDialog, type CodedDevice } from './code-dialog.tsx';
import { useDeviceColumns } from './device-columns.tsx';
import { SetPrinter } from './set-printer.tsx';

const ROLES = ['kiosk', 'gate', 'till', 'desk', 'auditor', 'program'] as const;

type Asked =
  | { readonly what: 'standing'; readonly subject: Subject }
  | { readonly what: 'revoke' | 'printer'; readonly device: DeviceRow }
  | { readonly what: 'code'; readonly device: CodedDevice }
  | { readonly what: 'add' };

export function Devices() {
  const t = useTranslations('office');
  const mayAct = useMayAct();
  const { body, fault, reload } = useRead<{ readonly devices: readonly DeviceRow[] }>('office/devices');
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = useDeviceColumns(
    mayAct
      ? {
          onStanding: (subject) => setAsked({ what: 'standing', subject }),
          onRevoke: (device) => setAsked({ what: 'revoke', device }),
          onPrinter: (device) => setAsked({ what: 'printer', device }),
          onCode: (device) => setAsked({ what: 'code', device }),
        }
      : undefined,
  );
  const here = ROLES.filter((each) => body?.devices.some((device) => device.role === each));
  const close = () => setAsked(null);
  return (
    <>
      <RoleList
        title={t('pages.devices')}
        note={t('devices.note')}
        find={t('devices.find')}
        textsOf={({ name, code, gate, stall }) => [name, code, gate, stall]}
        role={t('devices.role')}
        roles={here.map((id) => ({ id, name: t(`devices.roles.${id}`) }))}
        add={t('devices.add')}
        onAdd={() => setAsked({ what: 'add' })}
        columns={columns}
        items={body?.devices}
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
      {asked?.what === 'printer' && <SetPrinter till={asked.device} onClose={close} onDone={reload} />}
      {asked?.what === 'add' && <AddDevice onClose={close} onAdded={(device) => setAsked({ what: 'code', device })} />}
    </>
  );
}
