'use client';
import { useTranslations } from 'next-intl';
import { memo, useRef } from 'react';
import { CategoryPicture } from '../_ui/category-picture.tsx';
import { MeasureText, MoneyText } from '../_ui/figures.tsx';
import { Tile } from '../_ui/tile.tsx';
import type { ProductView } from './till-views.ts';

type Props = {
  readonly product: ProductView;
  readonly name: string;
  readonly count: number;
  readonly onAdd: (product: ProductView) => void;
};

/**
 * One press adds one: of the goods on which it began, for a search may put others in their place meanwhile. Goods that the count says are
 * gone are marked, not refused: the shelf knows better. A key or a screen reader presses at once, with a detail of nought.
 */
export const ProductTile = memo(function ProductTile({ product, name, count, onAdd }: Props) {
  const t = useTranslations('till.goods');
  const gone = Number(product.onHand) <= 0;
  const begunOn = useRef('');
  return (
    <Tile
      title={name}
      picture={
        <span className={gone ? 'opacity-40' : undefined}>
          <CategoryPicture category={product.category} size={52} />
        </span>
      }
      count={count}
      countLabel={t('inBasket', { count })}
      onDown={() => {
        begunOn.current = product.id;
      }}
      onPress={({ detail }) => (detail === 0 || begunOn.current === product.id) && onAdd(product)}
      note={
        <>
          <MoneyText amount={product.price} />
          {product.unit === 'kg' && ` / ${t('kg')}`}
          {product.unit !== 'kg' && product.packedWeightG > 0 && (
            <>
              {' · '}
              <MeasureText value={product.packedWeightG} unit="g" />
            </>
          )}
          {gone && <b className="text-saffron-ink"> · {t('gone')}</b>}
        </>
      }
    />
  );
});
