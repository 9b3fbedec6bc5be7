import { and, desc, eq, isNull, min, sql } from 'drizzle-orm';
import { type FiscalAdapter, fiscalViewOf } from '#lib/fiscal/fiscal-document.ts';
import { type FiscalTerms, type FiscalWait, waitOf } from '#lib/fiscal/fiscal-terms.ts';
import type { Tx } from '../engine/engine.ts';
import { keptRow } from '../engine/kept-query.ts';
import { fiscalAdapter, fiscalDocument } from '../schema/fiscal.ts';
import { sale } from '../schema/sale.ts';
import { packInForce } from '../stores/market.ts';
import type { StallRecord } from '../stores/vendors.ts';

const MOST_REFUSED = 100;

type FiscalFigure = { readonly side: string; readonly count: number; readonly since: string | null };

const count = sql<number>`count(*)`.mapWith(Number);
/** As the index of those that were turned down says it: a value in a place could be any state. */
const isRefused = sql`${fiscalDocument.state} = 'refused'`;

const waitingAt = keptRow(['side'], (tx, at) =>
  tx
    .select({ count, since: min(fiscalDocument.waitsSince) })
    .from(fiscalDocument)
    .where(and(eq(fiscalDocument.side, at.side), isNull(fiscalDocument.settledAt))),
);

/** What a till shows of the documents of its side; null where nobody is told. */
export async function fiscalAtTill(
  tx: Tx,
  stall: StallRecord | undefined,
  now: string,
): Promise<(FiscalWait & FiscalTerms & { readonly waiting: number; readonly since: string | null }) | null> {
  if (stall === undefined || stall.fiscal === null) return null;
  const waits = await waitingAt(tx, { side: stall.side });
  const { wait, hours } = waitOf(stall.fiscal, waits?.since ?? null, now);
  return { wait, hours, ...termsOf(stall.fiscal), waiting: waits?.count ?? 0, since: waits?.since ?? null };
}

/** Each side: who its documents go to, what waits and for how long; and what was turned down, for somebody to look at. */
export async function fiscalNow(tx: Tx, now: string) {
  const { pack } = await packInForce(tx, now);
  const adapters = await newestAdapters(tx);
  const sides = await Array.fromAsync(pack.sides, async ({ code }) => {
    const set = adapters.get(code);
    const waits = await waitingAt(tx, { side: code });
    const terms: FiscalTerms | undefined = set;
    const { wait, hours } = terms === undefined ? { wait: 'clear' as const, hours: 0 } : waitOf(terms, waits?.since ?? null, now);
    const [turnedDown] = await tx
      .select({ count })
      .from(fiscalDocument)
      .where(and(eq(fiscalDocument.side, code), isRefused));
    return {
      side: code,
      adapter: set?.adapter ?? ('none' as FiscalAdapter),
      terms: set === undefined ? null : termsOf(set),
      waiting: waits?.count ?? 0,
      since: waits?.since ?? null,
      wait,
      hours,
      refused: turnedDown?.count ?? 0,
    };
  });
  return { sides, refused: await refusedDocuments(tx) };
}

const termsOf = ({ onTimeMinutes, loudHours, shutHours }: FiscalTerms): FiscalTerms => ({ onTimeMinutes, loudHours, shutHours });

async function newestAdapters(tx: Tx) {
  const rows = await tx.select().from(fiscalAdapter).orderBy(fiscalAdapter.setAt, fiscalAdapter.id);
  return new Map(rows.map((row) => [row.side, row]));
}

async function refusedDocuments(tx: Tx) {
  const rows = await tx
    .select({ document: fiscalDocument, receipt: sale.number })
    .from(fiscalDocument)
    .innerJoin(sale, eq(sale.id, fiscalDocument.sale))
    .where(isRefused)
    .orderBy(desc(fiscalDocument.recordedAt), desc(fiscalDocument.id))
    .limit(MOST_REFUSED);
  return rows.map(({ document, receipt }) => {
    const { type, register, shift, number, total } = fiscalViewOf(document);
    return {
      id: document.id,
      side: document.side,
      type,
      receipt,
      register,
      shift,
      number,
      total,
      recordedAt: document.recordedAt,
      why: document.why ?? '',
    };
  });
}

/** What watches the market is told, by side: how many wait and since when. */
export const waitingFigures = (tx: Tx): Promise<readonly FiscalFigure[]> =>
  tx
    .select({ side: fiscalDocument.side, count, since: min(fiscalDocument.waitsSince) })
    .from(fiscalDocument)
    .where(isNull(fiscalDocument.settledAt))
    .groupBy(fiscalDocument.side);

/** And how many were turned down. */
export const refusedFigures = (tx: Tx): Promise<readonly FiscalFigure[]> =>
  tx
    .select({ side: fiscalDocument.side, count, since: min(fiscalDocument.recordedAt) })
    .from(fiscalDocument)
    .where(isRefused)
    .groupBy(fiscalDocument.side);
