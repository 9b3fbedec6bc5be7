import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, searchWordsOf, wantedIn } from '#lib/catalogue/search.ts';
import { indexPartOf, kindsIn, PART, placesOf, placesOfKind, signsIn } from '#lib/catalogue/shelf-index.ts';

const PARTS = ['silk', 'Silk scarf', '丝绸方巾', '茶', 'шёлк', 'Шелковый', 'қымыз', 'ریشمی', 'si', '500', 'café', '红茶杯'];
const aName = fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const aProduct = (zh: string, place: number, category = 'silk') => ({
  names: { zh },
  category,
  words: searchWordsOf({ names: { zh }, gtin: `${690_123_456_780 + place}` }),
});
type Product = ReturnType<typeof aProduct>;

/** A shelf as tills index it: part by part. */
const indexOf = (goods: readonly Product[]) =>
  Array.from({ length: Math.ceil(goods.length / PART) }, (_, nth) => indexPartOf(goods.slice(nth * PART, (nth + 1) * PART)));

/** The same by asking every product. */
function naively(goods: readonly Product[], text: string): readonly number[] {
  const answers = goods.map(({ words }) => answerOf(words, wantedIn(text)));
  return (['exact', 'begun'] as const).flatMap((answer) => [...answers.keys()].filter((at) => answers[at] === answer));
}

describe('The index of a shelf', () => {
  test('finds what asking every product finds, exact before begun, each in the order of the shelf', () => {
    fc.assert(
      fc.property(fc.array(aName, { maxLength: 12 }), aName, fc.nat(6), (names, typed, most) => {
        const text = [...typed].slice(0, most + 1).join('');
        const goods = names.map((name, place) => aProduct(name, place));
        expect(placesOf(indexOf(goods), text)).toEqual(naively(goods, text));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([PART - 1, PART, PART + 1, 2 * PART + 1])('finds the same across its parts, of %i goods', (count) => {
    const goods = Array.from({ length: count }, (_, place) =>
      aProduct(`${PARTS[place % PARTS.length]} ${PARTS[(place * 7 + 3) % PARTS.length]} x${place % 97}`, place),
    );
    const index = indexOf(goods);
    for (const text of [...PARTS, 's', 'x9', 'silk x9', '茶 si', '69012', `${690_123_456_780 + count - 1}`])
      expect([text, placesOf(index, text)]).toEqual([text, naively(goods, text)]);
    // The control: without its last part something at the end is not found.
    expect(placesOf(index.slice(0, -1), `${690_123_456_780 + count - 1}`)).toEqual([]);
  });

  test('keeps the words of neighbours apart, though they stand in one text', () => {
    const index = indexOf([{ ...aProduct('', 0), words: ['ab', 'c', 'ca'] }]);
    expect(['abc', 'bc', 'cc', 'ab', 'c'].map((typed) => placesOf(index, typed).length)).toEqual([0, 0, 0, 1, 1]);
  });

  test('of nothing finds nothing, and nothing typed is found in everything', () => {
    expect(placesOf([], 'silk')).toEqual([]);
    expect(placesOf(indexOf([aProduct('silk', 0), aProduct('tea', 1)]), '')).toEqual([0, 1]);
  });

  test('knows the categories in the order of the shelf, what is of each, and the Han that is printed', () => {
    const goods = Array.from({ length: PART + 2 }, (_, place) => aProduct('茶 silk', place, place === PART ? 'tea' : 'silk'));
    const index = indexOf([...goods, aProduct('丝绸 茶', PART + 2, 'silk')]);
    expect(kindsIn(index)).toEqual(['silk', 'tea']);
    expect(placesOfKind(index, 'tea')).toEqual([PART]);
    expect(placesOfKind(index, 'silk')).toHaveLength(PART + 2);
    expect(placesOfKind(index, 'wine')).toEqual([]);
    expect(signsIn(index)).toBe('茶丝绸');
  });
});
