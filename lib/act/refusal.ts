/** Why something may not be done, as a value. Every reason has words in every language (`refusals.<reason>`), its facts are their arguments. */
export type Refusal<Reason extends string = string> = {
  readonly reason: Reason;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
};

export const refusal = (reason: string, facts: Refusal['facts'] = {}): Refusal => ({ reason, facts });
