import type { Amount, Names } from '../_ui/views.ts';

type Known = { readonly quantity: string; readonly weightG: number; readonly value: Amount };

/** What officers found out later, as far as the shopper's own phone shows it. */
export type RecordView = {
  readonly lines: readonly { readonly id: string; readonly names: Names }[];
  readonly corrections: readonly {
    readonly id: string;
    readonly line: string;
    readonly before: Known;
    readonly after: Known;
    readonly reason: string;
    readonly correctedAt: string;
  }[];
  readonly outside: readonly {
    readonly id: string;
    readonly rule: string;
    readonly unit: string;
    readonly amount: number;
    readonly stands: boolean;
    readonly recordedAt: string;
  }[];
};
