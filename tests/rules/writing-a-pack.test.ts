import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsOf, readCase } from '#lib/law/case.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision } from '#lib/law/decision.ts';
import { decimalOf, exponentOf } from '#lib/money/money.ts';
import { taughtCases, taughtPack, taughtPacks } from '#tests/support/taught-packs.ts';

const page = readFileSync('lib/packs/writing-a-pack.md', 'utf8');

function said({ outcome, duty }: Decision): string {
  if (duty === null) return outcome;
  const amount = `duty ${decimalOf(duty.minor, exponentOf(duty.currency))} ${duty.currency}`;
  return outcome === 'duty' ? amount : `${outcome}, ${amount}`;
}

describe('the page that teaches to write a pack', () => {
  test('has three packs that are right as they stand', () =>
    expect(taughtPacks.map(({ title }) => title)).toEqual(['teaching', 'middling', 'large']));

  test('begins with the teaching pack of lib/packs', () => {
    const file: unknown = JSON.parse(readFileSync('lib/packs/teaching.json', 'utf8'));
    expect(taughtPacks[0]?.json).toEqual(file);
  });

  test.each(taughtCases.map(({ title, json }, index) => [index + 1, title, json] as const))('case %i: %s', (_, title, json) => {
    const [name = '', answer = ''] = title.split(': ');
    const pack = taughtPack(name);
    const read = readCase(json);
    const made = 'case' in read ? factsOf(pack, read.case) : read;
    expect('facts' in made ? said(decide(pack, made.facts)) : made.faults).toBe(answer);
  });

  test('names every kind that the format has', () => {
    const kinds = [
      'within',
      'excludedAfter',
      'daysAbroad',
      'stay-days',
      'highest-taxed-first',
      'per-piece',
      'first-of-month',
      'cargo',
      'report',
    ];
    for (const kind of kinds) expect(page).toContain(kind);
  });
});
