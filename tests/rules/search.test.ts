import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, endOf, searchWordsOf, wantedIn } from '#lib/catalogue/search.ts';

const gtin = '6901234567892';
const goods = (name: string) => searchWordsOf({ names: { any: name }, gtin });
const finds = (typed: string, name: string) => answerOf(goods(name), wantedIn(typed));

describe('Goods are found', () => {
  test.each([
    ['English', 'silk', 'Silk scarf, red'],
    ['two words in any order', 'red scarf', 'Silk scarf, red'],
    ['two characters of Chinese', '丝巾', '真丝方巾，红色丝巾'],
    ['one character, wherever it stands', '茶', '普洱红茶'],
    ['three characters', '红茶杯', '陶瓷红茶杯'],
    ['Russian', 'платок', 'Шёлковый платок'],
    ['ё as е', 'шелковый', 'Шёлковый платок'],
    ['е as ё', 'шёлковый', 'Шелковый платок'],
    ['Kazakh on a Kazakh keyboard', 'қымыз', 'Қымыз, 1 л'],
    ['Kazakh on a Russian keyboard', 'кымыз', 'Қымыз, 1 л'],
    ['Urdu', 'ریشمی', 'ریشمی رومال'],
    ['Urdu on an Arabic keyboard', 'كپڑي', 'کپڑی'],
    ['Urdu without the marks', 'شہد', 'شَہْد'],
    ['digits of Urdu', '۵۰۰', '500 g'],
    ['digits of Arabic', '٥٠٠', '500 g'],
    ['full-width letters', 'ＳＩＬＫ', 'silk'],
    ['without accents', 'cafe', 'Café'],
    ['a capital that has a dot', 'istanbul', 'İstanbul'],
    ['Latin beside Han', '手机', 'iPhone手机壳'],
    ['the barcode', gtin, 'anything'],
    ['the barcode with noughts before it', `0${gtin}`, 'anything'],
  ])('%s: %s', (_, typed, name) => expect(finds(typed, name)).toBe('exact'));

  test.each([
    ['a word still being typed', 'sil', 'Silk scarf'],
    ['one of two words still being typed', 'silk sc', 'Silk scarf'],
    ['Russian still being typed', 'шёлк', 'Шёлковый платок'],
    ['the first character of a run', '真', '真丝方巾'],
    ['the first digits of the barcode', '69012', 'anything'],
  ])('begun by %s: %s', (_, typed, name) => expect(finds(typed, name)).toBe('begun'));

  test.each([
    ['the end of a word', 'ilk', 'Silk scarf'],
    ['a word that the name has not', 'silk tea', 'Silk scarf'],
    ['characters that stand apart', '真巾', '真丝方巾'],
    ['characters in the other order', '巾方', '真丝方巾'],
    ['another word of Urdu', 'چائے', 'ریشمی رومال'],
  ])('not by %s: %s', (_, typed, name) => expect(finds(typed, name)).toBeUndefined());

  test('by every word of any name, and by every beginning of one', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aeknåßабёкқғңрцهيكشے茶红丝٣۵7'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 4 }), fc.nat(), (words, nth) => {
        const name = words.join(' ');
        const typed = words[nth % words.length] as string;
        expect(finds(typed, name)).toBe('exact');
        const plain = /\p{Script=Han}/u.test(typed) ? typed : typed.slice(0, 1 + (nth % typed.length));
        expect(finds(plain, name)).toBeDefined();
      }),
    );
  });

  test('each word lies between the beginning and its end', () => {
    for (const word of goods('Silk шёлк 真丝 ریشم'))
      expect(word >= word.slice(0, 1) && word < endOf(word.slice(0, 1))).toBe(true);
  });

  test('a word of any length is found by itself', () => expect(finds('x'.repeat(80), 'x'.repeat(80))).toBe('exact'));
  test('nothing is looked for in what holds no word', () => expect(wantedIn(' -,، %_')).toEqual([]));
});
