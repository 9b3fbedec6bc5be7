'use client';
import type { ReactNode } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { classNames } from './class-names.ts';

export type TableColumn<Item> = {
  readonly id: string;
  readonly name: string;
  readonly cell: (item: Item) => ReactNode;
  readonly align?: 'start' | 'end';
  /** The column that names the row to a screen reader; the first one unless another says so. */
  readonly isRowHeader?: boolean;
};

type Props<Item extends { readonly id: string }> = {
  readonly label: string;
  readonly columns: readonly TableColumn<Item>[];
  readonly items: readonly Item[];
  readonly empty: ReactNode;
  readonly onOpen?: (id: string) => void;
  readonly dense?: boolean;
};

/** Rows of figures. Arrow keys walk it; Enter opens a row where there is something to open. */
export function DataTable<Item extends { readonly id: string }>({
  label,
  columns,
  items,
  empty,
  onOpen,
  dense = false,
}: Props<Item>) {
  const named = columns.some((column) => column.isRowHeader);
  const pad = dense ? 'px-3 py-1.5' : 'px-4 py-3';
  return (
    <div className="relative overflow-x-auto rounded-box border border-line bg-surface">
      <Table
        aria-label={label}
        className="w-full border-collapse text-start outline-none"
        {...(onOpen ? { onRowAction: (key: string | number) => onOpen(String(key)) } : {})}
      >
        <TableHeader className="border-line border-b">
          {columns.map((column, place) => (
            <Column
              key={column.id}
              id={column.id}
              isRowHeader={column.isRowHeader ?? (!named && place === 0)}
              className={classNames(
                pad,
                'whitespace-nowrap font-semibold text-s text-soft',
                column.align === 'end' ? 'text-end' : 'text-start',
              )}
            >
              {column.name}
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => <div className="p-8">{empty}</div>}>
          {items.map((item) => (
            <Row
              key={item.id}
              id={item.id}
              className={classNames(
                'border-line border-b last:border-0 focus-visible:outline-offset-[-3px]',
                onOpen && 'cursor-pointer hover:bg-teal-tint',
              )}
            >
              {columns.map((column) => (
                <Cell key={column.id} className={classNames(pad, column.align === 'end' ? 'num text-end' : 'text-start')}>
                  {column.cell(item)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
