import { and, desc, eq, gt, isNull, notInArray, or, sql } from 'drizzle-orm';
import type { FiscalAdapter, FiscalReply } from '#lib/fiscal/fiscal-document.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery, keptRow } from '../engine/kept-query.ts';
import { fiscalAdapter, fiscalDocument } from '../schema/fiscal.ts';
import { change, keep } from './evidence.ts';

export type FiscalRow = typeof fiscalDocument.$inferSelect;

const oldestWaiting = keptRow(['side'], (tx, at) =>
  tx
    .select({ waitsSince: fiscalDocument.waitsSince, state: fiscalDocument.state })
    .from(fiscalDocument)
    .where(and(eq(fiscalDocument.side, at.side), isNull(fiscalDocument.settledAt)))
    .orderBy(fiscalDocument.waitsSince, fiscalDocument.id)
    .limit(1),
);
const lastNumber = keptRow(['device', 'shift'], (tx, at) =>
  tx
    .select({ number: fiscalDocument.number })
    .from(fiscalDocument)
    .where(and(eq(fiscalDocument.device, at.device), eq(fiscalDocument.shift, at.shift)))
    .orderBy(desc(fiscalDocument.number))
    .limit(1),
);
const ofSale = keptQuery(['sale'], (tx, at) =>
  tx.select().from(fiscalDocument).where(eq(fiscalDocument.sale, at.sale)).orderBy(fiscalDocument.recordedAt, fiscalDocument.id),
);
const waitingAfter = keptQuery(['side', 'adapter', 'since', 'id', 'most'], (tx, at) =>
  tx
    .select()
    .from(fiscalDocument)
    .where(
      and(
        eq(fiscalDocument.side, at.side),
        eq(fiscalDocument.adapter, at.adapter as unknown as FiscalAdapter),
        isNull(fiscalDocument.settledAt),
        or(gt(fiscalDocument.waitsSince, at.since), and(eq(fiscalDocument.waitsSince, at.since), gt(fiscalDocument.id, at.id))),
      ),
    )
    .orderBy(fiscalDocument.waitsSince, fiscalDocument.id)
    .limit(at.most as unknown as number),
);
const documentById = keptRow(['id'], (tx, at) => tx.select().from(fiscalDocument).where(eq(fiscalDocument.id, at.id)));

export async function saveFiscalAdapter(tx: Tx, row: typeof fiscalAdapter.$inferInsert): Promise<void> {
  await keep(tx, fiscalAdapter, row);
}

export async function saveFiscalDocument(tx: Tx, row: FiscalRow): Promise<void> {
  await keep(tx, fiscalDocument, row);
}

/** The document of a side that has waited longest; undefined where all are settled. */
export const oldestWaitingAt = (tx: Tx, side: string): Promise<Pick<FiscalRow, 'waitsSince' | 'state'> | undefined> =>
  oldestWaiting(tx, { side });

/** Documents are numbered by device and shift, without a gap. */
export const nextDocumentNumber = async (tx: Tx, device: string, shift: number): Promise<number> =>
  ((await lastNumber(tx, { device, shift }))?.number ?? 0) + 1;

/** Of a sale, its refunds and its void, in the order in which they were made. */
export const fiscalDocumentsOf = (tx: Tx, saleId: string): Promise<readonly FiscalRow[]> => ofSale(tx, { sale: saleId });

type Place = { readonly side: string; readonly adapter: FiscalAdapter };

/** Every side that ever made documents, and for whom: some may wait for the one of before. */
export const fiscalPlaces = (tx: Tx): Promise<readonly Place[]> =>
  tx
    .selectDistinct({ side: fiscalAdapter.side, adapter: fiscalAdapter.adapter })
    .from(fiscalAdapter)
    .where(sql`${fiscalAdapter.adapter} <> 'none'`)
    .orderBy(fiscalAdapter.side, fiscalAdapter.adapter);

/** A register that waits, with its oldest documents. */
export type WaitingLane = { readonly device: string; readonly documents: readonly FiscalRow[] };

/** Few enough that what the operator said is soon written down, and others of that register's place are not kept waiting for it. */
const IN_A_LANE = 10;
const LOOKED_AT = 200;

/** Registers whose documents wait longest at a place, but for these. None only where nothing else waits. */
export async function waitingLanes(tx: Tx, { side, adapter }: Place, but: readonly string[]): Promise<readonly WaitingLane[]> {
  const rows = await tx
    .select()
    .from(fiscalDocument)
    .where(
      and(
        eq(fiscalDocument.side, side),
        eq(fiscalDocument.adapter, adapter),
        isNull(fiscalDocument.settledAt),
        ...(but.length === 0 ? [] : [notInArray(fiscalDocument.device, [...but])]),
      ),
    )
    .orderBy(fiscalDocument.waitsSince, fiscalDocument.id)
    .limit(LOOKED_AT);
  const lanes = Map.groupBy(rows, ({ device }) => device);
  return [...lanes].map(([device, documents]) => ({ device, documents: documents.slice(0, IN_A_LANE) }));
}

/** The next documents to send, in the order in which they were made. @param after the last one seen. */
export const waitingDocuments = (
  tx: Tx,
  { side, adapter }: Place,
  most: number,
  after?: Pick<FiscalRow, 'waitsSince' | 'id'>,
): Promise<readonly FiscalRow[]> =>
  waitingAfter(tx, { side, adapter, since: after?.waitsSince ?? '', id: after?.id ?? '', most });

/** Writes what the operator said of a document. @returns false if it was settled before. */
export async function settleDocument(tx: Tx, id: string, reply: FiscalReply, settledAt: string): Promise<boolean> {
  const row = await documentById(tx, { id });
  if (row === undefined || row.settledAt !== null) return false;
  if (reply.state === 'away') {
    if (row.state === 'autonomous') return false;
    await change(tx, fiscalDocument, { id }, { state: 'autonomous' }, row);
    return true;
  }
  const to =
    reply.state === 'refused'
      ? { state: reply.state, why: reply.why, settledAt }
      : { state: reply.state, sign: reply.sign, operatorNumber: reply.number, link: reply.link, settledAt };
  await change(tx, fiscalDocument, { id }, to, row);
  return true;
}

/** Lets documents that were turned down wait once more. @returns how many. */
export async function waitAgain(tx: Tx, side: string, waitsSince: string): Promise<number> {
  const rows = await tx
    .select()
    .from(fiscalDocument)
    .where(and(eq(fiscalDocument.side, side), sql`${fiscalDocument.state} = 'refused'`))
    .orderBy(fiscalDocument.recordedAt, fiscalDocument.id);
  for (const row of rows)
    await change(tx, fiscalDocument, { id: row.id }, { state: 'autonomous', why: null, settledAt: null, waitsSince }, row);
  return rows.length;
}
