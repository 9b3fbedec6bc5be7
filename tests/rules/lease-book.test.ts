import { describe, expect, test } from 'vitest';
import { answered, asking, EMPTY_BOOK, isHeld, type LeaseBook, named, nextAsk, spent } from '#app/till/lease-book.ts';

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

  test('is known only once it is answered: a question that was lost may have made it less', () => {
    const book = begun();
    const held = answered(book, ask(book, wants(scarf, quilt)), 'held', newName);
    const less = asking(held, ask(held, wants(scarf)));
    expect(isHeld(less, 'anna', [scarf, quilt])).toBe(false);
    expect(ask(less, wants(scarf, quilt)).lines).toEqual([scarf, quilt]);
    const more = asking(held, ask(held, wants(scarf, quilt, scarf)));
    expect(isHeld(more, 'anna', [scarf, quilt])).toBe(true);
    expect(isHeld(answered(more, ask(more, wants(scarf)), 'held', newName), 'anna', [scarf])).toBe(true);
  });

  test('is unknown after a refusal, if another question was on its way', () => {
    const book = begun();
    const held = answered(book, ask(book, wants(scarf)), 'held', newName);
    const asked = ask(held, wants(scarf, quilt));
    expect(isHeld(answered(asking(held, asked), asked, 'refused', newName), 'anna', [scarf])).toBe(true);
    const twice = asking(asking(held, asked), asked);
    expect(isHeld(answered(twice, asked, 'refused', newName), 'anna', [scarf])).toBe(false);
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
