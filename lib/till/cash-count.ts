/** Who the money in a drawer belongs to: the stall whose till it is, or the market that will pay the seller. */
export const CUSTODIES = ['stall', 'market'] as const;
export type Custody = (typeof CUSTODIES)[number];

/** One currency of one owner, as it should lie in the drawer and as it was counted. */
export type CashCount = {
  readonly custody: Custody;
  readonly currency: string;
  readonly expected: number;
  readonly counted: number;
};
