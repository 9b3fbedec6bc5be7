import { describe, expect, test } from 'vitest';
import { factsOf, readCase } from '#lib/law/case.ts';
import { faults as words } from '#lib/words/en/law-faults.ts';
import { faultText } from '#lib/words/fault-text.ts';
import { khorgos } from '#tests/support/khorgos.ts';

const aCase = { exitSide: 'CN', at: '2026-11-22T12:00:00+08:00', traveller: { nationality: 'PAK', age: 30 }, lines: [] };

const aLineOf = (category: string) => ({ category, value: { amount: '1.00', currency: 'CNY' } });

function faultsIn(more: object): string[] {
  const read = readCase({ ...aCase, ...more });
  const made = 'case' in read ? factsOf(khorgos, read.case) : read;
  return 'faults' in made ? made.faults.map((fault) => `${fault.pointer}: ${faultText(words, fault)}`) : [];
}

describe('a case that names what the pack does not have', () => {
  test('is free of faults where it does not', () =>
    expect(
      faultsIn({
        settings: { 'cn-value-period': 'each-exit' },
        declines: ['KZ-MCPS-FREQ'],
        lines: [aLineOf('cigarettes')],
        used: [{ rule: 'CN-ICBC-VAL', period: '2026-11-22', amount: 1 }],
      }),
    ).toEqual([]));

  test.each([
    ['D', 'DEU'],
    ['GBO', 'GBR'],
    ['XXA', 'XXA'],
  ])('reads the nationality of a passport as the law counts it: %s is %s', (code, state) => {
    const read = readCase({ ...aCase, traveller: { nationality: code, age: 30 } });
    expect('case' in read && read.case.traveller.nationality).toBe(state);
  });

  test.each([
    ['a question', { settings: { 'cn-value': 'each-exit' } }, /^\/settings\/cn-value: write one of .*cn-value-period/],
    [
      'an answer',
      { settings: { 'cn-value-period': 'monthly' } },
      /^\/settings\/cn-value-period: write one of "day-total", "each-exit"$/,
    ],
    ['a document, of a pack without any', { documents: ['licence'] }, /^\/documents\/0: the pack has none: remove it$/],
    ['a rule that is declined', { declines: ['NONE'] }, /^\/declines\/0: write one of CN-ICBC-VAL, /],
    ['a gate', { entryGate: 'MOON' }, /^\/entryGate: write one of /],
    ['a category', { lines: [aLineOf('cigarete')] }, /^\/lines\/0\/category: no category cigarete/],
    [
      'a category of goods that went out before',
      { traveller: { ...aCase.traveller, crossings: [{ at: aCase.at, direction: 'exit', goods: [{ category: 'silks' }] }] } },
      /^\/traveller\/crossings\/0\/goods\/0\/category: no category silks/,
    ],
    [
      'a rule that has used something in a period',
      { used: [{ rule: 'CN-VAL', period: '2026-11-22', amount: 1 }] },
      /^\/used\/0\/rule: .*write one of CN-ICBC-VAL, /,
    ],
    ['a country', { traveller: { nationality: 'PK', age: 30 } }, /^\/traveller\/nationality: .*alpha-3/],
  ])('%s', (_, more, fault) => expect(faultsIn(more)).toEqual([expect.stringMatching(fault)]));

  test.each([
    ['no traveller', { traveller: undefined }, '/traveller: write { "nationality": "...", "age": 30 }'],
    [
      'a value that is a number',
      { lines: [{ category: 'silk', value: 600 }] },
      '/lines/0/value: write { "amount": "120.00", "currency": "..." }',
    ],
  ])('says how to write it: %s', (_, more, fault) => expect(faultsIn(more)).toContain(fault));
});
