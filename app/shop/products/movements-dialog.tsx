'use client';
import { useLocale, useTranslations } from 'next-intl';
import { At } from '../../_desk/clock.tsx';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { usePages } from '../../_desk/use-pages.ts';
import { Button } from '../../_ui/button.tsx';
import { DataTable, type TableColumn } from '../../_ui/data-table.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { nameIn } from '../../_ui/names.ts';
import type { ProductView } from '../shop-views.ts';

type Movement = {
  readonly id: string;
  readonly kind: 'receipt' | 'sale' | 'void' | 'refund' | 'stocktake' | 'loss';
  readonly quantity: string;
  readonly reason: string | null;
  readonly at: string;
  readonly customsStatus: string | null;
  readonly manifest: string | null;
  readonly by: string | null;
};
/** What the market itself writes where goods come with a first stock. */
const FIRST_STOCK = 'first stock';

type Body = { readonly movements: readonly Movement[]; readonly next: string | null };

/** What became of a product's stock, newest first. */
export function MovementsDialog({ product, onClose }: { readonly product: ProductView; readonly onClose: () => void }) {
  const t = useTranslations('shop.movements');
  const desk = useTranslations('desk');
  const language = useLocale();
  const columns = useMovementColumns();
  const { rows, fault, more, reload } = usePages(`products/${product.id}/stock-movements`, ({ movements, next }: Body) => ({
    rows: movements,
    next,
  }));
  const title = t('historyOf', { name: nameIn(product.names, language) });
  return (
    <Dialog title={title} isOpen wide onClose={onClose}>
      <div className="grid gap-4 pb-4">
        {fault !== null && <FaultNote status={fault} onAgain={reload} />}
        {rows && <DataTable dense label={title} columns={columns} items={rows} empty={t('none')} />}
        {more && <Button onPress={more}>{desk('more')}</Button>}
      </div>
    </Dialog>
  );
}

function useMovementColumns(): readonly TableColumn<Movement>[] {
  const t = useTranslations('shop.movements');
  const customs = useTranslations('shop.add.customsStates');
  return [
    { id: 'at', name: t('at'), cell: ({ at }) => <At at={at} /> },
    { id: 'what', name: t('what'), isRowHeader: true, cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      id: 'quantity',
      name: t('quantity'),
      align: 'end',
      cell: ({ quantity }) => (
        <b>
          <bdi dir="ltr">{quantity.startsWith('-') ? quantity.replace('-', '−') : `+${quantity}`}</bdi>
        </b>
      ),
    },
    {
      id: 'lot',
      name: t('lot'),
      cell: ({ customsStatus, manifest }) => (
        <span className="grid text-s">
          {customsStatus !== null && customs(customsStatus as 'bonded')}
          {manifest !== null && <bdi className="text-soft">{manifest}</bdi>}
        </span>
      ),
    },
    { id: 'by', name: t('by'), cell: ({ by }) => <bdi>{by}</bdi> },
    {
      id: 'why',
      name: t('why'),
      cell: ({ reason }) => <bdi className="inline-block max-w-60">{reason === FIRST_STOCK ? t('firstStock') : reason}</bdi>,
    },
  ];
}
