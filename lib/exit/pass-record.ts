import type { Amount } from '#lib/money/money.ts';

/** How a crossing or an amount elsewhere came to be known here. */
export const KNOWN_FROM = ['customs-reply', 'stamp', 'statement'] as const;

export type KnownGoods = {
  readonly category: string;
  readonly quantity: string;
  readonly weightG: number;
  readonly value: Amount;
};

/** The record behind a pass: goods as known today, what officers said about them since, and what is known from elsewhere. */
export type PassRecordView = {
  readonly visit: { readonly id: string; readonly state: 'open' | 'presented' | 'closed'; readonly side: string } | null;
  readonly lines: readonly (KnownGoods & { readonly id: string; readonly names: Readonly<Record<string, string>> })[];
  readonly corrections: readonly {
    readonly id: string;
    readonly line: string;
    readonly before: KnownGoods;
    readonly after: KnownGoods;
    readonly reason: string;
    readonly correctedAt: string;
  }[];
  readonly outside: readonly {
    readonly id: string;
    readonly rule: string;
    readonly period: string;
    readonly unit: string;
    readonly amount: number;
    readonly knownFrom: (typeof KNOWN_FROM)[number];
    readonly happenedAt: string | null;
    readonly reason: string | null;
    readonly recordedAt: string;
    readonly corrects: string | null;
    readonly stands: boolean;
  }[];
  /** What an outside entry can be about. */
  readonly accounts: readonly { readonly rule: string; readonly period: string; readonly unit: string; readonly side: string }[];
};
