'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { CategoryPicture } from '../_ui/category-picture.tsx';
import { faultWords } from '../_ui/fault.ts';
import { dateWords, MoneyText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { EmptyState } from '../_ui/surfaces.tsx';
import { useToast } from '../_ui/toast.tsx';
import { BackLink } from './back-link.tsx';
import type { PhoneMarket, ProductView } from './market-views.ts';
import { priceIn } from './prices.ts';
import { ProductFacts } from './product-facts.tsx';
import { Stepper } from './stepper.tsx';
import type { Bag } from './use-bag.ts';
import { useProduct } from './use-product.ts';
import { linkTo } from './use-route.ts';
import { WhatItTakes } from './what-it-takes.tsx';

type Props = {
  readonly market: PhoneMarket;
  readonly currency: string;
  readonly stall: string;
  readonly gtin: string;
  readonly bag: Bag;
};

/** One product: its price, what it would take of the allowance, and everything customs will ask about it. */
export function ProductPage({ market, currency, stall, gtin, bag }: Props) {
  const t = useTranslations('market');
  const everywhere = useTranslations('everywhere');
  const product = useProduct(stall, gtin);
  if (product.kind === 'waiting') return <p className="text-soft">{everywhere('loading')}</p>;
  if (product.kind === 'fault')
    return (
      <>
        <BackLink href={linkTo({ at: 'stalls' })}>{t('stalls')}</BackLink>
        <EmptyState title={t('noProduct')}>
          {product.status === 404 ? null : everywhere(`faults.${faultWords(product.status, 'shopper')}`)}
        </EmptyState>
      </>
    );
  return <Shown market={market} currency={currency} product={product.product} bag={bag} />;
}

type ShownProps = Omit<Props, 'stall' | 'gtin'> & { readonly product: ProductView };

function Shown({ market, currency, product, bag }: ShownProps) {
  const t = useTranslations('market');
  const language = useLocale();
  const say = useToast();
  const [quantity, setQuantity] = useState(1);
  const name = nameIn(product.names, language);
  const stall = market.stalls.find(({ id }) => id === product.stall);
  const own = priceIn(product.price, currency, market.tillRates);
  const rate = market.tillRates[0];
  const add = (): void => {
    bag.add(product, quantity);
    say({ text: t('bag.added', { name }), tone: 'good' });
  };
  return (
    <>
      <BackLink href={stall ? linkTo({ at: 'stall', stall: stall.code }) : linkTo({ at: 'stalls' })}>
        <bdi>{stall?.name ?? t('stalls')}</bdi>
      </BackLink>
      <header className="flex items-start gap-4">
        <CategoryPicture category={product.category} size={96} />
        <div className="grid gap-1">
          <h1 className="font-bold text-[1.6rem] leading-tight">{name}</h1>
          <p className="num font-bold text-xl leading-tight">
            <MoneyText amount={product.price} />
            {product.unit === 'kg' && <span className="ms-2 font-normal text-m">{t('perKg')}</span>}
          </p>
          {own && <p className="num text-l text-soft">{t.rich('about', { amount: () => <MoneyText amount={own} /> })}</p>}
          {own && rate && (
            <p className="text-s text-soft">{t('rateOf', { day: dateWords({ at: rate.date, show: 'day' }, language) })}</p>
          )}
        </div>
      </header>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Stepper label={t('allowance.quantity')} value={quantity} least={1} onChange={setQuantity} />
        <Button look="primary" size="l" className="flex-1" onPress={add}>
          {t('bag.add')}
        </Button>
      </div>
      <WhatItTakes market={market} currency={currency} wishes={[{ product: product.id, quantity: String(quantity) }]} />
      <ProductFacts market={market} product={product} />
    </>
  );
}
