import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LAW_REASONS } from '#lib/law/reasons.ts';
import khorgos from '#lib/packs/khorgos.json' with { type: 'json' };
import { messages } from '#lib/words/messages.ts';

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => `${folder}/${name}`);

const sources = (folder: string) => filesIn(folder, /\.tsx?$/).map((file) => [file, readFileSync(file, 'utf8')] as const);

/** Every reason that code gives: refusal('...'), either of refusal(x ? '...' : '...'), and reason: '...'. */
const reasonsInCode = () => {
  const found = new Set<string>();
  for (const [file, text] of [...sources('lib'), ...sources('db/stores')]) {
    if (file.startsWith('lib/words') || file.startsWith('lib/law')) continue;
    for (const [, reason] of text.matchAll(/refusal\(\s*'([a-z-]+)'/g)) found.add(reason as string);
    for (const [, ...either] of text.matchAll(/refusal\([^'()]*(?:'[a-z-]+' )?\?\s*'([a-z-]+)'\s*:\s*'([a-z-]+)'/g))
      for (const reason of either) found.add(reason as string);
    if (file.startsWith('lib/pass/')) for (const [, reason] of text.matchAll(/reason: '([a-z-]+)'/g)) found.add(reason as string);
  }
  return [...found].sort();
};

describe('Words', () => {
  test('every refusal reason has words in every language', () => {
    const reasons = reasonsInCode();
    expect(reasons.length).toBeGreaterThan(50);
    expect(reasons).toContain('visit-closed');
    for (const [language, words] of Object.entries(messages)) {
      const worded = words.refusals as Record<string, unknown>;
      expect([language, reasons.filter((reason) => worded[reason] === undefined)]).toEqual([language, []]);
    }
  });

  test('every reason of a decision has words in every language', () => {
    for (const [language, { law }] of Object.entries(messages)) {
      const worded = JSON.stringify(law);
      expect([language, LAW_REASONS.filter((reason) => !worded.includes(`"${reason}"`))]).toEqual([language, []]);
    }
  });

  test('every act of the audit trail has a name in every language', () => {
    const acts = sources('lib/operations').flatMap(([, text]) =>
      [
        ...text.matchAll(
          /(?:perform|addPerson)(?:<[^(]*>)?\(\s*(?:context|\{[^}]*\}),\s*'([a-z-]+)'|kind: '([a-z-]+)',\s+bodyHash: ''/g,
        ),
      ].map(([, performed, recorded]) => performed ?? recorded ?? ''),
    );
    expect(acts.length).toBeGreaterThan(25);
    for (const [language, { office }] of Object.entries(messages))
      expect([language, acts.filter((act) => !(act in office.audit.kinds))]).toEqual([language, []]);
  });

  test('no language leaves a sentence empty or in another script', () => {
    const scripts = { zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u, kk: /\p{Script=Cyrillic}/u, ur: /\p{Script=Arabic}/u };
    for (const [language, script] of Object.entries(scripts)) {
      const sentences = leaves(messages[language as 'zh']);
      expect(sentences.filter((text) => text.trim() === '')).toEqual([]);
      const own = sentences.filter((text) => script.test(text)).length;
      expect(own / sentences.length).toBeGreaterThan(0.9);
    }
  });
});

describe('The pack', () => {
  test('every rule has a source that is on its list, and a confidence', () => {
    const known = new Set(khorgos.sources.map(({ id }) => id));
    for (const { id, sources, confidence } of khorgos.rules) {
      expect([id, sources.length > 0 && sources.every((source) => known.has(source))]).toEqual([id, true]);
      expect(['confirmed', 'secondary', 'memory-unverified']).toContain(confidence);
    }
  });
});

describe('Versions', () => {
  test('are at or above the security floors of the advisories of 2026', () => {
    const floors = { next: '16.4.5', react: '19.2.6', 'react-dom': '19.2.6', 'next-auth': '4.24.15', 'better-sqlite3': '13.2.0' };
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { version: string }> };
    for (const [name, floor] of Object.entries(floors))
      expect([name, atLeast(lock.packages[`node_modules/${name}`]?.version ?? '0', floor)]).toEqual([name, true]);
  });
});

describe('The house', () => {
  test('every journey begins and ends with no window open', () => {
    const own = sources('tests/journeys').filter(([file]) => file.endsWith('.spec.ts'));
    expect(own.length).toBeGreaterThan(15);
    expect(own.filter(([, text]) => /\btest\b[^;]*from '@playwright\/test'/.test(text)).map(([file]) => file)).toEqual([]);
  });

  test('README names every folder of lib, app and db', () => {
    const readme = readFileSync('README.md', 'utf8');
    const folders = ['lib', 'app', 'db', 'tests'].flatMap((top) =>
      readdirSync(top, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name),
    );
    expect(folders.filter((name) => !readme.includes(`${name}/`) && !readme.includes(`${name}`))).toEqual([]);
  });

  test.each([
    ['a limit of the pack', 'const LIMIT = 8_000_00;'],
    ['an age', 'const ADULT_FROM = 18;'],
    ['a time for which something is kept', 'const DAYS_IDENTITY_IS_KEPT = 400;'],
    ['a currency of the pack as the default', "const value = given ?? { minor: 0, currency: 'CNY' };"],
    ['a currency of the pack on its own', "currency: value?.currency ?? 'CNY',"],
  ])('%s would be found in code', (_, line) => expect(figuresOfLaw(line)).not.toEqual([]));

  test('no limit, age, retention, currency or rate of a law stands in code', () => {
    const suspicious = [...sources('lib'), ...sources('app'), ...sources('db/stores'), ...sources('db/reads')]
      .filter(([file]) => !file.startsWith('lib/words'))
      .flatMap(([file, text]) => figuresOfLaw(text).map((figure) => `${file}: ${figure}`))
      .filter((found) => !NOT_OF_THE_LAW.includes(found));
    expect(suspicious).toEqual([]);
  });

  test('a transaction is asked one thing after another: PostgreSQL takes one query of a connection at a time', () => {
    const atOnce = [...sources('db'), ...sources('lib/operations')].filter(
      ([file, text]) => !file.startsWith('db/seed/') && text.includes('Promise.all('),
    );
    expect(atOnce.map(([file]) => file)).toEqual([]);
  });

  test('screens name no physical side: what is left in English is right in Urdu', () => {
    const physical =
      /\b(pl|pr|ml|mr|left|right|rounded-[lr]|border-[lr]|text-left|text-right)-(\d|\[|px|auto)|\btext-(left|right)\b/;
    const faults = sources('app')
      .filter(([file]) => file.endsWith('.tsx'))
      .flatMap(([file, text]) =>
        text.split('\n').flatMap((line, i) => (/className/.test(line) && physical.test(line) ? [`${file}:${i + 1}`] : [])),
      );
    expect(faults).toEqual([]);
  });

  test('.ci/run calls the README’s own test command', () => {
    expect(readFileSync('.ci/run', 'utf8')).toContain('npm test');
    expect(existsSync('README.md')).toBe(true);
  });
});

/** What people in these countries pay with is no law; a market without the currency does not offer it. */
const NOT_OF_THE_LAW: readonly string[] = [
  ...['CNY', 'KZT', 'EUR', 'USD', 'RUB', 'PKR'].map((currency) => `app/till/tenders.ts: '${currency}'`),
];

/** Figures of the Khorgos pack, and constants that name an age, a stay or a keeping. Comments may speak of them. */
function figuresOfLaw(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
  const currencies = khorgos.currencies.join('|');
  const found = [
    /\b(8_?000_?00|500_00|25_000)\b/g,
    /\b(?:[A-Z]+_)*(?:ADULT|MINOR_UNDER|AGE|AGES|OLD|STAY|KEPT|KEEP|RETAIN|RETENTION|ALLOWANCE|DUTY|EXITS)(?:_[A-Z]+)*\b\s*=\s*-?\d/g,
    new RegExp(`(['"\`])(?:${currencies})\\1`, 'g'),
  ].flatMap((pattern) => code.match(pattern) ?? []);
  return [...new Set(found)];
}

function leaves(words: unknown): string[] {
  return typeof words === 'string' ? [words] : Object.values(words as Record<string, unknown>).flatMap(leaves);
}

function atLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split('-')[0]?.split('.').map(Number) ?? []);
  for (let i = 0; i < 3; i += 1) if ((a?.[i] ?? 0) !== (b?.[i] ?? 0)) return (a?.[i] ?? 0) > (b?.[i] ?? 0);
  return true;
}
