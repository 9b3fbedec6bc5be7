import type { Tx } from '#db/engine/engine.ts';
import { nextDocumentNumber, oldestWaitingAt, saveFiscalDocument } from '#db/stores/fiscal-documents.ts';
import { packInForce } from '#db/stores/market.ts';
import { findTillSession } from '#db/stores/tills.ts';
import { findStall, type StallRecord } from '#db/stores/vendors.ts';
import type { Refusal } from '#lib/act/refusal.ts';
import { autonomousSign } from '#lib/fiscal/autonomous-sign.ts';
import {
  type DocumentType,
  type FiscalAdapter,
  type FiscalView,
  fiscalViewOf,
  type TenderShare,
} from '#lib/fiscal/fiscal-document.ts';
import { refusalWhileShut } from '#lib/fiscal/fiscal-terms.ts';
import { tenderShares } from '#lib/fiscal/tender-shares.ts';
import type { Money } from '#lib/money/money.ts';
import type { Settled } from '#lib/sale/tenders.ts';
import { NotYours } from '#lib/staff/actor.ts';
import type { Context } from '../context.ts';

/** @throws NotYours where the market has no such side. */
export async function mustHaveSide(tx: Tx, { now }: Context, side: string): Promise<void> {
  const { pack } = await packInForce(tx, now);
  if (!pack.sides.some(({ code }) => code === side)) throw new NotYours();
}

/** Why nothing that needs a document may be done on this side now; asks nothing where the side has no adapter. */
export async function refusedByFiscal(
  tx: Tx,
  { now }: Context,
  { side, fiscal }: Pick<StallRecord, 'side' | 'fiscal'>,
): Promise<Refusal | undefined> {
  if (fiscal === null) return undefined;
  return refusalWhileShut(fiscal, (await oldestWaitingAt(tx, side))?.waitsSince ?? null, now);
}

/** The same of a sale that was made. */
export async function saleRefusedByFiscal(tx: Tx, context: Context, stall: string): Promise<Refusal | undefined> {
  return refusedByFiscal(tx, context, (await findStall(tx, { id: stall })) as StallRecord);
}

/** The document of a sale, where the side of its stall has an adapter. */
export async function saveSaleDocument(
  tx: Tx,
  context: Context,
  { stall: { fiscal, side, company }, total }: { readonly stall: StallRecord; readonly total: Money },
  of: {
    readonly sale: string;
    readonly tillSession: string | null;
    readonly settled: Settled;
    readonly paidBefore?: number;
    readonly offline?: { readonly occurredAt: string };
  },
): Promise<FiscalView | undefined> {
  if (fiscal === null) return undefined;
  return saveDocument(tx, context, {
    side,
    adapter: fiscal.adapter,
    type: 'sale',
    sale: of.sale,
    taxId: company.taxId,
    total,
    tenders: tenderShares(total, of.settled.tenders, of.paidBefore),
    tillSession: of.tillSession,
    origin: of.offline === undefined ? 'live' : 'offline',
    occurredAt: of.offline?.occurredAt ?? context.now,
  });
}

type Documented = {
  readonly side: string;
  readonly adapter: FiscalAdapter;
  readonly type: DocumentType;
  readonly sale: string;
  readonly refund?: string;
  readonly taxId: string;
  readonly total: Money;
  readonly tenders: readonly TenderShare[];
  readonly tillSession: string | null;
  readonly origin: 'live' | 'offline';
  readonly occurredAt: string;
};

/**
 * Writes the one fiscal document of a sale, void or refund, in its own transaction; nobody is asked anything yet. While the operator of the
 * side is away it is autonomous from the first.
 */
export async function saveDocument(tx: Tx, context: Context, of: Documented): Promise<FiscalView> {
  const { actor, now, keys } = context;
  const shift = of.tillSession === null ? 0 : ((await findTillSession(tx, of.tillSession))?.number ?? 0);
  const numbered = {
    type: of.type,
    register: actor.code,
    shift,
    number: await nextDocumentNumber(tx, actor.id, shift),
    taxId: of.taxId,
    totalMinor: of.total.minor,
    currency: of.total.currency,
    occurredAt: of.occurredAt,
  };
  const isAway = (await oldestWaitingAt(tx, of.side))?.state === 'autonomous';
  const row = {
    ...numbered,
    id: context.newId(),
    side: of.side,
    adapter: of.adapter,
    sale: of.sale,
    refund: of.refund ?? null,
    device: actor.id,
    tillSession: of.tillSession,
    tenders: of.tenders,
    autonomousSign: autonomousSign(numbered, keys.lookupOf),
    origin: of.origin,
    recordedAt: now,
    state: isAway ? ('autonomous' as const) : ('pending' as const),
    sign: null,
    operatorNumber: null,
    link: null,
    why: null,
    waitsSince: now,
    settledAt: null,
  };
  await saveFiscalDocument(tx, row);
  return fiscalViewOf(row);
}
