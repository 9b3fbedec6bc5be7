/** Who the money in a drawer belongs to: the stall whose till it is, or the market that will pay the seller. */
export const CUSTODIES = ['stall', 'market'] as const;
export type Custody = (typeof CUSTODIES)[number];

/** Whose money a drawer holds unless something else is said: that of the stall that it stands in, and at the market's desk the market's. */
export const ownCustody = ({ stall }: { readonly stall: unknown }): Custody => (stall === null ? 'market' : 'stall');

/** One currency of one owner, as it should lie in the drawer and as it was counted. */
export type CashCount = {
  readonly custody: Custody;
  readonly currency: string;
  readonly expected: number;
  readonly counted: number;
};
