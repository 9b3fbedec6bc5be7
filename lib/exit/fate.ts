/** What became of goods by the time their traveller leaves. */
export const FATES = [
  'carried',
  'consumed-inside',
  'stored-inside',
  'posted',
  'baggage-carrier',
  'cargo',
  'given',
  'returned',
  'seized',
  'abandoned',
] as const;

export type Fate = (typeof FATES)[number];
