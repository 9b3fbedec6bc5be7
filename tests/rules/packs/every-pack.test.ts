import { describe, expect, test } from 'vitest';
import { checkPack } from '#lib/law/check-pack.ts';
import { assess, documentOf, PACK_NAMES, packNamed } from '#tests/support/packs.ts';

const LANGUAGES = ['en', 'zh', 'ru', 'kk', 'ur'];
const SCRIPTS = { zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u, kk: /\p{Script=Cyrillic}/u, ur: /\p{Script=Arabic}/u };

type Words = Record<string, string>;

/** Everything in a document that is said in words, with its place. */
function wordsIn(value: unknown, place = ''): [string, Words][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return [[place, value as Words]];
  return Object.entries(value).flatMap(([key, each]) => wordsIn(each, `${place}/${key}`));
}

test('there are packs to check', () => expect(PACK_NAMES.length).toBeGreaterThanOrEqual(8));

describe.each(PACK_NAMES)('the pack %s', (name) => {
  const document = documentOf(name);
  const words = wordsIn(document);

  test('has no fault', () => expect(checkPack(document)).not.toHaveProperty('faults'));

  // The first pack that the documentation teaches by is in English only, to show that it may be.
  const isTaught = name === 'teaching';

  test.skipIf(isTaught)('says everything in five languages', () => {
    expect(words.length).toBeGreaterThan(10);
    expect(words.filter(([, each]) => LANGUAGES.some((language) => !each[language]?.trim())).map(([place]) => place)).toEqual([]);
  });

  test.skipIf(isTaught)('says nothing in the wrong script', () => {
    const wrong = words.flatMap(([place, each]) =>
      Object.entries(SCRIPTS).flatMap(([language, script]) => (script.test(each[language] ?? '') ? [] : `${place}/${language}`)),
    );
    expect(wrong).toEqual([]);
  });

  test('names what it is taken from, and lists no source that it does not use', () => {
    const pack = packNamed(name);
    const listed = new Set(pack.sources.map(({ id }) => id));
    for (const { id, sources } of pack.rules) for (const source of sources) expect(listed, id).toContain(source);
    const written = JSON.stringify({ ...document, sources: [] });
    expect([...listed].filter((id) => !written.includes(`"${id}"`))).toEqual([]);
  });

  test('calls confirmed nothing that comes from memory', () => {
    for (const { id, sources, confidence } of packNamed(name).rules)
      if (sources.every((source) => source === 'MEMORY')) expect(confidence, id).toBe('memory-unverified');
  });

  test('says another sentence where a version of a rule has another figure', () => {
    const { rules } = packNamed(name);
    for (const [index, one] of rules.entries())
      for (const other of rules.slice(index + 1))
        if (one.id === other.id && JSON.stringify(one.measure) !== JSON.stringify(other.measure))
          expect(one.sentences.en, `${one.id} from ${one.from}`).not.toBe(other.sentences.en);
  });

  test('switches on by some answer whatever it keeps switched off', () => {
    const { rules, settings } = packNamed(name);
    const switched = settings.flatMap(({ changes = [] }) =>
      changes.flatMap((change) => ('rule' in change && change.set.applies === true ? change.rule : [])),
    );
    for (const { id } of rules.filter(({ applies }) => !applies)) expect(switched).toContain(id);
  });

  test('answers a basket of everything it knows, whatever the office answers', () => {
    const pack = packNamed(name);
    const lines = pack.categories.map(({ id }) => ({
      category: id,
      units: 2,
      pieces: 2,
      weightG: 300,
      volumeMl: 500,
      strengthPermille: 200,
      value: '30',
    }));
    const answers = pack.settings.flatMap(({ id, options }) => options.map((option) => ({ [id]: option })));
    for (const settings of [{}, ...answers])
      for (const { code, dutyCurrency } of pack.sides) {
        const decision = assess(pack, { exitSide: code, at: '2026-11-22T12:00:00Z', currency: dutyCurrency }, lines, {
          settings,
        });
        for (const { limit, used, visit, over } of decision.limits)
          expect(used + visit - over).toBeLessThanOrEqual(Math.max(limit, used));
      }
  });
});
