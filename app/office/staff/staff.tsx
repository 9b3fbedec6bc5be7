'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { At } from '../../_desk/clock.tsx';
import { isFoundIn } from '../../_desk/found-in.ts';
import { SearchField } from '../../_desk/search-field.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { Button } from '../../_ui/button.tsx';
import type { TableColumn } from '../../_ui/data-table.tsx';
import { SelectField } from '../../_ui/fields.tsx';
import { ListPage } from '../list-page.tsx';
import { useMayAct } from '../office-frame.tsx';
import type { PersonRow } from '../office-views.ts';
import { StandingAct, StandingBadge, StandingDialog, type Subject } from '../standing.tsx';
import { AddPerson, STAFF_ROLES } from './add-person.tsx';

export function Staff() {
  const t = useTranslations('office');
  const desk = useTranslations('desk');
  const mayAct = useMayAct();
  const { body, fault, reload } = useRead<{ readonly staff: readonly PersonRow[] }>('office/staff');
  const [search, setSearch] = useState('');
  const [role, setRole] = useState('all');
  const [asked, setAsked] = useState<Subject | null>(null);
  const [adding, setAdding] = useState(false);
  const columns = useStaffColumns(mayAct ? setAsked : undefined);
  const roles = [{ id: 'all', name: desk('all') }, ...STAFF_ROLES.map((id) => ({ id, name: t(`staff.roles.${id}`) }))];
  const found = body?.staff.filter(
    (person) => (role === 'all' || person.role === role) && isFoundIn(search, [person.name, person.login, person.vendor]),
  );
  return (
    <>
      <ListPage
        title={t('pages.staff')}
        note={t('staff.note')}
        acts={
          mayAct && (
            <Button look="primary" onPress={() => setAdding(true)}>
              {t('staff.add')}
            </Button>
          )
        }
        filters={
          <>
            <SearchField label={t('staff.find')} value={search} onChange={setSearch} />
            <div className="w-56">
              <SelectField label={t('staff.role')} choices={roles} value={role} onChange={setRole} placeholder={desk('all')} />
            </div>
          </>
        }
        columns={columns}
        items={found}
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
