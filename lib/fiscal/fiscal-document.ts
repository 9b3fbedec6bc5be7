import { type Amount, amountOf } from '#lib/money/money.ts';

/** Who a side's fiscal documents go to: nobody; a folder on the server's own disk; a data operator that behaves as the real ones do. */
export const FISCAL_ADAPTERS = ['none', 'file', 'test-operator'] as const;
export type FiscalAdapter = (typeof FISCAL_ADAPTERS)[number];

export const DOCUMENT_TYPES = ['sale', 'refund', 'void'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** Not sent yet; made while the operator was away, and sent later; taken; turned down, for a person to look at. */
export const DOCUMENT_STATES = ['pending', 'autonomous', 'registered', 'refused'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export type TenderKind = 'cash' | 'card' | 'qr';
export type TenderShare = { readonly kind: TenderKind; readonly minor: number };

/** What an operator is told. The id is the document's own: told twice, it is one document. */
export type FiscalPaper = {
  readonly id: string;
  readonly type: DocumentType;
  readonly side: string;
  readonly register: string;
  readonly shift: number;
  readonly number: number;
  readonly sale: string;
  readonly taxId: string;
  readonly total: Amount;
  readonly tenders: readonly { readonly kind: TenderKind; readonly amount: Amount }[];
  readonly occurredAt: string;
  readonly autonomousSign: string;
  /** It was made while nobody could take it: by a till without a network, or while the operator was away. */
  readonly late: boolean;
};

/** What became of a document that was sent. Only who was not heard from is asked again. */
export type FiscalReply =
  | { readonly state: 'registered'; readonly sign: string | null; readonly number: string | null; readonly link: string | null }
  | { readonly state: 'refused'; readonly why: string }
  | { readonly state: 'away' };

/** How a kind of operator is told. Never throws: whatever is odd about an answer, it was not heard. */
export type Registrar = (paper: FiscalPaper) => Promise<FiscalReply>;

/** A fiscal document as a receipt shows it. */
export type FiscalView = {
  readonly type: DocumentType;
  readonly state: DocumentState;
  readonly register: string;
  readonly shift: number;
  readonly number: number;
  readonly total: Amount;
  /** Made by the market itself; it stands until the operator has given its own. */
  readonly autonomousSign: string;
  readonly sign: string | null;
  readonly operatorNumber: string | null;
  readonly link: string | null;
};

/** A document as it is written down, as far as others are told of it. */
export type FiscalRecord = Omit<FiscalPaper, 'total' | 'tenders' | 'late'> & {
  readonly totalMinor: number;
  readonly currency: string;
  readonly tenders: readonly TenderShare[];
  readonly origin: 'live' | 'offline';
  readonly state: DocumentState;
  readonly sign: string | null;
  readonly operatorNumber: string | null;
  readonly link: string | null;
};

export function paperOf(record: FiscalRecord): FiscalPaper {
  const { id, type, side, register, shift, number, sale, taxId, occurredAt, autonomousSign, currency } = record;
  return {
    id,
    type,
    side,
    register,
    shift,
    number,
    sale,
    taxId,
    total: amountOf({ minor: record.totalMinor, currency }),
    tenders: record.tenders.map(({ kind, minor }) => ({ kind, amount: amountOf({ minor, currency }) })),
    occurredAt,
    autonomousSign,
    late: record.origin === 'offline' || record.state === 'autonomous',
  };
}

export function fiscalViewOf(record: FiscalRecord): FiscalView {
  const { type, state, register, shift, number, autonomousSign, sign, operatorNumber, link } = record;
  const total = amountOf({ minor: record.totalMinor, currency: record.currency });
  return { type, state, register, shift, number, total, autonomousSign, sign, operatorNumber, link };
}
