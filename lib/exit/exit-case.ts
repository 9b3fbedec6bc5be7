import type { Decision, FactLine } from '#lib/law/decision.ts';
import type { Amount } from '#lib/money/money.ts';

export type DeclaredLine = FactLine & {
  readonly source: 'sale' | 'brought-in' | 'party' | 'elsewhere' | 'found';
  readonly saleLine: string | null;
  readonly stall: string | null;
  readonly names: Readonly<Record<string, string>>;
  readonly quantityMilli: number;
  readonly resolved: boolean;
};

/** What an exit case shows at the gate. */
export type ExitCaseView<Card> = {
  readonly id: string;
  readonly visit: string;
  readonly state: 'presented' | 'settled' | 'unsettled' | 'withdrawn';
  readonly gate: string;
  readonly exitSide: string;
  readonly entrySide: string;
  readonly presentedAt: string;
  readonly settlement: 'green' | 'amber' | 'red';
  readonly pass: Card;
  readonly decision: Decision;
  readonly declared: readonly {
    readonly id: string;
    readonly source: DeclaredLine['source'];
    readonly stall: string | null;
    readonly names: Readonly<Record<string, string>>;
    readonly category: string;
    readonly quantity: string;
    readonly value: Amount;
    readonly weightG: number;
    readonly volumeMl: number;
    readonly pieces: number;
    readonly fate: string;
    readonly resolved: boolean;
    readonly forbidden: boolean;
  }[];
  readonly duty: Amount | null;
  /** Exits that the law counts: the duty if one is used, and if duty is paid and it is saved. */
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

/** Green: go. Amber: duty is owed. Red: something may not leave. */
export const settlementOf = ({ outcome }: Pick<Decision, 'outcome'>): 'green' | 'amber' | 'red' =>
  outcome === 'free' ? 'green' : outcome === 'duty' ? 'amber' : 'red';

/** Part of a line set apart, each measure in proportion; what is left of the line is the rest, so that nothing is lost to rounding. */
export function splitLine<
  Line extends Pick<DeclaredLine, 'quantityMilli' | 'units' | 'valueMinor' | 'weightG' | 'volumeMl' | 'pieces'>,
>(line: Line, partMilli: number): { readonly part: Line; readonly rest: Line } {
  const share = (total: number) => Math.floor((total * partMilli) / line.quantityMilli);
  const part = {
    ...line,
    quantityMilli: partMilli,
    units: Math.max(1, share(line.units)),
    valueMinor: share(line.valueMinor),
    weightG: share(line.weightG),
    volumeMl: share(line.volumeMl),
    pieces: share(line.pieces),
  };
  const rest = {
    ...line,
    quantityMilli: line.quantityMilli - partMilli,
    units: Math.max(1, line.units - part.units),
    valueMinor: line.valueMinor - part.valueMinor,
    weightG: line.weightG - part.weightG,
    volumeMl: line.volumeMl - part.volumeMl,
    pieces: line.pieces - part.pieces,
  };
  return { part, rest };
}
