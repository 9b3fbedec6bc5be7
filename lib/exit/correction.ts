import type { FactLine } from '#lib/law/decision.ts';

/** Goods as they can be corrected: what they are, how many, what they weigh and what they are worth. */
type Correctable = Pick<FactLine, 'category' | 'hs' | 'units' | 'valueMinor' | 'currency' | 'weightG' | 'volumeMl' | 'pieces'> &
  Pick<FactLine, 'netWeightG' | 'values'> & { readonly quantityMilli: number };

/** An officer's word on a line, all of it, beside what was known before. */
export type Correction = {
  readonly category: string;
  readonly quantityMilli: number;
  readonly weightG: number;
  readonly valueMinor: number;
  readonly currency: string;
  readonly before: Readonly<Record<string, string | number>>;
};

/** The line as the corrections leave it, in their order. Of goods given back since, a correction holds in proportion. */
export const corrected = <Line extends Correctable>(line: Line, said: readonly Correction[]): Line =>
  said.reduce((known, each) => correctedOnce(known, each), line);

function correctedOnce<Line extends Correctable>(line: Line, { before, ...said }: Correction): Line {
  const known = Number(before.quantityMilli);
  const share = (total: number) => (line.quantityMilli === known ? total : Math.floor((total * line.quantityMilli) / known));
  const quantityMilli = share(said.quantityMilli);
  const alike = (total: number) => Math.floor((total * quantityMilli) / line.quantityMilli);
  const { netWeightG, values, ...rest } = line;
  const isWeighed = said.weightG !== before.weightG;
  const isValued = said.valueMinor !== before.valueMinor || said.currency !== before.currency;
  return {
    ...rest,
    category: said.category,
    // The tariff code was of what it was thought to be.
    hs: said.category === line.category ? line.hs : '',
    quantityMilli,
    units: Math.max(1, alike(line.units)),
    valueMinor: share(said.valueMinor),
    currency: said.currency,
    weightG: share(said.weightG),
    volumeMl: alike(line.volumeMl),
    pieces: alike(line.pieces),
    ...(netWeightG === undefined || isWeighed ? {} : { netWeightG: alike(netWeightG) }),
    ...(values === undefined || isValued ? {} : { values: scaled(values, alike) }),
  } as Line;
}

const scaled = (values: NonNullable<FactLine['values']>, alike: (total: number) => number): FactLine['values'] =>
  Object.fromEntries(Object.entries(values).map(([basis, minor]) => [basis, alike(minor)]));
