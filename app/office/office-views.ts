import type { DocumentType, FiscalAdapter } from '#lib/fiscal/fiscal-document.ts';
import type { FiscalTerms, FiscalWait } from '#lib/fiscal/fiscal-terms.ts';
import type { Custody } from '#lib/till/cash-count.ts';
import type { Amount, RefusalView } from '../_ui/views.ts';

/** What the office's calls answer, as far as its screens read it. */
export type Overview = {
  readonly now: string;
  /** Each side counts its own day. */
  readonly marketDays: readonly { readonly side: string; readonly day: string; readonly entries: number }[];
  readonly inside: readonly { readonly side: string; readonly nationality: string; readonly count: number }[];
  readonly insideTotal: number;
  readonly entriesToday: number;
  readonly exitsToday: readonly { readonly state: string; readonly count: number }[];
  readonly sales: { readonly count: number; readonly totals: readonly Amount[] };
  /** `hour` is '2026-11-22T03', in UTC. */
  readonly byHour: readonly { readonly hour: string; readonly count: number }[];
  readonly stalls: readonly {
    readonly code: string;
    readonly name: string;
    readonly side: string;
    readonly count: number;
    readonly total: Amount;
  }[];
  readonly stallCount: number;
  readonly allowance: readonly {
    readonly rule: string;
    readonly accounts: number;
    readonly used: number;
    readonly limit: number;
    readonly nearlySpent: number;
  }[];
  readonly refusals: readonly { readonly reason: string; readonly count: number }[];
};

export type VendorRow = {
  readonly id: string;
  readonly name: string;
  readonly licence: string;
  readonly licensedAt: string;
  readonly company: string;
  readonly country: string;
  readonly taxId: string;
  /** The reason, while suspended. */
  readonly suspended: string | null;
  readonly stalls: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly side: string;
    /** Who holds what its tills take. */
    readonly custody: Custody;
  }[];
};

export type PersonRow = {
  readonly id: string;
  readonly name: string;
  readonly role: 'administrator' | 'auditor' | 'owner' | 'officer' | 'cashier';
  readonly login: string | null;
  readonly vendor: string | null;
  readonly recordedAt: string;
  readonly suspended: string | null;
  /** Somebody said which pass is their own. */
  readonly hasOwnPass: boolean;
};

export type DeviceRow = {
  readonly id: string;
  readonly code: string;
  readonly role: 'kiosk' | 'gate' | 'till' | 'desk' | 'auditor' | 'program';
  readonly name: string;
  readonly gate: string | null;
  readonly stall: string | null;
  readonly enrolledAt: string;
  readonly revokedAt: string | null;
  readonly suspended: string | null;
  readonly enrolled: boolean;
  /** Where the market prints for it. */
  readonly printer: string | null;
};

export type LeaseRow = {
  readonly id: string;
  readonly heldAt: string;
  readonly stall: string;
  readonly device: string;
  readonly pass: string;
  readonly goods: number;
  readonly value: Amount;
};

export type FlaggedSale = {
  readonly id: string;
  readonly number: string;
  readonly stall: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly total: Amount;
  readonly flags: readonly RefusalView[];
};

export type OfflineNow = {
  readonly floors: readonly Amount[];
  readonly leases: readonly LeaseRow[];
  readonly sales: readonly FlaggedSale[];
};

export type FiscalSide = FiscalWait & {
  readonly side: string;
  readonly adapter: FiscalAdapter;
  readonly terms: FiscalTerms | null;
  readonly waiting: number;
  readonly since: string | null;
  readonly refused: number;
};

export type RefusedDocument = {
  readonly id: string;
  readonly side: string;
  readonly type: DocumentType;
  readonly receipt: string;
  readonly register: string;
  readonly shift: number;
  readonly number: number;
  readonly total: Amount;
  readonly recordedAt: string;
  readonly why: string;
};

export type FiscalNow = {
  readonly adapters: readonly FiscalAdapter[];
  readonly sides: readonly FiscalSide[];
  readonly refused: readonly RefusedDocument[];
};

export type PassRow = {
  readonly id: string;
  readonly code: string;
  readonly nationality: string;
  readonly side: string;
  readonly gate: string;
  readonly category: string;
  readonly issuedAt: string;
  readonly validUntil: string;
  readonly state: 'issued' | 'in-force' | 'presented' | 'spent' | 'expired' | 'revoked' | 'replaced';
  readonly revoked: string | null;
};

export type AuditRow = {
  readonly id: string;
  /** role:code */
  readonly actor: string;
  readonly operator: string | null;
  readonly kind: string;
  readonly subject: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly recordedAt: string;
  readonly hash: string;
};
