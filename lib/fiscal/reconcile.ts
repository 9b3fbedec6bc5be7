import { type Amount, amountOf } from '#lib/money/money.ts';
import { DOCUMENT_STATES, DOCUMENT_TYPES, type DocumentState, type DocumentType } from './fiscal-document.ts';

/** So many of one type in one currency, and what they come to. */
export type TypeSum = { readonly type: DocumentType; readonly currency: string; readonly count: number; readonly minor: number };
export type StateSum = TypeSum & { readonly state: DocumentState };

export type FiscalLine = {
  readonly type: DocumentType;
  /** What the till's own records say. */
  readonly own: { readonly count: number; readonly amount: Amount };
  readonly documents: readonly { readonly state: DocumentState; readonly count: number; readonly amount: Amount }[];
  /** What the documents lack of that; below nought they say more. */
  readonly missing: { readonly count: number; readonly amount: Amount };
};

/** The fiscal half of an X or Z. */
export type FiscalReport = { readonly agrees: boolean; readonly lines: readonly FiscalLine[] };

/** Each type and currency of a session: what its till did beside what was written down for the operator. They agree, or the line says by how much not. */
export function reconciled(own: readonly TypeSum[], documents: readonly StateSum[]): FiscalReport {
  const currencies = [...new Set([...own, ...documents].map(({ currency }) => currency))].sort();
  const lines = currencies.flatMap((currency) =>
    DOCUMENT_TYPES.flatMap((type) => {
      const is = (sum: TypeSum) => sum.type === type && sum.currency === currency;
      const made = documents.filter(is);
      const done = sumOf(own.filter(is));
      const told = sumOf(made);
      if (done.count === 0 && told.count === 0) return [];
      const shown = ({ count, minor }: Sum) => ({ count, amount: amountOf({ minor, currency }) });
      return {
        type,
        own: shown(done),
        documents: DOCUMENT_STATES.flatMap((state) => {
          const sum = sumOf(made.filter((each) => each.state === state));
          return sum.count === 0 ? [] : { state, ...shown(sum) };
        }),
        missing: shown({ count: done.count - told.count, minor: done.minor - told.minor }),
      };
    }),
  );
  return { lines, agrees: lines.every(({ missing }) => missing.count === 0 && Number(missing.amount.amount) === 0) };
}

type Sum = Pick<TypeSum, 'count' | 'minor'>;

const sumOf = (sums: readonly Sum[]): Sum =>
  sums.reduce((all, { count, minor }) => ({ count: all.count + count, minor: all.minor + minor }), { count: 0, minor: 0 });
