import type { Day, Instant } from '#lib/calendar/zone.ts';
import type { Rate } from '#lib/money/rate.ts';
import type { Fate, SettingValue } from './pack.ts';

/** Goods of one kind in a visit. Weight, volume and pieces (sticks, cigars, else count) are totals of the line. */
export type FactLine = {
  readonly id: string;
  readonly category: string;
  readonly hs: string;
  /** Items that are not divided: bottles, cartons, coats. */
  readonly units: number;
  readonly valueMinor: number;
  readonly currency: string;
  readonly weightG: number;
  readonly volumeMl: number;
  readonly strengthPermille: number;
  readonly pieces: number;
  readonly fate: Fate;
};

export type Crossing = {
  readonly exitSide: string;
  /** Picks the period and the version of the law: the planned exit. */
  readonly at: Instant;
  readonly traveller: { readonly nationality: string; readonly residence: string; readonly age: number };
  /** Overrides of the pack's settings; a value that is no option of its setting is not used. */
  readonly settings: Readonly<Record<string, SettingValue>>;
};

export type Facts = Crossing & {
  readonly entrySide: string;
  /** All goods of the visit, old and new. */
  readonly lines: readonly FactLine[];
  /** Account key `${rule}|${period}` -> what other visits of the holder posted or hold, in the rule's unit. */
  readonly used: Readonly<Record<string, number>>;
  readonly rates: readonly Rate[];
};

export type MeasureName = 'value' | 'weight' | 'volume' | 'mix' | 'exits' | 'count';
export type ReasonFacts = Readonly<Record<string, string | number | boolean | null>>;
export type Reason = { readonly reason: string; readonly facts: ReasonFacts };

export type LimitRow = {
  readonly rule: string;
  readonly account: string;
  readonly period: string;
  readonly measure: MeasureName;
  /** 'CNY' (minor), 'g', 'ml', 'ppm' (share of a mix, 1e6 = full), 'exit', 'unit', 'piece'. */
  readonly unit: string;
  readonly limit: number;
  /** Before this visit. */
  readonly used: number;
  /** What this visit's goods take of this limit, within it or over. */
  readonly visit: number;
  readonly left: number;
  readonly over: number;
  readonly source: readonly string[];
  readonly confidence: string;
  readonly lines: readonly string[];
};

export type DutyStep = {
  readonly rule: string;
  readonly basis: string;
  readonly rate: string;
  readonly minor: number;
  readonly currency: string;
  readonly lines: readonly string[];
};

export type Decision = {
  readonly engine: number;
  readonly pack: string;
  readonly exitSide: string;
  readonly at: Instant;
  readonly day: Day;
  readonly outcome: 'free' | 'duty' | 'forbidden';
  readonly limits: readonly LimitRow[];
  readonly plan: readonly {
    readonly account: string;
    readonly rule: string;
    readonly period: string;
    readonly unit: string;
    readonly limit: number;
    readonly amount: number;
  }[];
  readonly excess: readonly {
    readonly account: string;
    readonly rule: string;
    readonly amount: number;
    readonly unit: string;
    readonly outcome: 'taxed' | 'forbidden';
  }[];
  readonly duty: { readonly minor: number; readonly currency: string } | null;
  readonly dutySteps: readonly DutyStep[];
  readonly forbidden: readonly { readonly line: string; readonly rule: string }[];
  readonly reasons: readonly Reason[];
  readonly rates: readonly Rate[];
  readonly settings: Readonly<Record<string, SettingValue>>;
};
