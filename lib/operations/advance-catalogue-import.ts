import type { Tx } from '#db/engine/engine.ts';
import {
  changeProduct,
  type ProductRow,
  productByGtin,
  saveLot,
  saveMovement,
  savePriceChange,
  saveProduct,
} from '#db/stores/catalogue.ts';
import { endPart, findPart, type ImportPart, nextPart } from '#db/stores/catalogue-imports.ts';
import type { GoodsSaid } from '#lib/catalogue/catalogue-change.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import type { PartRow } from './parts/catalogue-file.ts';
import { perform } from './perform.ts';

type Part = ImportPart<PartRow>;

/** Writes the next part of the catalogue files that were taken in, behind whoever waits. @returns whether there was one. @throws Forbidden. */
export async function advanceCatalogueImport(context: Context): Promise<boolean> {
  mayOrThrow(context.actor, 'run-market');
  const next = await context.read(nextPart);
  if (next === undefined) return false;
  const write = async (tx: Tx) => {
    // Another process may have written it since.
    const part = await findPart<PartRow>(tx, next.id);
    for (const row of part?.rows ?? []) await writeGoods(tx, context, part as Part, row);
    if (part !== undefined) await endPart(tx, part, context.now);
    return { body: {}, subject: next.import, facts: { count: part?.rows.length ?? 0 } };
  };
  await perform(context, 'write-catalogue-part', { id: next.id }, write, { canWait: true });
  return true;
}

/** Goods that came by another way since the file was read are changed like any that were there. */
async function writeGoods(tx: Tx, context: Context, part: Part, row: PartRow): Promise<void> {
  const there = await productByGtin(tx, row.stall, row.gtin);
  if (there !== undefined) await changeGoods(tx, context, part, there, row.said);
  else if (row.isNew) await addGoods(tx, context, part, row);
}

async function changeGoods(tx: Tx, context: Context, part: Part, there: ProductRow, said: Partial<GoodsSaid>): Promise<void> {
  const { priceMinor, currency } = there;
  await changeProduct(tx, there, { ...said, changedAt: context.now });
  if (said.priceMinor === undefined || said.priceMinor === priceMinor) return;
  const by = { changedAt: context.now, changedBy: part.import.startedBy };
  await savePriceChange(tx, { id: context.newId(), product: there.id, priceMinor, currency, ...by });
}

async function addGoods(tx: Tx, context: Context, { id: act, import: of }: Part, row: PartRow): Promise<void> {
  const [product, lot, recordedAt] = [context.newId(), context.newId(), context.now];
  const { stall, gtin, firstStockMilli } = row;
  const said = row.said as GoodsSaid;
  const hs = { hsScheme: 'HS', hsEdition: '2022' };
  await saveProduct(tx, { id: product, vendor: of.vendor, stall, gtin, ...hs, ...said, changedAt: recordedAt });
  await saveLot(tx, { id: lot, product, customsStatus: said.customsStatus, receivedAt: recordedAt });
  if (firstStockMilli === 0) return;
  const first = { kind: 'receipt', quantityMilli: firstStockMilli, reason: 'first stock' } as const;
  await saveMovement(tx, { id: context.newId(), product, lot, ...first, act, recordedAt });
}
