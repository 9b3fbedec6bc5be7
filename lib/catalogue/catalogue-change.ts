import { moneyOf } from '../money/money.ts';
import type { CatalogueFaultKind, CatalogueRow, CellFault } from './catalogue-row.ts';
import { quantityTextOf } from './measure.ts';
import { LANGUAGES_OF_GOODS, type Product } from './product.ts';

/** Goods as they are on record, as far as a file can say otherwise. */
export type ShelvedGoods = Omit<Product, 'stall' | 'vendor' | 'gtin' | 'names' | 'hs'> & {
  readonly names: Readonly<Record<string, string>>;
  readonly hsDigits: string;
};
export type GoodsSaid = Omit<ShelvedGoods, 'id'>;

/** What a line comes to: goods that are new, goods that change (and only in what), or nothing. */
export type CatalogueChange =
  | { readonly is: 'new'; readonly goods: GoodsSaid; readonly namesLent: boolean }
  | { readonly is: 'changed'; readonly id: string; readonly to: Partial<GoodsSaid> }
  | { readonly is: 'same' };

/** @param currencyThere what the stall's side counts in, for new goods whose line names no currency. */
export function changeOf(
  row: CatalogueRow,
  shelved: ShelvedGoods | undefined,
  currencyThere: string,
): CatalogueChange | { readonly faults: readonly CellFault[] } {
  const currency = row.currency ?? shelved?.currency ?? currencyThere;
  const faults: CellFault[] = [];
  const fault = (field: CellFault['field'], kind: CatalogueFaultKind, found: string, near: readonly string[] = []) =>
    faults.push({ field, kind, found, near });
  if (shelved !== undefined && currency !== shelved.currency) fault('currency', 'currency-other', currency, [shelved.currency]);
  const price = row.price === undefined ? undefined : moneyOf({ amount: row.price, currency });
  if (row.price !== undefined && (price === undefined || price.minor === 0)) fault('price', 'price', row.price);
  const said: Partial<GoodsSaid> = { ...row.goods, ...(price === undefined ? {} : { priceMinor: price.minor }) };
  const [net, packed] = [said.netWeightG ?? shelved?.netWeightG, said.packedWeightG ?? shelved?.packedWeightG];
  if (net !== undefined && packed !== undefined && packed < net)
    fault('packed_weight_g', 'weight', String(packed), [String(net)]);
  const isCut = (said.unit ?? 'piece') === 'piece' && (row.firstStockMilli ?? 0) % 1000 !== 0;
  if (shelved === undefined && isCut) fault('first_stock', 'stock', quantityTextOf(row.firstStockMilli ?? 0));
  if (shelved === undefined) for (const field of missingOf(row)) fault(field, 'missing', '');
  if (faults.length > 0) return { faults };
  return shelved === undefined ? newGoods(row, { ...said, currency }) : changed(row, said, shelved);
}

const NEEDED = [
  ['category', 'category'],
  ['hs', 'hsDigits'],
  ['net_weight_g', 'netWeightG'],
  ['packed_weight_g', 'packedWeightG'],
  ['origin', 'origin'],
  ['customs_status', 'customsStatus'],
] as const;

/** What new goods cannot do without; one name is enough, whatever its language. */
function missingOf({ names, price, goods }: CatalogueRow): CellFault['field'][] {
  return [
    ...(Object.keys(names).length === 0 ? (['name_en'] as const) : []),
    ...(price === undefined ? (['price'] as const) : []),
    ...NEEDED.filter(([, name]) => goods[name] === undefined).map(([field]) => field),
  ];
}

function newGoods({ names }: CatalogueRow, said: Partial<GoodsSaid>): CatalogueChange {
  const lent = LANGUAGES_OF_GOODS.map((language) => names[language]).find((name) => name !== undefined) ?? '';
  const goods = {
    volumeMl: 0,
    strengthPermille: 0,
    pieces: 1,
    unit: 'piece',
    ...said,
    names: Object.fromEntries(LANGUAGES_OF_GOODS.map((language) => [language, names[language] ?? lent])),
  } as GoodsSaid;
  return { is: 'new', goods, namesLent: Object.keys(names).length < LANGUAGES_OF_GOODS.length };
}

function changed({ names }: CatalogueRow, said: Partial<GoodsSaid>, shelved: ShelvedGoods): CatalogueChange {
  const to: Record<string, unknown> = Object.fromEntries(
    Object.entries(said).filter(([name, value]) => value !== shelved[name as keyof GoodsSaid]),
  );
  if (Object.entries(names).some(([language, name]) => shelved.names[language] !== name))
    to.names = { ...shelved.names, ...names };
  return Object.keys(to).length === 0 ? { is: 'same' } : { is: 'changed', id: shelved.id, to: to as Partial<GoodsSaid> };
}
