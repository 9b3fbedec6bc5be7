/** Why something may not be done, as a value. Every reason has words in every language (`refusals.<reason>`). */
export type Refusal = {
  readonly reason: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
};

export const refusal = (reason: string, facts: Refusal['facts'] = {}): Refusal => ({ reason, facts });
