'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { isFoundIn } from '../_desk/found-in.ts';
import { SearchField } from '../_desk/search-field.tsx';
import { Button } from '../_ui/button.tsx';
import type { TableColumn } from '../_ui/data-table.tsx';
import { SelectField } from '../_ui/fields.tsx';
import { ListPage } from './list-page.tsx';
import { useMayAct } from './office-frame.tsx';

type Props<Item extends { readonly id: string; readonly role: string }> = {
  readonly title: string;
  readonly note: ReactNode;
  /** What is looked for, and in which of its texts. */
  readonly find: string;
  readonly textsOf: (item: Item) => readonly (string | null)[];
  readonly role: string;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly add: string;
  readonly onAdd: () => void;
  readonly columns: readonly TableColumn<Item>[];
  readonly items: readonly Item[] | undefined;
  readonly fault: number | null;
  readonly onAgain: () => void;
};

/** Everybody or everything that has a role here: found by a text, narrowed to one role, added to by who may. */
export function RoleList<Item extends { readonly id: string; readonly role: string }>(props: Props<Item>) {
  const { find, textsOf, role, roles, add, onAdd, items, ...list } = props;
  const desk = useTranslations('desk');
  const mayAct = useMayAct();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState('all');
  return (
    <ListPage
      {...list}
      items={items?.filter((item) => (chosen === 'all' || item.role === chosen) && isFoundIn(search, textsOf(item)))}
      acts={
        mayAct && (
          <Button look="primary" onPress={onAdd}>
            {add}
          </Button>
        )
      }
      filters={
        <>
          <SearchField label={find} value={search} onChange={setSearch} />
          <div className="w-56">
            <SelectField
              label={role}
              choices={[{ id: 'all', name: desk('all') }, ...roles]}
              value={chosen}
              onChange={setChosen}
              placeholder={desk('all')}
            />
          </div>
        </>
      }
    />
  );
}
