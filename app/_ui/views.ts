/** What the API answers, as far as screens read it. The API's own tests hold the two together. */
export type Amount = { readonly amount: string; readonly currency: string };
export type Names = Readonly<Record<string, string>>;
export type Facts = Readonly<Record<string, string | number | boolean | null>>;
export type RefusalView = { readonly reason: string; readonly facts: Facts };

export type RateView = {
  readonly base: string;
  readonly quote: string;
  readonly scaled: number;
  readonly date: string;
  readonly source: string;
};

export type LimitView = {
  readonly rule: string;
  readonly account: string;
  readonly period: string;
  readonly measure: 'value' | 'duty-forgone' | 'weight' | 'volume' | 'mix' | 'exits' | 'days' | 'stay-days' | 'count';
  readonly unit: string;
  readonly limit: number;
  readonly used: number;
  readonly visit: number;
  readonly left: number;
  readonly over: number;
};

export type DutyStepView = {
  readonly rule: string;
  readonly basis: string;
  readonly rate: string;
  readonly minor: number;
  readonly currency: string;
};

/** The part of lib/law's Decision that a screen explains. */
export type DecisionView = {
  readonly exitSide: string;
  readonly outcome: 'free' | 'duty' | 'needs-document' | 'forbidden';
  readonly limits: readonly LimitView[];
  readonly excess: readonly { readonly rule: string; readonly amount: number; readonly unit: string; readonly outcome: string }[];
  readonly duty: { readonly minor: number; readonly currency: string } | null;
  readonly dutySteps: readonly DutyStepView[];
  readonly forbidden: readonly { readonly line: string; readonly rule: string }[];
  readonly reasons: readonly RefusalView[];
  readonly rates: readonly RateView[];
};

export type PassCard = {
  readonly id: string;
  readonly code: string;
  readonly qr: string;
  readonly category: string;
  readonly side: string;
  readonly gate: string;
  readonly state: 'issued' | 'in-force' | 'spent' | 'revoked' | 'expired' | 'replaced';
  readonly validFrom: string;
  readonly validUntil: string;
  readonly traveller: {
    readonly initials: string;
    readonly nationality: string;
    readonly residence: string;
    readonly ageClass: 'child' | 'minor' | 'adult';
  };
  readonly visit: {
    readonly id: string;
    readonly state: 'open' | 'presented' | 'closed';
    readonly enteredAt: string;
    readonly side: string;
  } | null;
};

export type SideView = {
  readonly code: string;
  readonly names: Names;
  readonly currency: string;
  readonly today: string;
  readonly languages: readonly string[];
  /** Minutes ahead of UTC at the server's own now: a tablet's zone tables may be years old. */
  readonly offsetMinutes?: number;
};

export type MarketView = {
  readonly market: { readonly id: string; readonly name: string; readonly names?: Names };
  readonly serverTime: string;
  readonly sides: readonly SideView[];
  readonly gates: readonly { readonly code: string; readonly side: string; readonly name: string }[];
  /** The gate that the asking device was enrolled for, where it has one. */
  readonly device?: { readonly kind?: string; readonly gate?: string | null; readonly stall?: string | null } | null;
  readonly rules?: readonly { readonly id: string; readonly names: Names; readonly sentences?: Names }[];
};
