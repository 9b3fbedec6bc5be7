import type { z } from 'zod';
import type { Planned } from '#lib/catalogue/catalogue-reader.ts';
import type { CheckedCatalogue, PlannedView } from '#lib/catalogue/checked-catalogue.ts';
import { amountOf } from '#lib/money/money.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type CatalogueFile, readCatalogueFile } from './parts/catalogue-file.ts';

/** So many of each are listed; all are counted. */
const LISTED = 200;

/** Says what a catalogue file would do, or everything that is wrong with it. Writes nothing. @throws Forbidden, NotYours. */
export async function checkCatalogue(context: Context, { file }: z.infer<typeof CatalogueFile>): Promise<CheckedCatalogue> {
  mayOrThrow(context.actor, 'see-shop');
  const { faults, planned, unchanged, stalls } = await readCatalogueFile(context, file);
  const codes = new Map(stalls.map(({ id, code }) => [id, code]));
  return {
    faults: faults.slice(0, LISTED),
    faultCount: faults.length,
    added: planned.filter(({ change }) => change.is === 'new').length,
    changed: planned.filter(({ change }) => change.is === 'changed').length,
    unchanged,
    namesLent: planned.filter(({ change }) => change.is === 'new' && change.namesLent).length,
    stockLeft: planned.filter(({ change, row }) => change.is === 'changed' && row.firstStockMilli !== undefined).length,
    planned: planned.slice(0, LISTED).map((each) => viewOf(each, codes)),
  };
}

function viewOf({ row, change, was }: Planned, codes: ReadonlyMap<string, string>): PlannedView {
  const goods = change.is === 'new' ? change.goods : { ...was, ...change.to };
  const currency = goods.currency ?? '';
  const isPriced = was !== undefined && goods.priceMinor !== was.priceMinor;
  return {
    line: row.line,
    stall: codes.get(row.stall) ?? '',
    gtin: row.gtin,
    names: goods.names ?? {},
    is: change.is,
    fields: change.is === 'new' ? [] : Object.keys(change.to),
    price: amountOf({ minor: goods.priceMinor ?? 0, currency }),
    priceBefore: isPriced ? amountOf({ minor: was.priceMinor, currency }) : null,
  };
}
