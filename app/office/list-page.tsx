'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FaultNote } from '../_desk/fault-note.tsx';
import { Button } from '../_ui/button.tsx';
import { DataTable, type TableColumn } from '../_ui/data-table.tsx';
import { EmptyState, PageHeader } from '../_ui/surfaces.tsx';

type Props<Item extends { readonly id: string }> = {
  readonly title: string;
  readonly note: ReactNode;
  readonly acts?: ReactNode;
  /** What the list is searched and narrowed by. */
  readonly filters?: ReactNode;
  readonly columns: readonly TableColumn<Item>[];
  /** undefined while nothing has come yet. */
  readonly items: readonly Item[] | undefined;
  readonly fault: number | null;
  readonly onAgain: () => void;
  readonly more?: (() => void) | undefined;
  readonly loading?: boolean;
};

/** A page that is one table: what it is, how to find in it, its rows, the next rows. */
export function ListPage<Item extends { readonly id: string }>(props: Props<Item>) {
  const { title, note, acts, filters, columns, items, fault, onAgain, more, loading = false } = props;
  const t = useTranslations('desk');
  const everywhere = useTranslations('everywhere');
  return (
    <>
      <PageHeader title={title} note={note} acts={acts} />
      {filters !== undefined && <div className="flex flex-wrap items-end gap-4">{filters}</div>}
      {fault !== null && <FaultNote status={fault} onAgain={onAgain} />}
      {items === undefined ? (
        fault === null && (
          <p role="status" className="py-16 text-center text-soft">
            {everywhere('loading')}
          </p>
        )
      ) : (
        <DataTable
          dense
          label={title}
          columns={columns}
          items={items}
          empty={<EmptyState title={t('nothing')}>{t('nothingNote')}</EmptyState>}
        />
      )}
      {more && (
        <div className="justify-self-center">
          <Button onPress={more} isPending={loading}>
            {loading ? everywhere('loading') : t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
