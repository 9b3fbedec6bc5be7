import { measureOf, quantityMilliOf, quantityTextOf } from '#lib/catalogue/measure.ts';
import { type Money, moneyOf } from '#lib/money/money.ts';
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
};

export type Basket = {
  readonly lines: readonly BasketLine[];
  readonly passes: readonly TillPass[];
  /** The pass that new lines are for, and whose allowance is shown. */
  readonly pass: string | null;
  /** The line that + - and Delete act on. */
  readonly line: string | null;
};

export type BasketStep =
  | { readonly do: 'add'; readonly product: ProductView; readonly key: string }
  | { readonly do: 'quantity'; readonly line: string; readonly milli: number }
  | { readonly do: 'fate'; readonly line: string; readonly fate: LineFate }
  | { readonly do: 'assign'; readonly line: string; readonly pass: string }
  | { readonly do: 'select-line'; readonly line: string }
  | { readonly do: 'show-pass'; readonly pass: TillPass }
  | { readonly do: 'select-pass'; readonly pass: string }
  | { readonly do: 'take-pass-away'; readonly pass: string }
  | { readonly do: 'put'; readonly basket: Basket };

export const EMPTY_BASKET: Basket = { lines: [], passes: [], pass: null, line: null };

/** The basket after one step. A quantity of nought removes its line. */
export function stepped(basket: Basket, step: BasketStep): Basket {
  switch (step.do) {
    case 'add':
      return added(basket, step.product, step.key);
    case 'quantity':
      return step.milli > 0 ? changed(basket, step.line, { milli: step.milli }) : without(basket, step.line);
    case 'fate':
      return changed(basket, step.line, { fate: step.fate });
    case 'assign':
      return changed(basket, step.line, { pass: step.pass });
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

function added(basket: Basket, product: ProductView, key: string): Basket {
  const same = basket.lines.find(
    (line) => line.product.id === product.id && line.fate === 'carried' && line.pass === basket.pass,
  );
  if (same) return changed({ ...basket, line: same.key }, same.key, { milli: same.milli + 1000 });
  return { ...basket, line: key, lines: [...basket.lines, { key, product, milli: 1000, fate: 'carried', pass: basket.pass }] };
}

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

export const linePrice = ({ product, milli }: BasketLine): Money => {
  const price = moneyOf(product.price);
  return { minor: measureOf(price?.minor ?? 0, milli), currency: product.price.currency };
};

/** What the basket comes to, in the currency of its prices; `currency` where it is empty. */
export function totalOf(lines: readonly BasketLine[], currency: string): Money {
  return {
    minor: lines.reduce((sum, line) => sum + linePrice(line).minor, 0),
    currency: lines[0]?.product.price.currency ?? currency,
  };
}

/** Pieces of goods; what is weighed counts once. */
export const goodsIn = (lines: readonly BasketLine[]): number =>
  lines.reduce((sum, { product, milli }) => sum + (product.unit === 'kg' ? 1 : milli / 1000), 0);

export const linesOf = (basket: Basket, pass: string): readonly BasketLine[] => basket.lines.filter((line) => line.pass === pass);

/** A line as the API takes it. */
export const lineBody = (line: BasketLine) => ({
  product: line.product.id,
  quantity: quantityText(line),
  ...(line.fate === 'carried' ? {} : { fate: line.fate }),
});
