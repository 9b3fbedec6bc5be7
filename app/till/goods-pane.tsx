'use client';
import { Search, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, type Ref, useCallback, useMemo, useState } from 'react';
import { type IndexPart, kindsIn } from '#lib/catalogue/shelf-index.ts';
import { Button } from '../_ui/button.tsx';
import { nameIn } from '../_ui/names.ts';
import { EmptyState } from '../_ui/surfaces.tsx';
import type { BasketLine } from './basket.ts';
import { ChipRow } from './chip-row.tsx';
import { isIndexed, placesShown } from './goods.ts';
import { ProductTile } from './product-tile.tsx';
import { useStall } from './stall-context.tsx';
import { Key } from './till-bar.tsx';
import type { ProductView } from './till-views.ts';
import type { Goods } from './use-goods.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useTiles } from './use-tiles.ts';

const MOST_TILES = 60;
const FAVOURITES = 'favourites';
const NO_PARTS: readonly IndexPart[] = [];
const NO_PLACES: readonly number[] = [];

type Sought = { readonly text: string };
export const NOTHING_SOUGHT: Sought = { text: '' };

type Props = {
  readonly goods: Goods;
  readonly lines: readonly BasketLine[];
  /** What a scanner read that is no goods of this stall: put into the search, where a person may mend it. */
  readonly sought: Sought;
  readonly onAdd: (product: ProductView) => void;
  readonly searchRef: Ref<HTMLInputElement>;
  /** The camera's key beside the search, and its view once it is open. */
  readonly cameraKey: ReactNode;
  readonly camera: ReactNode;
};

/** What the stall sells: a search in any script, kinds of goods, and tiles that never change places. */
export function GoodsPane({ goods, lines, sought, onAdd, searchRef, cameraKey, camera }: Props) {
  const t = useTranslations('till.goods');
  const language = useLocale();
  const { categoryName } = useStall();
  const [typed, onTyped] = useTyped(sought);
  const [kind, setKind] = useState(FAVOURITES);
  const [most, setMost] = useState(MOST_TILES);
  const grid = useGridKeys();
  const { shelf, isMissing, at } = goods;
  const { count = 0, parts = NO_PARTS, favourites = NO_PLACES } = shelf ?? {};
  const places = useMemo(
    () => placesShown({ count, parts, favourites }, kind === FAVOURITES ? null : kind, typed),
    [count, parts, favourites, kind, typed],
  );
  const { tiles, isRead } = useTiles(shelf, { places, most, at });
  const chips = useMemo(
    () => [{ id: FAVOURITES, name: t('favourites') }, ...kindsIn(parts).map((id) => ({ id, name: categoryName(id) }))],
    [parts, categoryName, t],
  );
  const inBasket = new Map<string, number>();
  for (const { product, milli } of lines) inBasket.set(product.id, (inBasket.get(product.id) ?? 0) + milli / 1000);

  const onKind = useCallback(
    (id: string): void => {
      onTyped('');
      setMost(MOST_TILES);
      setKind(id);
    },
    [onTyped],
  );
  const onSearchKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      grid.enter();
    }
    if (event.key === 'Escape') onTyped('');
    const [first] = places;
    if (event.key !== 'Enter' || !typed || first === undefined) return;
    event.preventDefault();
    void at([first]).then(([product]) => product && onAdd(product));
    onTyped('');
  };

  return (
    <section aria-label={t('title')} className="grid min-h-0 min-w-0 grid-rows-[auto_auto_1fr] gap-4 ps-6 pe-5 pt-4">
      <div className="grid gap-3">
        <div className="flex gap-3">
          <div className="relative flex-1">
            <Search aria-hidden size={22} className="absolute inset-y-0 start-4 my-auto text-soft" />
            <input
              ref={searchRef}
              type="search"
              aria-label={t('search')}
              placeholder={t('placeholder')}
              value={typed}
              onChange={(event) => onTyped(event.target.value)}
              onKeyDown={onSearchKey}
              autoComplete="off"
              spellCheck={false}
              className="min-h-14 w-full rounded-box border-2 border-edge bg-surface ps-12 pe-14 text-ink placeholder:text-soft focus:border-teal focus:outline-3 focus:outline-teal focus:outline-offset-2 [&::-webkit-search-cancel-button]:hidden"
            />
            <div className="absolute inset-y-0 end-2 grid place-items-center">
              {typed ? (
                <Button look="quiet" className="px-2!" aria-label={t('clear')} onPress={() => onTyped('')}>
                  <X aria-hidden size={22} />
                </Button>
              ) : (
                <span className="me-2 text-soft">
                  <Key name="/" />
                </span>
              )}
            </div>
          </div>
          {cameraKey}
        </div>
        {camera}
      </div>
      <ChipRow label={t('kinds')} chips={chips} value={typed ? '' : kind} onChange={onKind} />
      <div className="-mx-1.5 min-h-0 overflow-y-auto px-1.5 pt-1 pb-6">
        {shelf === null && (isMissing ? <GoodsMissing reload={goods.reload} /> : <EmptyState title={t('loading')} />)}
        {shelf && isRead && places.length === 0 && !isIndexed(shelf) && <EmptyState title={t('loading')} />}
        {shelf && isRead && places.length === 0 && isIndexed(shelf) && (
          <EmptyState title={typed ? t('none', { typed }) : t('empty')}>{typed ? t('noneNote') : t('emptyNote')}</EmptyState>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would add a border box to the grid */}
        <div
          role="group"
          aria-label={t('tiles')}
          ref={grid.ref}
          onKeyDown={grid.onKeyDown}
          className="grid auto-rows-[minmax(9.25rem,auto)] grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4"
        >
          {tiles.map((product, place) => (
            <ProductTile
              // A tile is a place: to fill it anew takes a fraction of making another
              key={place}
              product={product}
              name={nameIn(product.names, language)}
              count={inBasket.get(product.id) ?? 0}
              onAdd={onAdd}
            />
          ))}
        </div>
        {places.length > most && (
          <div className="grid place-items-center pt-4">
            <Button onPress={() => setMost((now) => now + MOST_TILES)}>{t('more', { count: places.length - most })}</Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** What is in the search stays here: the basket and the meter are not drawn again for a key. */
function useTyped(sought: Sought): readonly [string, (typed: string) => void] {
  const [typed, setTyped] = useState(sought.text);
  const [seen, setSeen] = useState(sought);
  if (seen !== sought) {
    setSeen(sought);
    setTyped(sought.text);
  }
  return [typed, setTyped];
}

function GoodsMissing({ reload }: { readonly reload: () => Promise<void> }) {
  const t = useTranslations('till.goods');
  const c = useTranslations('everywhere');
  return (
    <EmptyState title={t('missing')} act={<Button onPress={() => void reload()}>{c('tryAgain')}</Button>}>
      {c('faults.offline')}
    </EmptyState>
  );
}
