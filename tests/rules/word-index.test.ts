import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, searchWordsOf, wantedIn } from '#lib/catalogue/search.ts';
import { placesOf, wordIndexOf } from '#lib/catalogue/word-index.ts';

const PARTS = ['silk', 'Silk scarf', '丝绸方巾', '茶', 'шёлк', 'Шелковый', 'қымыз', 'ریشمی', 'si', '500', 'café', '红茶杯'];
const aName = fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));

describe('The index of a shelf', () => {
  test('finds what asking every product finds, exact before begun, each in the order of the shelf', () => {
    const few = fc.array(aName, { maxLength: 12 });
    fc.assert(
      fc.property(few, aName, fc.nat(6), (names, typed, most) => {
        const text = [...typed].slice(0, most + 1).join('');
        const words = names.map((any, place) => searchWordsOf({ names: { any }, gtin: `69012345678${place}` }));
        const answers = words.map((each) => answerOf(each, wantedIn(text)));
        const wanted = (['exact', 'begun'] as const).flatMap((answer) =>
          [...answers.keys()].filter((at) => answers[at] === answer),
        );
        expect(placesOf(wordIndexOf(words), text)).toEqual(wanted);
      }),
      { numRuns: 2000 },
    );
  });

  test('of nothing finds nothing, and nothing typed is found in everything', () => {
    expect(placesOf(wordIndexOf([]), 'silk')).toEqual([]);
    expect(placesOf(wordIndexOf([['silk'], ['tea']]), '')).toEqual([0, 1]);
  });
});
