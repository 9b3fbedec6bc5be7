'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { CategoryPicture } from '../_ui/category-picture.tsx';
import { nameIn } from '../_ui/names.ts';
import type { PhoneMarket, ProductView } from './market-views.ts';
import { PriceText } from './price-text.tsx';
import { linkTo } from './use-route.ts';

type Props = {
  readonly market: PhoneMarket;
  readonly currency: string;
  readonly products: readonly ProductView[];
  readonly hasMore: boolean;
  readonly onMore: () => void;
};

/** Goods two by two, each a link to its own page. */
export function GoodsGrid({ market, currency, products, hasMore, onMore }: Props) {
  const t = useTranslations('market');
  const language = useLocale();
  return (
    <div className="grid gap-3">
      <ul className="grid grid-cols-2 gap-3">
        {products.map((product) => (
          <li key={product.id}>
            <a
              href={linkTo({ at: 'product', stall: product.stallCode, gtin: product.gtin })}
              className="grid h-full min-h-24 content-between gap-2 rounded-box border border-line bg-surface p-3 hover:border-teal"
            >
              <span className="grid justify-items-start gap-2">
                <CategoryPicture category={product.category} />
                <span className="font-semibold leading-tight">{nameIn(product.names, language)}</span>
              </span>
              <span className="grid gap-0.5">
                <PriceText price={product.price} currency={currency} rates={market.tillRates} perKg={product.unit === 'kg'} />
                {Number(product.onHand) <= 0 && <span className="text-s text-saffron-ink">{t('soldOut')}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button wide onPress={onMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
