'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { faultWords } from '../_ui/fault.ts';
import { EmptyState } from '../_ui/surfaces.tsx';
import { BagSheet } from './bag-sheet.tsx';
import type { PhoneMarket } from './market-views.ts';
import { PhoneFrame } from './phone/phone-frame.tsx';
import { useMarket } from './phone/use-market.ts';
import { ProductPage } from './product-page.tsx';
import { StallList } from './stall-list.tsx';
import { StallPage } from './stall-page.tsx';
import { useBag } from './use-bag.ts';
import { useCurrency } from './use-currency.ts';
import { useRoute } from './use-route.ts';

/** What is sold here, at what price, and how much of the allowance it would take. */
export function Storefronts() {
  const common = useTranslations('common');
  const market = useMarket();
  return (
    <PhoneFrame here="market">
      {market === null && <p className="py-10 text-center text-soft">{common('loading')}</p>}
      {market !== null && market.kind !== 'done' && (
        <EmptyState title={common('faults.title')}>{common(`faults.${faultWords(market.status)}`)}</EmptyState>
      )}
      {market?.kind === 'done' && <Shown market={market.body} />}
    </PhoneFrame>
  );
}

function Shown({ market }: { readonly market: PhoneMarket }) {
  const t = useTranslations('market');
  const route = useRoute();
  const bag = useBag();
  const { currency, choose } = useCurrency(market.currencies);
  const [showsBag, setShowsBag] = useState(false);
  const shown = { market, currency };
  return (
    <>
      {route.at === 'stalls' && <StallList {...shown} onCurrency={choose} />}
      {route.at === 'stall' && <StallPage key={route.stall} {...shown} code={route.stall} />}
      {route.at === 'product' && <ProductPage key={route.gtin} {...shown} stall={route.stall} gtin={route.gtin} bag={bag} />}
      {bag.lines.length > 0 && (
        <div className="sticky bottom-20 z-10 mt-auto flex justify-end">
          <Button look="primary" className="shadow-lg" onPress={() => setShowsBag(true)}>
            {t('bag.open', { count: bag.lines.length })}
          </Button>
        </div>
      )}
      <BagSheet {...shown} bag={bag} isOpen={showsBag} onClose={() => setShowsBag(false)} />
    </>
  );
}
