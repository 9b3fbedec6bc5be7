import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPack } from '#lib/law/check-pack.ts';
import { FAULTS, type FaultReason, type Wrong, wrong } from '#lib/law/fault.ts';
import { faultText } from '#lib/words/fault-text.ts';
import { messages } from '#lib/words/messages.ts';
import { khorgosJson } from '#tests/support/khorgos.ts';
import { mutationsOfPacks, originalPacks } from '#tests/support/mutated-packs.ts';

const RUNS = process.env.SERAI_FULL ? 10_000 : 150;
const SCRIPTS = { zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u, kk: /\p{Script=Cyrillic}/u, ur: /\p{Script=Arabic}/u };
const OTHERS = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[];
const LANGUAGES = ['en', ...OTHERS] as const;
const REASONS = Object.keys(FAULTS) as FaultReason[];

const said = (language: (typeof LANGUAGES)[number], fault: Wrong) => faultText(messages[language].lawRoom.faults, fault);
const factsIn = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

/** At least one of these words stands in each English sentence; none is a value of these packs or of the format, but part of an id such as to-the-gram. */
const ENGLISH = /(?<![\w-])(write|such as|remove|name another|here|the|this|there|with|or more)(?![\w-])/;

describe('Everything that can be wrong with a pack', () => {
  test.each(LANGUAGES)('has words with all its facts and no other: %s', (language) => {
    for (const reason of REASONS) {
      const facts = factsIn(messages[language].lawRoom.faults[reason]);
      expect([reason, [...new Set(facts)].sort()]).toEqual([reason, [...FAULTS[reason]].sort()]);
    }
  });

  test('is said somewhere: no reason is left over', () => {
    const code = readdirSync('lib/law')
      .filter((name) => name !== 'fault.ts')
      .map((name) => readFileSync(`lib/law/${name}`, 'utf8'))
      .join('');
    expect(REASONS.filter((reason) => reason !== 'one-of' && !code.includes(`'${reason}'`))).toEqual([]);
  });

  test('keeps ids and values left to right inside Urdu', () => {
    const bare = /(?<!\u2066"?)\{(?!first|next|fault)\w+\}|\{(?!first|next|fault)\w+\}(?!"?\u2069)/;
    const latin = /[A-Za-z]/;
    for (const reason of REASONS) {
      const sentence = messages.ur.lawRoom.faults[reason];
      expect([reason, bare.test(sentence)]).toEqual([reason, false]);
      const outside = sentence.replace(/\u2066[^\u2066\u2069]*\u2069/g, '').replace(/\{\w+\}/g, '');
      expect([reason, latin.test(outside), /[\u2066\u2069]/.test(outside)]).toEqual([reason, false, false]);
    }
    expect(bare.test('قاعدہ {rule}')).toBe(true);
  });

  test('says a fault within a fault in the same language', () => {
    const inner = wrong('either', { first: wrong('whole-number'), next: wrong('no-category', { id: 'silk' }) });
    const nested = wrong('with-answer', { answer: '"outside"', place: '/rules/0', fault: inner });
    expect(LANGUAGES.map((language) => said(language, nested))).toEqual([
      'with "outside", /rules/0: write a whole number, or no category silk: write the id of one',
      '若答案为 "outside"，/rules/0：请写整数；或者没有类别 silk：请写已有的类别',
      'при ответе "outside", /rules/0: укажите целое число; либо категории silk нет: укажите существующую',
      'жауап "outside" болса, /rules/0: бүтін сан жазыңыз; не болмаса silk санаты жоқ: бар санатты жазыңыз',
      'جواب \u2066"outside"\u2069 ہو تو \u2066/rules/0\u2069 پر: پورا عدد لکھیں؛ یا زمرہ \u2066silk\u2069 نہیں ہے: کوئی موجود زمرہ لکھیں',
    ]);
  });
});

describe('A mutated pack', () => {
  test.each(originalPacks)('is told what is wrong in the reader’s language, without a word of English: %s', (_, original) => {
    const reasons = new Set<string>();
    fc.assert(
      fc.property(mutationsOfPacks(original), (document) => {
        const checked = checkPack(document);
        for (const fault of 'faults' in checked ? checked.faults : []) {
          reasons.add(fault.reason);
          expect(said('en', fault)).toMatch(ENGLISH);
          for (const language of OTHERS) {
            const sentence = said(language, fault);
            expect(sentence).toMatch(SCRIPTS[language]);
            expect(sentence).not.toMatch(ENGLISH);
            expect(sentence).not.toMatch(/undefined|\[object|\{\w+\}/);
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(reasons.size).toBeGreaterThan(15);
    expect(reasons).not.toContain('unreadable');
  });

  test('says of a value of the wrong type nothing but that', () => {
    const checked = checkPack({ ...khorgosJson, gates: '' });
    expect('faults' in checked && checked.faults.filter(({ pointer }) => pointer === '/gates')).toEqual([
      { pointer: '/gates', reason: 'type-array', facts: {} },
    ]);
  });
});
