import type { Good } from './good.ts';

/** One line as a rule measures it: the whole line, and what of it counts. A mix is measured in steps: see mixSteps. */
export type Measured = {
  readonly line: Good;
  readonly whole: number;
  readonly amount: number;
  readonly part: number;
};
