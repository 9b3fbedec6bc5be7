'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { countryName } from '../_ui/countries.ts';
import { MeasureText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import type { PhoneMarket, ProductView } from './market-views.ts';
import { linkTo } from './use-route.ts';

type Props = { readonly market: PhoneMarket; readonly product: ProductView };

/** What customs and a careful buyer want to know. */
export function ProductFacts({ market, product }: Props) {
  const t = useTranslations('market.product');
  const stalls = useTranslations('market');
  const language = useLocale();
  const category = market.categories.find(({ id }) => id === product.category);
  const stall = market.stalls.find(({ id }) => id === product.stall);
  return (
    <dl className="grid rounded-2xl border-2 border-line bg-surface px-4">
      <Fact name={t('weight')}>
        <MeasureText value={product.packedWeightG} unit="g" />
      </Fact>
      <Fact name={t('netWeight')}>
        <MeasureText value={product.netWeightG} unit="g" />
      </Fact>
      {product.volumeMl > 0 && (
        <Fact name={t('volume')}>
          <MeasureText value={product.volumeMl} unit="ml" />
        </Fact>
      )}
      {product.strengthPermille > 0 && (
        <Fact name={t('strength')}>
          <bdi dir="ltr">{product.strengthPermille / 10}%</bdi>
        </Fact>
      )}
      {product.pieces > 1 && <Fact name={t('pieces')}>{product.pieces}</Fact>}
      <Fact name={t('origin')}>{countryName(product.origin, language)}</Fact>
      <Fact name={t('category')}>{nameIn(category?.names, language, product.category)}</Fact>
      <Fact name={t('hs')}>
        <bdi dir="ltr">
          {product.hs.digits} · {product.hs.scheme} {product.hs.edition}
        </bdi>
      </Fact>
      <Fact name={t('barcode')}>
        <bdi dir="ltr">{product.gtin}</bdi>
      </Fact>
      {stall && (
        <Fact name={t('stall')}>
          <a
            href={linkTo({ at: 'stall', stall: stall.code })}
            className="inline-flex min-h-12 items-center text-teal underline underline-offset-4"
          >
            {stalls('stallNumber', { code: stall.code })}
          </a>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-12 items-center justify-between gap-4 border-line border-b py-1.5 last:border-0">
      <dt className="text-soft">{name}</dt>
      <dd className="num text-end font-semibold">{children}</dd>
    </div>
  );
}
