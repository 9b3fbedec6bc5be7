import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decide } from '#lib/law/decide.ts';
import { aLine, facts, khorgos } from '#tests/support/khorgos.ts';

const folder = mkdtempSync(join(tmpdir(), 'serai-law-'));
function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
function law(
  args: readonly string[],
  input = '',
): { status: number | null; json: () => Record<string, unknown>; stdout: string } {
  const { status, stdout } = spawnSync(process.execPath, ['bin/law.ts', ...args], { input, encoding: 'utf8' });
  return { status, stdout, json: () => JSON.parse(stdout) as Record<string, unknown> };
}
const aCase = {
  exitSide: 'KZ',
  at: '2026-11-22T16:00:00+05:00',
  traveller: { nationality: 'KAZ', age: 30 },
  lines: [{ category: 'silk', value: { amount: '600.00', currency: 'EUR' }, weightG: 1000 }],
};

describe('npm run law', () => {
  test('check accepts a pack, and prints JSON only', () => {
    const { status, json } = law(['check', 'lib/packs/teaching.json']);
    expect([status, json()]).toEqual([0, { pack: 'teaching@1', rules: 1, settings: 0, faults: [] }]);
  });

  test.each([
    ['no JSON', file('broken.json', '{'), ''],
    ['no pack', file('empty.json', {}), '/format'],
    ['no file', join(folder, 'nowhere.json'), ''],
  ])('check says what is wrong where, and exits 1: %s', (_, path, pointer) => {
    const { status, json } = law(['check', path]);
    const faults = json().faults as { pointer: string; fault: string }[];
    expect([status, faults[0]?.pointer]).toEqual([1, pointer]);
    expect(faults[0]?.fault.length).toBeGreaterThan(5);
  });

  test('assess decides a case from a file or from standard input, by the law of Khorgos unless told', () => {
    const decision = law(['assess', file('case.json', aCase)]);
    expect([decision.status, decision.json().duty]).toEqual([0, { minor: 3000, currency: 'EUR' }]);
    expect(law(['assess', '-'], JSON.stringify(aCase)).stdout).toBe(decision.stdout);
  });

  test('assess takes a pack by file or by name, and says which case does not fit it', () => {
    const lines = aCase.lines.map((line) => ({ ...line, category: 'goods' }));
    const { status, json } = law(['assess', '--pack', 'lib/packs/teaching.json', '-'], JSON.stringify({ ...aCase, lines }));
    expect([status, json()]).toEqual([1, { faults: [{ pointer: '/exitSide', fault: 'write one of EAST' }] }]);
    expect(law(['assess', '--pack', 'teaching', '-'], JSON.stringify({ ...aCase, lines, exitSide: 'EAST' })).status).toBe(0);
    expect(law(['assess', '--pack', 'nowhere', '-'], JSON.stringify(aCase)).status).toBe(1);
  });

  test('assess makes a decision again from its record, byte for byte', () => {
    const recorded = facts({ exitSide: 'CN', lines: [aLine({ valueMinor: 900_000, units: 3 }), aLine({ valueMinor: 70_000 })] });
    const { stdout, status } = law(['assess', '-'], JSON.stringify({ facts: recorded }));
    expect([status, JSON.stringify(JSON.parse(stdout))]).toEqual([0, JSON.stringify(decide(khorgos, recorded))]);
  });

  test.each([['pack'], ['case'], ['decision']])('schema prints the JSON Schema of a %s', (name) =>
    expect(law(['schema', name]).json().$schema).toContain('json-schema.org'),
  );

  test.each([[[]], [['check']], [['assess', 'a', 'b']], [['schema', 'law']], [['--pack']], [['judge', 'x']]])(
    '%j is a wrong call: exit 2',
    (args) => {
      const { status, stdout } = law(args);
      expect([status, stdout]).toEqual([2, '']);
    },
  );
});
