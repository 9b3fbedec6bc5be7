'use client';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { answerOf, searchWordsOf, wantedIn } from '#lib/catalogue/search.ts';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { SearchField } from '../../_desk/search-field.tsx';
import { fileOf, saveFile } from '../../_desk/table-file.ts';
import { usePages } from '../../_desk/use-pages.ts';
import { Button } from '../../_ui/button.tsx';
import { DataTable } from '../../_ui/data-table.tsx';
import { EmptyState, PageHeader } from '../../_ui/surfaces.tsx';
import type { ProductView } from '../shop-views.ts';
import { AddProduct } from './add-product.tsx';
import { catalogueTable } from './catalogue-table.ts';
import { MovementsDialog } from './movements-dialog.tsx';
import { NamesDialog } from './names-dialog.tsx';
import { PriceDialog } from './price-dialog.tsx';
import { type ProductAct, useProductColumns } from './product-columns.tsx';
import { StockDialog } from './stock-dialog.tsx';

type Body = { readonly products: readonly ProductView[]; readonly next: string | null };

const hasNone = ({ onHand }: ProductView): boolean => Number(onHand) <= 0;

export function Products() {
  const t = useTranslations('shop');
  const everywhere = useTranslations('everywhere');
  const language = useLocale();
  const router = useRouter();
  const [search, setSearch] = useState('');
  const [onlyNone, setOnlyNone] = useState(false);
  const [asked, setAsked] = useState<{ readonly act: ProductAct; readonly product: ProductView } | 'add' | null>(null);
  const {
    rows: all,
    fault,
    loading,
    more,
    reload,
  } = usePages('shop/products?limit=200', ({ products, next }: Body) => ({
    rows: products,
    next,
  }));
  // A vendor's whole shelf is here, so that a name is found in any script and case, and what has run out is counted truly.
  const held = all?.length ?? 0;
  useEffect(() => {
    if (held > 0 && !loading && fault === null) more?.();
  }, [held, loading, fault, more]);
  const words = useMemo(
    () => all?.map((each) => searchWordsOf({ ...each, names: { ...each.names, stall: each.stallCode } })),
    [all],
  );
  const wanted = wantedIn(search);
  const rows = all?.filter((_, place) => answerOf(words?.[place] ?? [], wanted) !== undefined);
  const columns = useProductColumns((act, product) => setAsked({ act, product }));
  const none = all?.filter(hasNone).length ?? 0;
  const save = async () => saveFile(await fileOf(catalogueTable(all ?? [], language), 'csv'), 'catalogue.csv');
  const close = () => setAsked(null);
  const dialog = asked !== null && asked !== 'add' ? { product: asked.product, onClose: close, onDone: reload } : null;
  return (
    <>
      <PageHeader
        title={t('pages.products')}
        note={t('products.note')}
        acts={
          <>
            <Button isDisabled={all === undefined || more !== undefined} onPress={() => void save()}>
              {t('catalogue.export')}
            </Button>
            <Button onPress={() => router.push('/shop/products/import')}>{t('catalogue.import')}</Button>
            <Button look="primary" onPress={() => setAsked('add')}>
              {t('products.add')}
            </Button>
          </>
        }
      />
      <SearchField label={t('products.find')} value={search} onChange={setSearch} />
      {none > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg border-saffron border-s-[5px] bg-saffron-tint px-4 py-2 font-semibold text-saffron-ink">
          {t('products.attention', { count: none })}
          <Button onPress={() => setOnlyNone(!onlyNone)}>{t(onlyNone ? 'products.showAll' : 'products.onlyAttention')}</Button>
        </div>
      )}
      {fault !== null && <FaultNote status={fault} onAgain={reload} />}
      {rows === undefined ? (
        fault === null && (
          <p role="status" className="py-16 text-center text-soft">
            {everywhere('loading')}
          </p>
        )
      ) : (
        <DataTable
          dense
          label={t('pages.products')}
          columns={columns}
          items={onlyNone && none > 0 ? rows.filter(hasNone) : rows}
          empty={<EmptyState title={t('products.empty')}>{t('products.emptyNote')}</EmptyState>}
        />
      )}
      {asked === 'add' && <AddProduct onClose={close} onDone={reload} />}
      {dialog && asked !== 'add' && asked?.act === 'price' && <PriceDialog {...dialog} />}
      {dialog && asked !== 'add' && asked?.act === 'names' && <NamesDialog {...dialog} />}
      {dialog && asked !== 'add' && asked?.act === 'stock' && <StockDialog {...dialog} />}
      {dialog && asked !== 'add' && asked?.act === 'movements' && <MovementsDialog {...dialog} />}
    </>
  );
}
