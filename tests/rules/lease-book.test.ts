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
    expect(ask(held, wants(scarf, quilt))).toEqual({ ...first, lines: [scarf, quilt] });
  });

  test('counts its questions, so that one that comes late is known for what it is', () => {
    const book = begun();
    const first = ask(book, wants(scarf));
    const second = ask(asking(book, first), wants(scarf, quilt));
    expect([first.turn, second.turn]).toEqual([1, 2]);
    expect(ask(answered(asking(book, first), first, 'held', newName), wants(quilt)).turn).toBe(2);
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

  test('after a refusal is what it was, or what a lost question made of it', () => {
    const book = begun();
    const held = answered(book, ask(book, wants(scarf, quilt)), 'held', newName);
    const lost = asking(held, ask(held, wants(scarf)));
    const asked = ask(lost, wants(scarf, quilt, quilt));
    const after = answered(asking(lost, asked), asked, 'refused', newName);
    expect(isHeld(after, 'anna', [scarf, quilt])).toBe(false);
    expect(ask(after, wants(scarf)).lines).toEqual([scarf]);
    // The control: with nothing lost it is what it was.
    const known = answered(asking(held, asked), asked, 'refused', newName);
    expect(isHeld(known, 'anna', [scarf, quilt])).toBe(true);
  });

  test('is given back after a refusal, if a question was lost that may have been granted', () => {
    const book = begun();
    const lost = asking(book, ask(book, wants(scarf)));
    const asked = ask(lost, wants(quilt));
    const after = answered(asking(lost, asked), asked, 'refused', newName);
    expect(nextAsk(after, wants(quilt))).toBeUndefined();
    expect(nextAsk(after, [])).toEqual({ ...asked, lines: [], turn: 3 });
  });

  test('what a sale took along is not given back, or it would be free while the sale waits to be sent', () => {
    const book = begun();
    const first = ask(book, wants(scarf));
    const held = answered(book, first, 'held', newName);
    expect(nextAsk(spent(held, [first.basket]), [])).toBeUndefined();
    // The control: not spent, it is.
    expect(nextAsk(spent(held, ['another']), [])).toEqual({ ...first, lines: [] });
  });

  test('an answer that comes after the sale gives nothing back: the sale ends the name wherever it is', () => {
    const book = begun();
    const first = ask(book, wants(scarf));
    const late = ask(answered(book, first, 'held', newName), wants(scarf, quilt));
    const after = answered(spent(asking(book, late), [first.basket]), late, 'held', newName);
    expect(nextAsk(after, [])).toBeUndefined();
    expect(nextAsk(named(after, ['anna'], newName), wants(scarf))?.basket).not.toBe(first.basket);
  });
});
