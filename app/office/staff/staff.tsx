'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { At } from '../../_desk/clock.tsx';
import { RowAct } from '../../_desk/row-acts.tsx';
import { useRead } from '../../_desk/use-read.ts';
import type { TableColumn } from '../../_ui/data-table.tsx';
import { useMayAct } from '../office-frame.tsx';
import type { PersonRow } from '../office-views.ts';
import { RoleList } from '../role-list.tsx';
import { StandingAct, StandingBadge, StandingDialog, type Subject } from '../standing.tsx';
import { AddPerson, STAFF_ROLES } from './add-person.tsx';
import { OwnPass } from './own-pass.tsx';

export function Staff() {
  const t = useTranslations('office');
  const mayAct = useMayAct();
  const { body, fault, reload } = useRead<{ readonly staff: readonly PersonRow[] }>('office/staff');
  const [asked, setAsked] = useState<Subject | null>(null);
  const [adding, setAdding] = useState(false);
  const [naming, setNaming] = useState<PersonRow | null>(null);
  const columns = useStaffColumns(mayAct ? { ask: setAsked, name: setNaming } : undefined);
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
      {naming && <OwnPass person={naming} onClose={() => setNaming(null)} onDone={reload} />}
      {adding && <AddPerson onClose={() => setAdding(false)} onDone={reload} />}
    </>
  );
}

type Acts = { readonly ask: (subject: Subject) => void; readonly name: (person: PersonRow) => void };

function useStaffColumns(acts: Acts | undefined): readonly TableColumn<PersonRow>[] {
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
    { id: 'ownPass', name: t('ownPass'), cell: ({ hasOwnPass }) => (hasOwnPass ? t('ownPassKnown') : null) },
    { id: 'standing', name: office('standing'), cell: ({ suspended }) => <StandingBadge suspended={suspended} /> },
  ];
  if (acts === undefined) return columns;
  const act = (person: PersonRow) => (
    <span className="flex justify-end">
      <RowAct label={t('ownPassName')} whole={t('ownPassNameOne', { name: person.name })} onPress={() => acts.name(person)} />
      <StandingAct subject={{ path: 'staff', id: person.id, name: person.name, suspended: person.suspended }} onAsk={acts.ask} />
    </span>
  );
  return [...columns, { id: 'acts', name: desk('acts'), align: 'end', cell: act }];
}
