/** What a fault did to the market, and to a market without the protection. */
export type Outcome = {
  /** The figures, in words. */
  readonly said: string;
  /** Promises broken: none, or the protection does not hold. */
  readonly broken: number;
  /** Promises broken with the protection taken away: some, or the fault proves nothing. */
  readonly control: number;
};

export type Fault = {
  readonly about: string;
  /** How much of it `npm run faults` and `npm test` do. */
  readonly full: number;
  readonly small: number;
  readonly run: (size: number) => Promise<Outcome>;
};
