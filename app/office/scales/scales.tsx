'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ScaleCode } from '#lib/catalogue/scale-code.ts';
import { useSideName } from '../../_desk/clock.tsx';
import { RowAct } from '../../_desk/row-acts.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { Button } from '../../_ui/button.tsx';
import type { TableColumn } from '../../_ui/data-table.tsx';
import { ListPage } from '../list-page.tsx';
import { useMayAct } from '../office-frame.tsx';
import { AddLayout } from './add-layout.tsx';
import { layoutText } from './layout-text.ts';
import { RemoveLayout } from './remove-layout.tsx';

type Layouts = readonly { readonly side: string; readonly codes: readonly ScaleCode[] }[];
type Market = { readonly sides: readonly { readonly code: string }[]; readonly scaleCodes: Layouts };
export type LayoutRow = ScaleCode & { readonly id: string; readonly side: string };

/** How the scales of each side write a weight or a price into a barcode: what its tills read labels by. */
export function Scales() {
  const t = useTranslations('office');
  const mayAct = useMayAct();
  const { body, fault, reload } = useRead<Market>('market');
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<LayoutRow | null>(null);
  const columns = useLayoutColumns(mayAct ? setRemoved : undefined);
  const sides = body?.sides.map(({ code }) => code) ?? [];
  const codesOf = (side: string): readonly ScaleCode[] => body?.scaleCodes.find((each) => each.side === side)?.codes ?? [];
  const rows = body && sides.flatMap((side) => codesOf(side).map((code) => ({ ...code, side, id: `${side} ${code.prefix}` })));
  return (
    <>
      <ListPage
        title={t('pages.scales')}
        note={t('scales.note')}
        acts={
          mayAct && (
            <Button look="primary" isDisabled={body === undefined} onPress={() => setAdding(true)}>
              {t('scales.add')}
            </Button>
          )
        }
        columns={columns}
        items={rows}
        fault={fault}
        onAgain={reload}
      />
      {adding && <AddLayout sides={sides} codesOf={codesOf} onClose={() => setAdding(false)} onDone={reload} />}
      {removed && (
        <RemoveLayout
          side={removed.side}
          prefix={removed.prefix}
          left={codesOf(removed.side).filter(({ prefix }) => prefix !== removed.prefix)}
          onClose={() => setRemoved(null)}
          onDone={reload}
        />
      )}
    </>
  );
}

function useLayoutColumns(onRemove: ((layout: LayoutRow) => void) | undefined): readonly TableColumn<LayoutRow>[] {
  const t = useTranslations('office.scales');
  const desk = useTranslations('desk');
  const sideName = useSideName();
  const columns: TableColumn<LayoutRow>[] = [
    { id: 'side', name: t('side'), cell: ({ side }) => <b className="whitespace-nowrap">{sideName(side)}</b> },
    {
      id: 'prefix',
      name: t('prefix'),
      cell: ({ prefix }) => (
        <bdi dir="ltr" className="num font-bold">
          {prefix}
        </bdi>
      ),
    },
    { id: 'holds', name: t('holds'), cell: ({ holds, hasPriceCheck }) => t(`kinds.${hasPriceCheck ? 'proven' : holds}`) },
    { id: 'decimals', name: t('decimals'), align: 'end', cell: ({ decimals }) => <span className="num">{decimals}</span> },
    {
      id: 'layout',
      name: t('layout'),
      cell: (layout) => (
        <bdi dir="ltr" className="num whitespace-nowrap">
          {layoutText(layout)}
        </bdi>
      ),
    },
  ];
  if (onRemove === undefined) return columns;
  const cell = (layout: LayoutRow) => (
    <RowAct
      danger
      label={t('remove')}
      whole={t('removeOne', { prefix: layout.prefix, side: sideName(layout.side) })}
      onPress={() => onRemove(layout)}
    />
  );
  return [...columns, { id: 'acts', name: desk('acts'), align: 'end', cell }];
}
