'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { At } from '../../_desk/clock.tsx';
import { useRead } from '../../_desk/use-read.ts';
import type { TableColumn } from '../../_ui/data-table.tsx';
import { useMayAct } from '../office-frame.tsx';
import type { PersonRow } from '../office-views.ts';
import { RoleList } from '../role-list.tsx';
import { StandingAct, StandingBadge, StandingDialog, type Subject } from '../standing.tsx';
import { AddPerson, STAFF_ROLES } from './add-person.tsx';

export function Staff() {
  const t = useTranslations('office');
  const mayAct = useMayAct();
  const { body, fault, reload } = useRead<{ readonly staff: readonly PersonRow[] }>('office/staff');
  const [asked, setAsked] = useState<Subject | null>(null);
  const [adding, setAdding] = useState(false);
  const columns = useStaffColumns(mayAct ? setAsked : undefined);
  return (
    <>
      <RoleList
        title={t('pages.staff')}
        note={t('staff.note')}
        find={t('staff.find')}
        textsOf={({ name, login, vendor }) => [name, login, vendor]}
        role={t('staff.role')}
        roles={STAFF_ROLES.map((id) => ({ id, name: t(`staff.roles.${id}`) }))}
        add={t('staff.add')}
        onAdd={() => setAdding(true)}
        columns={columns}
        items={body?.staff}
        fault={fault}
        onAgain={reload}
      />
      {asked && <StandingDialog subject={asked} onClose={() => setAsked(null)} onDone={reload} />}
      {adding && <AddPerson onClose={() => setAdding(false)} onDone={reload} />}
    </>
  );
}

function useStaffColumns(onAsk: ((subject: Subject) => void) | undefined): readonly TableColumn<PersonRow>[] {
  const t = useTranslations('office.staff');
  const office = useTranslations('office');
  const desk = useTranslations('desk');
  const columns: TableColumn<PersonRow>[] = [
    {
      id: 'name',
      name: t('name'),
      cell: ({ name, login }) => (
        <span className="grid">
          <b>
            <bdi>{name}</bdi>
          </b>
          <span className="text-s text-soft">{login === null ? t('byPin') : <bdi dir="ltr">{login}</bdi>}</span>
        </span>
      ),
    },
    { id: 'role', name: t('role'), cell: ({ role }) => t(`roles.${role}`) },
    { id: 'vendor', name: t('vendor'), cell: ({ vendor }) => vendor && <bdi>{vendor}</bdi> },
    { id: 'since', name: t('since'), cell: ({ recordedAt }) => <At at={recordedAt} show="day" /> },
    { id: 'standing', name: office('standing'), cell: ({ suspended }) => <StandingBadge suspended={suspended} /> },
  ];
  if (onAsk === undefined) return columns;
  const act = ({ id, name, suspended }: PersonRow) => (
    <StandingAct subject={{ path: 'staff', id, name, suspended }} onAsk={onAsk} />
  );
  return [...columns, { id: 'acts', name: desk('acts'), align: 'end', cell: act }];
}
