import type { Fate } from '#lib/exit/fate.ts';
import type { PassRecordView } from '#lib/exit/pass-record.ts';
import type { Decision } from '#lib/law/decision.ts';
import type { Rate } from '#lib/money/rate.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import type { Amount, MarketView, Names } from '../_ui/views.ts';

/** What the API answers to a gate. The API's own tests hold the two together. */
export type GateView = {
  readonly device: { readonly id: string; readonly name: string; readonly code: string };
  readonly gate: string | null;
  readonly side: string | null;
  readonly operators: readonly { readonly id: string; readonly name: string }[];
  readonly operator: { readonly id: string; readonly name: string } | null;
  readonly inside: readonly { readonly side: string; readonly count: number }[];
};

export type GateMarket = Omit<MarketView, 'rules'> & {
  readonly stalls: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly currencies: readonly string[];
  readonly categories: readonly { readonly id: string; readonly parent: string | null; readonly names: Names }[];
  readonly rules: readonly {
    readonly id: string;
    readonly names: Names;
    readonly sentences: Names;
    readonly confidence: string;
    readonly sources: readonly string[];
  }[];
  readonly lawRates: readonly Rate[];
};

export type EntryView = {
  readonly visit: { readonly id: string; readonly side: string; readonly enteredAt: string };
  readonly pass: PassCard;
};

/** In the order in which an officer chooses them. */
export const FATES: readonly Fate[] = [
  'carried',
  'returned',
  'consumed-inside',
  'stored-inside',
  'posted',
  'baggage-carrier',
  'cargo',
  'given',
  'seized',
  'abandoned',
];

/** What an officer may add at the exit; sales come from the tills alone. */
export const SOURCES_TO_ADD = ['brought-in', 'party', 'elsewhere', 'found'] as const;
export type Source = 'sale' | (typeof SOURCES_TO_ADD)[number];

export type DeclaredView = {
  readonly id: string;
  readonly source: Source;
  readonly stall: string | null;
  readonly names: Names;
  readonly category: string;
  readonly quantity: string;
  readonly value: Amount;
  readonly weightG: number;
  readonly fate: Fate;
  readonly resolved: boolean;
  readonly forbidden: boolean;
};

export type ExitView = {
  readonly id: string;
  readonly visit: string;
  readonly state: 'presented' | 'settled' | 'unsettled' | 'withdrawn';
  readonly gate: string;
  readonly exitSide: string;
  readonly entrySide: string;
  readonly presentedAt: string;
  readonly settlement: 'green' | 'amber' | 'red';
  readonly pass: PassCard;
  readonly decision: Decision & { readonly pack: string; readonly day: string };
  readonly declared: readonly DeclaredView[];
  readonly duty: Amount | null;
  readonly choices: readonly {
    readonly rule: string;
    readonly period: string;
    readonly isSaved: boolean;
    readonly using: Amount | null;
    readonly saving: Amount | null;
  }[];
  readonly stalls: number;
  readonly goods: number;
  readonly tillsNotHeardFrom: readonly { readonly stall: string; readonly since: string }[];
};

export type OutsideView = PassRecordView['outside'][number];
export type KnownLine = PassRecordView['lines'][number];
