'use client';
import { useLocale, useTranslations } from 'next-intl';
import { nameIn } from '../_ui/names.ts';
import { EmptyState } from '../_ui/surfaces.tsx';
import { BackLink } from './back-link.tsx';
import { GoodsGrid } from './goods-grid.tsx';
import { GoodsTrouble } from './goods-trouble.tsx';
import type { PhoneMarket } from './market-views.ts';
import { useGoods } from './use-goods.ts';
import { linkTo } from './use-route.ts';

type Props = { readonly market: PhoneMarket; readonly currency: string; readonly code: string };

/** One stall: where it stands, whose it is, and its goods. */
export function StallPage({ market, currency, code }: Props) {
  const t = useTranslations('market');
  const everywhere = useTranslations('everywhere');
  const language = useLocale();
  const stall = market.stalls.find((one) => one.code === code);
  const goods = useGoods(stall ? { stall: stall.code } : null);
  const side = market.sides.find((one) => one.code === stall?.side);
  return (
    <>
      <BackLink href={linkTo({ at: 'stalls' })}>{t('stalls')}</BackLink>
      {!stall && <EmptyState title={t('noStall')} />}
      {stall && (
        <header className="grid gap-1">
          <h1 className="font-bold text-xl leading-tight">
            <bdi>{stall.name}</bdi>
          </h1>
          <p className="text-soft">
            {t('stallNumber', { code: stall.code })} · {nameIn(side?.names, language, stall.side)} ·{' '}
            <bdi>{stall.vendor.name}</bdi>
          </p>
        </header>
      )}
      {goods.isLoading && <p className="text-soft">{everywhere('loading')}</p>}
      {goods.fault !== null && <GoodsTrouble status={goods.fault} onAgain={goods.again} />}
      {stall && !goods.isLoading && goods.fault === null && goods.products.length === 0 && <EmptyState title={t('noGoods')} />}
      <GoodsGrid market={market} currency={currency} products={goods.products} hasMore={goods.hasMore} onMore={goods.more} />
    </>
  );
}
