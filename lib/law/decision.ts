import type { Day, Instant } from '#lib/calendar/zone.ts';
import type { Fate } from '#lib/exit/fate.ts';
import type { Rate } from '#lib/money/rate.ts';
import type { Measure, SettingValue, ValueBasis } from './pack.ts';

/** Goods of one kind in a visit. Weight, volume, pieces (sticks, cigars, else count) and value are totals of the line. */
export type FactLine = {
  readonly id: string;
  readonly category: string;
  readonly hs: string;
  /** Items that are not divided: bottles, cartons, coats. */
  readonly units: number;
  /** The price paid. */
  readonly valueMinor: number;
  readonly currency: string;
  /** Other values of the same goods in the same currency; a basis that is missing reads the price paid. */
  readonly values?: Readonly<Partial<Record<Exclude<ValueBasis, 'paid' | 'deemed'>, number>>>;
  /** With its packing. */
  readonly weightG: number;
  readonly netWeightG?: number;
  /** On the officer's scale. */
  readonly weighedG?: number;
  readonly volumeMl: number;
  readonly strengthPermille: number;
  readonly pieces: number;
  readonly fate: Fate;
  /** The sale that it was bought in, and when. */
  readonly sale?: string;
  readonly soldAt?: Instant;
  /** Where it was bought: 'market' unless said. */
  readonly channel?: string;
  /** Customs status, such as bonded or duty-paid. */
  readonly status?: string;
  /** Kind, size and style: goods of one model are alike. Unless said, those of one category and HS code are. */
  readonly model?: string;
};

/** Goods that left on an earlier crossing, as far as a rule asks for them. */
export type CrossedGoods = Pick<FactLine, 'category' | 'hs' | 'strengthPermille'>;

export type Crossed = {
  readonly at: Instant;
  readonly direction: 'entry' | 'exit';
  /** It took goods out under the allowance; where nobody says which, any rule must count it. */
  readonly withGoods?: boolean;
  /** Which goods it took out. */
  readonly goods?: readonly CrossedGoods[];
};

export type TravellerFacts = {
  readonly nationality: string;
  readonly residence: string;
  /** In whole years on the day. */
  readonly age: number;
  /** What else the law knows them by: the category of the pass, border-resident, crew ... */
  readonly classes?: readonly string[];
  readonly daysAbroad?: number;
  /** Earlier crossings, this visit's own left out. */
  readonly crossings?: readonly Crossed[];
  readonly offences?: readonly { readonly offence: string; readonly on: Day }[];
  readonly party?: { readonly id?: string; readonly kind: string; readonly members: number };
  readonly company?: string;
};

export type Crossing = {
  readonly exitSide: string;
  /** The planned exit; picks the period and the version of the law unless the rule names another instant. */
  readonly at: Instant;
  readonly enteredAt?: Instant;
  readonly traveller: TravellerFacts;
  /** Overrides of the pack's settings; a value that is no option of its setting is not used. */
  readonly settings: Readonly<Record<string, SettingValue>>;
};

export type Facts = Crossing & {
  readonly entrySide: string;
  /** Where the gates are not known, or the desk has looked at the way out itself, they are left out. */
  readonly route?: { readonly entryGate: string; readonly exitGate: string; readonly signatures: number };
  /** All goods of the visit, old and new. */
  readonly lines: readonly FactLine[];
  /** Account key `${rule}|${period}` -> what other visits of the holder posted or hold, in the rule's unit. */
  readonly used: Readonly<Record<string, number>>;
  readonly rates: readonly Rate[];
  /** Documents that were shown. */
  readonly documents?: readonly string[];
  /** Rules whose allowance the traveller saves for another time, paying duty now. */
  readonly declines?: readonly string[];
};

export type MeasureName = Measure['kind'];
export type ReasonFacts = Readonly<Record<string, string | number | boolean | null>>;
export type Reason = { readonly reason: string; readonly facts: ReasonFacts };

export type LimitRow = {
  readonly rule: string;
  /** Which part of an each-of rule, from 1. */
  readonly part?: number;
  readonly account: string;
  readonly period: string;
  readonly measure: MeasureName;
  /** 'CNY' (minor), 'g', 'ml', 'ppm' (share of a mix, 1e6 = full), 'exit', 'day', 'unit', 'piece'. */
  readonly unit: string;
  readonly limit: number;
  /** Before this visit. */
  readonly used: number;
  /** What this visit's goods take of this limit, within it or over. */
  readonly visit: number;
  readonly left: number;
  readonly over: number;
  /** Of a mix, what is left if all of it goes to one part, in the part's own unit: 140 cigarettes, or 35 cigars, or 175 g. */
  readonly parts?: readonly { readonly unit: string; readonly left: number }[];
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

export type Planned = {
  readonly account: string;
  readonly rule: string;
  readonly period: string;
  readonly unit: string;
  readonly limit: number;
  readonly amount: number;
  /** In a rolling window, the day of the crossing in the rule's zone: what leaves by then is free again. */
  readonly rollingOn?: Day;
  /** And the day on which this amount is. */
  readonly leavesOn?: Day;
  /** Whose account it is, where it is not the traveller's own: 'party:ID', 'company:ID' or 'region:ID'. */
  readonly holder?: string;
};

/** What the traveller must still do, or may not do, for the allowance to stand. */
export type ConditionRow = {
  readonly rule: string;
  readonly kind: 'leave-within' | 'no-resale' | 'stays-in' | 'guarantee';
  readonly lines: readonly string[];
  readonly until?: Day;
  readonly offence?: string;
  readonly region?: string;
  readonly minor?: number;
  readonly currency?: string;
};

export type Outcome = 'free' | 'duty' | 'needs-document' | 'forbidden';

export type Decision = {
  readonly engine: number;
  readonly pack: string;
  readonly exitSide: string;
  readonly at: Instant;
  readonly day: Day;
  readonly outcome: Outcome;
  readonly limits: readonly LimitRow[];
  readonly plan: readonly Planned[];
  readonly excess: readonly {
    readonly account: string;
    readonly rule: string;
    readonly amount: number;
    readonly unit: string;
    readonly outcome: 'taxed' | 'forbidden' | 'needs-document';
    readonly holder?: string;
  }[];
  readonly duty: { readonly minor: number; readonly currency: string } | null;
  readonly dutySteps: readonly DutyStep[];
  readonly forbidden: readonly { readonly line: string; readonly rule: string }[];
  readonly needs: readonly { readonly line: string; readonly rule: string; readonly document: string }[];
  readonly conditions: readonly ConditionRow[];
  readonly reasons: readonly Reason[];
  readonly rates: readonly Rate[];
  readonly settings: Readonly<Record<string, SettingValue>>;
};
