'use client';
import { ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { SelectField, TextField } from '../_ui/fields.tsx';
import { nameIn } from '../_ui/names.ts';
import { EmptyState } from '../_ui/surfaces.tsx';
import { GoodsGrid } from './goods-grid.tsx';
import { GoodsTrouble } from './goods-trouble.tsx';
import type { PhoneMarket, StallView } from './market-views.ts';
import { useGoods } from './use-goods.ts';
import { linkTo } from './use-route.ts';

type Props = { readonly market: PhoneMarket; readonly currency: string; readonly onCurrency: (code: string) => void };

const ALL = 'all';

/** Every stall, narrowed by words, side and kind of goods; and the goods themselves once somebody looks for some. */
export function StallList({ market, currency, onCurrency }: Props) {
  const t = useTranslations('market');
  const everywhere = useTranslations('everywhere');
  const language = useLocale();
  const [words, setWords] = useState('');
  const [side, setSide] = useState(ALL);
  const [category, setCategory] = useState(ALL);
  const looksForGoods = words.trim().length >= 2 || category !== ALL;
  const goods = useGoods(
    looksForGoods ? { q: words.trim(), ...(category === ALL ? {} : { category }), limit: category === ALL ? 60 : 200 } : null,
  );
  const products = goods.products.filter(({ stall }) => isOn(market, stall, side));
  const stalls = market.stalls.filter(
    (stall) =>
      (side === ALL || stall.side === side) &&
      (category === ALL || goods.products.some((product) => product.stall === stall.id)) &&
      (category !== ALL || matches(stall, words)),
  );
  const sideName = (code: string): string => nameIn(market.sides.find((one) => one.code === code)?.names, language, code);
  return (
    <>
      <h1 className="font-bold text-xl leading-tight">{t('title')}</h1>
      <div className="grid grid-cols-2 gap-3">
        <div className="col-span-2">
          <TextField label={t('search')} type="search" inputMode="search" value={words} onChange={setWords} />
        </div>
        <SelectField
          label={t('side')}
          value={side}
          onChange={setSide}
          placeholder={t('allSides')}
          choices={[{ id: ALL, name: t('allSides') }, ...market.sides.map(({ code }) => ({ id: code, name: sideName(code) }))]}
        />
        <SelectField
          label={t('currency')}
          value={currency}
          onChange={onCurrency}
          placeholder={currency}
          choices={market.currencies.map((code) => ({ id: code, name: code }))}
        />
        <div className="col-span-2">
          <SelectField
            label={t('category')}
            value={category}
            onChange={setCategory}
            placeholder={t('allCategories')}
            choices={[{ id: ALL, name: t('allCategories') }, ...kindsOf(market, language)]}
          />
        </div>
      </div>
      {goods.fault !== null && <GoodsTrouble status={goods.fault} onAgain={goods.again} />}
      <p role="status" className="sr-only">
        {goods.isLoading ? everywhere('loading') : t('found', { count: stalls.length })}
      </p>
      {goods.isLoading && <p className="text-soft">{everywhere('loading')}</p>}
      {!goods.isLoading && stalls.length + products.length === 0 && <EmptyState title={t('none')}>{t('noneNote')}</EmptyState>}
      {stalls.length > 0 && (
        <section className="grid gap-2">
          <h2 className="font-bold text-l">{t('stalls')}</h2>
          <ul className="grid overflow-hidden rounded-2xl border-2 border-line bg-surface">
            {stalls.map((stall) => (
              <StallRow key={stall.id} stall={stall} sideName={sideName(stall.side)} />
            ))}
          </ul>
        </section>
      )}
      {products.length > 0 && (
        <section className="grid gap-2">
          <h2 className="font-bold text-l">{t('goods')}</h2>
          <GoodsGrid market={market} currency={currency} products={products} hasMore={goods.hasMore} onMore={goods.more} />
        </section>
      )}
    </>
  );
}

function StallRow({ stall, sideName }: { readonly stall: StallView; readonly sideName: string }) {
  const t = useTranslations('market');
  return (
    <li className="border-line border-b last:border-0">
      <a
        href={linkTo({ at: 'stall', stall: stall.code })}
        className="flex min-h-16 items-center gap-3 px-4 py-2.5 hover:bg-teal-tint"
      >
        <span className="grid flex-1">
          <bdi className="font-semibold leading-tight">{stall.name}</bdi>
          <span className="text-s text-soft">
            {t('stallNumber', { code: stall.code })} · {sideName} · <bdi>{stall.vendor.name}</bdi>
          </span>
        </span>
        <ChevronRight aria-hidden className="shrink-0 text-soft rtl:-scale-x-100" />
      </a>
    </li>
  );
}

const isOn = (market: PhoneMarket, stall: string, side: string): boolean =>
  side === ALL || market.stalls.find(({ id }) => id === stall)?.side === side;

const matches = ({ name, code, vendor }: StallView, words: string): boolean =>
  `${name} ${code} ${vendor.name}`.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());

/** Only the kinds that goods can have: the leaves of the tree, under the name of their branch's order. */
function kindsOf(market: PhoneMarket, language: string): readonly { readonly id: string; readonly name: string }[] {
  const parents = new Set(market.categories.map(({ parent }) => parent));
  return market.categories
    .filter(({ id }) => !parents.has(id))
    .map(({ id, names }) => ({ id, name: nameIn(names, language, id) }));
}
