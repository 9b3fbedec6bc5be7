import type { Amount } from '../money/money.ts';
import type { CatalogueFault } from './catalogue-row.ts';

/** What a line that does something would do. */
export type PlannedView = {
  readonly line: number;
  readonly stall: string;
  readonly gtin: string;
  readonly names: Readonly<Record<string, string>>;
  readonly is: 'new' | 'changed';
  /** Of goods that change: in what, by the names of their fields. */
  readonly fields: readonly string[];
  readonly price: Amount;
  readonly priceBefore: Amount | null;
};

export type CheckedCatalogue = {
  readonly faults: readonly CatalogueFault[];
  readonly faultCount: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** New goods that lack a name in some language, and get another's. */
  readonly namesLent: number;
  /** Goods that are there already and whose line gives a first stock: it is not touched. */
  readonly stockLeft: number;
  readonly planned: readonly PlannedView[];
};
