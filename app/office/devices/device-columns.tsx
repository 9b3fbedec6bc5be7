'use client';
import { useTranslations } from 'next-intl';
import { At } from '../../_desk/clock.tsx';
import { RowAct } from '../../_desk/row-acts.tsx';
import type { TableColumn } from '../../_ui/data-table.tsx';
import { Badge } from '../../_ui/surfaces.tsx';
import type { DeviceRow } from '../office-views.ts';
import { StandingAct, StandingBadge, type Subject } from '../standing.tsx';

type Acts = {
  readonly onStanding: (subject: Subject) => void;
  readonly onRevoke: (device: DeviceRow) => void;
  readonly onCode: (device: DeviceRow) => void;
  readonly onPrinter: (till: DeviceRow) => void;
};

/** The doors that a browser is enrolled for by a code; others get a token on the server. */
export const CODED_ROLES = ['kiosk', 'gate', 'till'] as const;

const takesCode = ({ role }: DeviceRow): boolean => (CODED_ROLES as readonly string[]).includes(role);

export function useDeviceColumns(acts: Acts | undefined): readonly TableColumn<DeviceRow>[] {
  const t = useTranslations('office.devices');
  const office = useTranslations('office');
  const desk = useTranslations('desk');
  const columns: TableColumn<DeviceRow>[] = [
    {
      id: 'device',
      name: t('device'),
      cell: ({ name, code, role }) => (
        <span className="grid">
          <b>
            <bdi>{name}</bdi>
          </b>
          <span className="text-s text-soft">
            <bdi dir="ltr">{code}</bdi> · {t(`roles.${role}`)}
          </span>
        </span>
      ),
    },
    {
      id: 'place',
      name: t('place'),
      cell: ({ gate, stall, printer }) => (
        <span className="grid">
          <bdi dir="ltr">{gate ?? stall}</bdi>
          {printer !== null && (
            <span className="text-s text-soft">
              {t('printer')} <bdi dir="ltr">{printer}</bdi>
            </span>
          )}
        </span>
      ),
    },
    { id: 'since', name: t('since'), cell: ({ enrolledAt }) => <At at={enrolledAt} show="day" /> },
    { id: 'standing', name: office('standing'), cell: (device) => <DeviceStanding device={device} /> },
  ];
  if (acts === undefined) return columns;
  const cell = (device: DeviceRow) =>
    device.revokedAt === null && (
      <span className="flex justify-end">
        {takesCode(device) && (
          <RowAct label={t('newCode')} whole={t('newCodeFor', { name: device.name })} onPress={() => acts.onCode(device)} />
        )}
        {device.role === 'till' && (
          <RowAct label={t('printer')} whole={t('printerOf', { name: device.name })} onPress={() => acts.onPrinter(device)} />
        )}
        <StandingAct subject={{ ...device, path: 'devices' }} onAsk={acts.onStanding} />
        <RowAct danger label={t('revoke')} whole={t('revokeOne', { name: device.name })} onPress={() => acts.onRevoke(device)} />
      </span>
    );
  return [...columns, { id: 'acts', name: desk('acts'), align: 'end', cell }];
}

function DeviceStanding({ device: { revokedAt, suspended, enrolled } }: { readonly device: DeviceRow }) {
  const t = useTranslations('office.devices');
  if (revokedAt !== null)
    return (
      <span className="grid justify-items-start gap-0.5">
        <Badge>{t('revoked')}</Badge>
        <span className="text-s text-soft">
          <At at={revokedAt} />
        </span>
      </span>
    );
  if (suspended !== null) return <StandingBadge suspended={suspended} />;
  return enrolled ? <Badge tone="good">{t('enrolled')}</Badge> : <Badge tone="attention">{t('waiting')}</Badge>;
}
