import { quantityMilliOf, quantityTextOf } from '#lib/catalogue/measure.ts';
import type { Amount } from '#lib/money/money.ts';
import type { DiscountClaim } from '#lib/sale/discount.ts';
import type { Exchange } from './exchange.ts';
import type { ProductView, TillPass } from './till-views.ts';

/** Where goods of a line go as far as a till may say: out with the shopper, or eaten and used inside the market. */
export type LineFate = 'carried' | 'consumed-inside';

export type BasketLine = {
  readonly key: string;
  readonly product: ProductView;
  readonly milli: number;
  readonly fate: LineFate;
  /** Whose line this is; null until somebody's pass is shown. */
  readonly pass: string | null;
  readonly discount?: DiscountClaim | undefined;
  /** What tells this piece from others. */
  readonly note?: string | undefined;
};

export type Basket = {
  readonly lines: readonly BasketLine[];
  readonly passes: readonly TillPass[];
  /** The pass that new lines are for, and whose allowance is shown. */
  readonly pass: string | null;
  /** The line that + - and Delete act on. */
  readonly line: string | null;
  /** Off the whole sale. */
  readonly discount: DiscountClaim | null;
  readonly approval: Approval | null;
  /** What comes back for these goods. */
  readonly exchange: Exchange | null;
};

/** An owner's word for all that comes off one payment. */
export type Approval = { readonly id: string; readonly upTo: Amount; readonly by: string };

export type BasketStep =
  /** `milli`: what a scale's label says; each label is a line of its own. */
  | { readonly do: 'add'; readonly product: ProductView; readonly key: string; readonly milli?: number }
  | { readonly do: 'quantity'; readonly line: string; readonly milli: number }
  | { readonly do: 'fate'; readonly line: string; readonly fate: LineFate }
  | { readonly do: 'assign'; readonly line: string; readonly pass: string }
  | { readonly do: 'note'; readonly line: string; readonly note: string }
  | { readonly do: 'discount'; readonly line: string | null; readonly discount: DiscountClaim | undefined }
  | { readonly do: 'exchange'; readonly exchange: Exchange | null }
  | { readonly do: 'approve'; readonly approval: Approval }
  | { readonly do: 'select-line'; readonly line: string }
  | { readonly do: 'show-pass'; readonly pass: TillPass }
  | { readonly do: 'select-pass'; readonly pass: string }
  | { readonly do: 'take-pass-away'; readonly pass: string }
  | { readonly do: 'put'; readonly basket: Basket };

export const EMPTY_BASKET: Basket = {
  lines: [],
  passes: [],
  pass: null,
  line: null,
  discount: null,
  approval: null,
  exchange: null,
};

/** The basket after one step. A quantity of nought removes its line. */
export function stepped(basket: Basket, step: BasketStep): Basket {
  switch (step.do) {
    case 'add':
      return added(basket, step);
    case 'quantity':
      return step.milli > 0 ? changed(basket, step.line, { milli: step.milli }) : without(basket, step.line);
    case 'fate':
      return changed(basket, step.line, { fate: step.fate });
    case 'assign':
      return changed(basket, step.line, { pass: step.pass });
    case 'note':
      return changed(basket, step.line, { note: step.note === '' ? undefined : step.note });
    case 'discount':
      return step.line === null
        ? { ...basket, discount: step.discount ?? null }
        : changed(basket, step.line, { discount: step.discount });
    case 'approve':
      return { ...basket, approval: step.approval };
    case 'exchange':
      return { ...basket, exchange: step.exchange };
    case 'select-line':
      return { ...basket, line: step.line };
    case 'show-pass':
      return shown(basket, step.pass);
    case 'select-pass':
      return { ...basket, pass: step.pass };
    case 'take-pass-away':
      return passTakenAway(basket, step.pass);
    case 'put':
      return step.basket;
  }
}

function added(basket: Basket, { product, key, milli }: Extract<BasketStep, { do: 'add' }>): Basket {
  const same = basket.lines.find(
    (line) => line.product.id === product.id && line.fate === 'carried' && line.pass === basket.pass && isPlain(line),
  );
  if (same && milli === undefined) return changed({ ...basket, line: same.key }, same.key, { milli: same.milli + 1000 });
  return {
    ...basket,
    line: key,
    lines: [...basket.lines, { key, product, milli: milli ?? 1000, fate: 'carried', pass: basket.pass }],
  };
}

/** A piece that has its own price or note is told from the next one. */
const isPlain = ({ discount, note }: BasketLine): boolean => discount === undefined && note === undefined;

function changed(basket: Basket, key: string, change: Partial<BasketLine>): Basket {
  return { ...basket, line: key, lines: basket.lines.map((line) => (line.key === key ? { ...line, ...change } : line)) };
}

function without(basket: Basket, key: string): Basket {
  const place = basket.lines.findIndex((line) => line.key === key);
  const lines = basket.lines.filter((line) => line.key !== key);
  return { ...basket, lines, line: (lines[place] ?? lines[place - 1])?.key ?? null };
}

/** The same pass again is looked at afresh; one of the same party joins; any other takes the shopper's place. */
function shown(basket: Basket, pass: TillPass): Basket {
  const known = basket.passes.some(({ id }) => id === pass.id);
  if (known) return { ...basket, pass: pass.id, passes: basket.passes.map((old) => (old.id === pass.id ? pass : old)) };
  const [first] = basket.passes;
  if (first && isOfParty(first, pass)) return { ...basket, pass: pass.id, passes: [...basket.passes, pass] };
  return { ...basket, pass: pass.id, passes: [pass], lines: basket.lines.map((line) => ({ ...line, pass: pass.id })) };
}

export const isOfParty = (one: TillPass, other: TillPass): boolean => one.party !== null && one.party === other.party;

function passTakenAway(basket: Basket, id: string): Basket {
  const passes = basket.passes.filter((pass) => pass.id !== id);
  const next = passes[0]?.id ?? null;
  return {
    ...basket,
    passes,
    pass: basket.pass === id ? next : basket.pass,
    lines: basket.lines.map((line) => (line.pass === id ? { ...line, pass: next } : line)),
  };
}

/** By how much + and - move a line: a piece, or a tenth of a kilogram. */
export const stepOf = ({ product }: BasketLine): number => (product.unit === 'kg' ? 100 : 1000);

export const quantityText = ({ milli }: BasketLine): string => quantityTextOf(milli);
export const milliOf = (text: string): number | undefined => quantityMilliOf(text);

/** Pieces of goods; what is weighed counts once. */
export const goodsIn = (lines: readonly BasketLine[]): number =>
  lines.reduce((sum, { product, milli }) => sum + (product.unit === 'kg' ? 1 : milli / 1000), 0);
