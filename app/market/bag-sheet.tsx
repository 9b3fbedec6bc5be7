'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { MoneyText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { EmptyState } from '../_ui/surfaces.tsx';
import type { PhoneMarket } from './market-views.ts';
import { priceIn, priceOf, totalsOf } from './prices.ts';
import { Stepper } from './stepper.tsx';
import type { Bag } from './use-bag.ts';
import { WhatItTakes } from './what-it-takes.tsx';

type Props = {
  readonly market: PhoneMarket;
  readonly currency: string;
  readonly bag: Bag;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** The shopper's plan: what all of it costs and what all of it would take. Nothing is reserved. */
export function BagSheet({ market, currency, bag, isOpen, onClose }: Props) {
  const t = useTranslations('market.bag');
  const language = useLocale();
  const isEmpty = bag.lines.length === 0;
  const totals = totalsOf(bag.lines.map(({ product, quantity }) => priceOf(product.price, quantity)));
  return (
    <Dialog
      kind="sheet"
      title={t('title')}
      isOpen={isOpen}
      onClose={onClose}
      {...(isEmpty ? {} : { acts: <Button onPress={bag.clear}>{t('clear')}</Button> })}
    >
      {isEmpty ? (
        <EmptyState title={t('empty')}>{t('emptyNote')}</EmptyState>
      ) : (
        <>
          <p className="text-s text-soft">{t('note')}</p>
          <ul className="grid">
            {bag.lines.map(({ product, quantity }) => {
              const name = nameIn(product.names, language);
              return (
                <li
                  key={product.id}
                  className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b py-3"
                >
                  <span className="grid">
                    <span className="font-semibold leading-tight">{name}</span>
                    <span className="num text-s text-soft">
                      <MoneyText amount={priceOf(product.price, quantity)} />
                    </span>
                  </span>
                  <Stepper label={name} value={quantity} least={0} onChange={(value) => bag.setQuantity(product.id, value)} />
                </li>
              );
            })}
          </ul>
          <div className="grid gap-1">
            {totals.map((total) => {
              const own = priceIn(total, currency, market.tillRates);
              return (
                <p key={total.currency} className="num flex flex-wrap items-baseline justify-between gap-x-4">
                  <b>{t('total')}</b>
                  <span>
                    <b className="text-l">
                      <MoneyText amount={total} />
                    </b>
                    {own && (
                      <span className="ms-2 text-soft">
                        ≈ <MoneyText amount={own} />
                      </span>
                    )}
                  </span>
                </p>
              );
            })}
          </div>
          <WhatItTakes
            market={market}
            currency={currency}
            wishes={bag.lines.map(({ product, quantity }) => ({ product: product.id, quantity: String(quantity) }))}
          />
        </>
      )}
    </Dialog>
  );
}
