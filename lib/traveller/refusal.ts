/** Why something may not be done, as a value: words for it live in lib/words, and the facts are their arguments. */
export type Refusal<Reason extends string = string> = {
  readonly reason: Reason;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
};
