'use client';
import { ChevronRight, Store } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { Button } from '../_ui/button.tsx';
import type { PhoneMarket } from '../market/market-views.ts';
import { AllowanceBySide } from './allowance-by-side.tsx';
import { Corrections } from './corrections.tsx';
import { PassFace } from './pass-face.tsx';
import { Receipts } from './receipts.tsx';
import { useVisit } from './use-visit.ts';

type Props = { readonly card: PassCard; readonly market: PhoneMarket | null; readonly onClose: () => void };

const LIVE: readonly PassCard['state'][] = ['issued', 'in-force'];

/** An open pass: the code to show first, then what is left, then what was bought. */
export function PassPage({ card, market, onClose }: Props) {
  const t = useTranslations('pass');
  const sides = sidesFrom(card, market);
  const visit = useVisit(card, sides);
  const offsetMinutes = market?.sides.find(({ code }) => code === card.side)?.offsetMinutes;
  const isLive = LIVE.includes(card.state);
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <PassFace card={card} offsetMinutes={offsetMinutes} />
      {isLive && market && visit && <AllowanceBySide card={card} sides={sides} market={market} visit={visit} />}
      {visit?.record && <Corrections record={visit.record} market={market} offsetMinutes={offsetMinutes} />}
      <a
        href="/market"
        className="flex min-h-18 items-center gap-4 rounded-2xl border-2 border-line bg-surface p-4 hover:border-teal hover:bg-teal-tint"
      >
        <Store aria-hidden size={28} className="shrink-0 text-teal" />
        <span className="grid flex-1">
          <span className="font-bold leading-tight">{t('storefronts')}</span>
          <span className="text-s text-soft">{t('storefrontsNote')}</span>
        </span>
        <ChevronRight aria-hidden className="shrink-0 text-soft rtl:-scale-x-100" />
      </a>
      {visit && <Receipts pass={card.code} sales={visit.sales} offsetMinutes={offsetMinutes} />}
      <Button look="quiet" onPress={onClose}>
        {t('leave')}
      </Button>
    </>
  );
}

/** The side of the pass first: that is where its holder leaves. */
function sidesFrom(card: PassCard, market: PhoneMarket | null): readonly string[] {
  const own = card.visit?.side ?? card.side;
  return [own, ...(market?.sides ?? []).map(({ code }) => code).filter((code) => code !== own)];
}
