import { describe, expect, test } from 'vitest';
import { answered, EMPTY_BOOK, isHeld, type LeaseBook, named, nextAsk, spent } from '#app/till/lease-book.ts';

const scarf = { product: 'scarf', quantity: '1' };
const quilt = { product: 'quilt', quantity: '2' };
let names = 0;
const newName = () => `basket-${++names}`;
const begun = (): LeaseBook => named(EMPTY_BOOK, ['anna'], newName);
const wants = (...lines: (typeof scarf)[]) => [{ pass: 'anna', lines }];
const ask = (book: LeaseBook, wanted: Parameters<typeof nextAsk>[1]) => nextAsk(book, wanted) ?? expect.fail('nothing is asked');

describe('What a till asks the market to hold', () => {
  test('is nothing for a pass without goods: a price check takes nothing', () => {
    expect(nextAsk(begun(), wants())).toBeUndefined();
  });

  test('is the basket as it is, under one name, and nothing more once it is held', () => {
    const book = begun();
    const first = ask(book, wants(scarf));
    const held = answered(book, first, 'held', newName);
    expect(nextAsk(held, wants(scarf))).toBeUndefined();
    expect(isHeld(held, 'anna', [scarf])).toBe(true);
    expect(isHeld(held, 'anna', [scarf, quilt])).toBe(false);
    expect(ask(held, wants(scarf, quilt))).toEqual({ pass: 'anna', basket: first.basket, lines: [scarf, quilt] });
  });

  test('is given back when the pass leaves the counter or the basket is cleared', () => {
    const book = begun();
    const first = ask(book, wants(scarf));
    const held = answered(book, first, 'held', newName);
    expect(ask(held, [])).toEqual({ ...first, lines: [] });
    expect(nextAsk(answered(held, ask(held, []), 'held', newName), [])).toBeUndefined();
  });

  test('what was refused is not asked again until the basket is another', () => {
    const book = begun();
    const refused = answered(book, ask(book, wants(quilt)), 'refused', newName);
    expect(nextAsk(refused, wants(quilt))).toBeUndefined();
    expect(ask(refused, wants(scarf)).lines).toEqual([scarf]);
  });

  test('a name that has ended is not used again', () => {
    const book = begun();
    const first = ask(book, wants(scarf));
    const again = ask(answered(book, first, 'ended', newName), wants(scarf));
    expect(again.basket).not.toBe(first.basket);
  });

  test('what a sale took along is not given back, or it would be free while the sale waits to be sent', () => {
    const book = begun();
    const held = answered(book, ask(book, wants(scarf)), 'held', newName);
    expect(nextAsk(spent(held, 'anna'), [])).toBeUndefined();
    // The control: not spent, it is.
    expect(nextAsk(held, [])).toBeDefined();
  });

  test('what was held a moment after the sale was made is given back', () => {
    const book = begun();
    const late = ask(book, wants(scarf));
    const after = answered(spent(book, 'anna'), late, 'held', newName);
    expect(ask(after, [])).toEqual({ ...late, lines: [] });
    expect(nextAsk(answered(after, ask(after, []), 'ended', newName), [])).toBeUndefined();
  });
});
