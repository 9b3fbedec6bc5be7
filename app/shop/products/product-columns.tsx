'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useNumber } from '../../_desk/number-text.tsx';
import { RowAct } from '../../_desk/row-acts.tsx';
import { CategoryPicture } from '../../_ui/category-picture.tsx';
import type { TableColumn } from '../../_ui/data-table.tsx';
import { MoneyText } from '../../_ui/figures.tsx';
import { nameIn } from '../../_ui/names.ts';
import { Badge } from '../../_ui/surfaces.tsx';
import type { ProductView } from '../shop-views.ts';

export type ProductAct = 'price' | 'names' | 'stock' | 'movements';

export function useProductColumns(onAct: (act: ProductAct, product: ProductView) => void): readonly TableColumn<ProductView>[] {
  const t = useTranslations('shop.products');
  const movements = useTranslations('shop.movements');
  const desk = useTranslations('desk');
  const language = useLocale();
  return [
    {
      id: 'product',
      name: t('product'),
      cell: ({ names, gtin, category }) => (
        <span className="flex items-center gap-3">
          <CategoryPicture category={category} size={40} />
          <span className="grid">
            <b className="leading-tight">
              <bdi>{nameIn(names, language)}</bdi>
            </b>
            <bdi dir="ltr" className="justify-self-start text-s text-soft">
              {gtin}
            </bdi>
          </span>
        </span>
      ),
    },
    {
      id: 'stall',
      name: t('stall'),
      cell: ({ stallCode }) => (
        <bdi dir="ltr" className="whitespace-nowrap">
          {stallCode}
        </bdi>
      ),
    },
    {
      id: 'price',
      name: t('price'),
      align: 'end',
      cell: ({ price }) => (
        <span className="whitespace-nowrap">
          <MoneyText amount={price} />
        </span>
      ),
    },
    { id: 'onHand', name: t('onHand'), align: 'end', cell: (product) => <OnHand product={product} /> },
    {
      id: 'acts',
      name: desk('acts'),
      align: 'end',
      cell: (product) => {
        const name = nameIn(product.names, language);
        return (
          <span className="flex justify-end">
            <RowAct label={t('changePrice')} whole={t('changePriceOf', { name })} onPress={() => onAct('price', product)} />
            <RowAct label={t('stock')} whole={t('stockOf', { name })} onPress={() => onAct('stock', product)} />
            <RowAct
              label={movements('history')}
              whole={movements('historyOf', { name })}
              onPress={() => onAct('movements', product)}
            />
            <RowAct label={t('changeNames')} whole={t('changeNamesOf', { name })} onPress={() => onAct('names', product)} />
          </span>
        );
      },
    },
  ];
}

/** How many are there; none left, or fewer than none, is said in words too. */
function OnHand({ product: { onHand, unit } }: { readonly product: ProductView }) {
  const t = useTranslations('shop.products');
  const units = useTranslations('law.units');
  const number = useNumber();
  const count = Number(onHand);
  const shown = number(count, { maximumFractionDigits: 3 });
  return (
    <span className="grid justify-items-end gap-0.5">
      <b className={count <= 0 ? 'text-saffron-ink' : undefined}>
        <bdi dir="ltr">{unit === 'kg' ? units('kg', { value: shown }) : shown}</bdi>
      </b>
      {count <= 0 && <Badge tone="attention">{t(count < 0 ? 'below' : 'none')}</Badge>}
    </span>
  );
}
