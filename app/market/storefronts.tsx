'use client';
import { ClipboardList } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { faultWords } from '../_ui/fault.ts';
import { EmptyState } from '../_ui/surfaces.tsx';
import { BagSheet } from './bag-sheet.tsx';
import type { PhoneMarket } from './market-views.ts';
import { PhoneFrame } from './phone/phone-frame.tsx';
import { useMarket } from './phone/use-market.ts';
import { ProductPage } from './product-page.tsx';
import { StallList } from './stall-list.tsx';
import { StallPage } from './stall-page.tsx';
import { type Bag, useBag } from './use-bag.ts';
import { useCurrency } from './use-currency.ts';
import { useRoute } from './use-route.ts';

/** What is sold here, at what price, and how much of the allowance it would take. */
export function Storefronts() {
  const t = useTranslations('market.bag');
  const everywhere = useTranslations('everywhere');
  const market = useMarket();
  const bag = useBag();
  const [showsBag, setShowsBag] = useState(false);
  return (
    <PhoneFrame
      here="market"
      atHand={
        <Button
          onPress={() => setShowsBag(true)}
          className="flex min-h-16 flex-col items-center justify-center gap-0.5 border-transparent border-t-4 px-2 font-semibold text-s text-soft leading-tight pressed:bg-teal-tint"
        >
          <ClipboardList aria-hidden size="1.5em" />
          {t('open', { count: bag.lines.length })}
        </Button>
      }
    >
      {market === null && <p className="py-10 text-center text-soft">{everywhere('loading')}</p>}
      {market !== null && market.kind !== 'done' && (
        <EmptyState title={everywhere('faults.title')}>{everywhere(`faults.${faultWords(market.status, 'shopper')}`)}</EmptyState>
      )}
      {market?.kind === 'done' && (
        <Shown market={market.body} bag={bag} showsBag={showsBag} onBagClose={() => setShowsBag(false)} />
      )}
    </PhoneFrame>
  );
}

type ShownProps = {
  readonly market: PhoneMarket;
  readonly bag: Bag;
  readonly showsBag: boolean;
  readonly onBagClose: () => void;
};

function Shown({ market, bag, showsBag, onBagClose }: ShownProps) {
  const route = useRoute();
  const { currency, choose } = useCurrency(market.currencies);
  const shown = { market, currency };
  return (
    <>
      {route.at === 'stalls' && <StallList {...shown} onCurrency={choose} />}
      {route.at === 'stall' && <StallPage key={route.stall} {...shown} code={route.stall} />}
      {route.at === 'product' && <ProductPage key={route.gtin} {...shown} stall={route.stall} gtin={route.gtin} bag={bag} />}
      <BagSheet {...shown} bag={bag} isOpen={showsBag} onClose={onBagClose} />
    </>
  );
}
