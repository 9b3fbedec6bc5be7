import { describe, expect, test } from 'vitest';
import { aPack, assessed, heard, value } from '#tests/support/a-pack.ts';

const include = (...categories: string[]) => ({ include: categories.map((category) => ({ category })) });
const rule = (over: object, more: object = {}) => aPack({ rules: [{ id: 'VAL', measure: value(1000), over, ...more }] });

test.each([
  [1000, 'free'],
  [1001, 'duty 100.10'],
])('a threshold above which everything is taxed (shape 19): %i yuan is %s', (yuan, answer) =>
  expect(heard(assessed(rule({ kind: 'tax-all', duty: 'TENTH' }), [{ yuan }]))).toBe(answer),
);

describe('the excess only, an item that is not divided in full (shape 20)', () => {
  test.each([
    [[{ yuan: 1000 }], 'free'],
    [[{ yuan: 600 }, { yuan: 500 }], 'duty 10.00'],
  ])('the excess: %j is %s', (lines, answer) =>
    expect(heard(assessed(rule({ kind: 'tax-excess', duty: 'TENTH' }), lines))).toBe(answer),
  );
  test.each([
    ['all fit', [{ yuan: 600 }, { yuan: 400 }], 'free'],
    ['the smaller one is taxed whole', [{ yuan: 600 }, { yuan: 500 }], 'duty 50.00'],
    ['a single one that is over is taxed whole', [{ yuan: 1001 }], 'duty 100.10'],
  ])('the item: %s', (_, lines, answer) =>
    expect(heard(assessed(rule({ kind: 'tax-item-whole', duty: 'TENTH' }), lines))).toBe(answer),
  );
});

describe('the tolerance of one bottle (shape 21)', () => {
  const bottles = (units: number, each: number) => ({
    category: 'spirits',
    units,
    volumeMl: units * each,
    strengthPermille: 400,
  });
  const pack = aPack({
    rules: [
      {
        id: 'ALC',
        goods: include('alcohol'),
        measure: { kind: 'volume', limitMl: 1500 },
        over: { kind: 'tax-excess', duty: 'PER-LITRE', tolerance: 1000 },
      },
    ],
  });
  test.each([
    ['two bottles of 750 ml fit', [bottles(2, 750)], 'free'],
    ['the third passes the limit by less than a litre: free', [bottles(3, 750)], 'free'],
    ['a bottle of 2.5 litres passes it by a litre: free', [bottles(1, 2500)], 'free'],
    ['a millilitre more: all that is above is taxed', [bottles(1, 2501)], 'duty 10.01'],
    ['the fourth bottle is not the one that passes the limit', [bottles(4, 750)], 'duty 15.00'],
  ])('%s', (_, lines, answer) => {
    const decision = assessed(pack, lines);
    expect(heard(decision)).toBe(answer);
    for (const { amount, limit } of decision.plan) expect(amount).toBeLessThanOrEqual(limit);
  });
});

describe('which goods use the allowance', () => {
  const lines = [
    { id: 'phone', category: 'phones', yuan: 900 },
    { id: 'coat', category: 'clothing', yuan: 500 },
    { id: 'wine', category: 'wine', yuan: 300 },
  ];
  const taxedBy = (order: string) =>
    assessed(rule({ kind: 'tax-item-whole', duty: 'RATES', order }), lines).dutySteps.flatMap((step) => step.lines);
  test('the traveller chooses, and the least duty is chosen (shape 22)', () => expect(taxedBy('least-duty')).toEqual(['phone']));
  test('the highest taxed first (shape 23)', () => expect(taxedBy('highest-taxed-first')).toEqual(['phone']));
  test('as they are listed', () => expect(taxedBy('as-listed')).toEqual(['coat', 'wine']));
  test('the highest taxed first may cost more than the least', () => {
    const two = [
      { id: 'wine', category: 'wine', yuan: 400 },
      { id: 'coat', category: 'clothing', yuan: 1000 },
      { id: 'phone', category: 'phones', yuan: 600 },
    ];
    const duty = (order: string) => heard(assessed(rule({ kind: 'tax-item-whole', duty: 'RATES', order }), two));
    expect([duty('least-duty'), duty('highest-taxed-first')]).toEqual(['duty 200.00', 'duty 200.00']);
    const three = [
      { id: 'wine', category: 'wine', yuan: 10 },
      { id: 'coat', category: 'clothing', yuan: 1000 },
    ];
    expect(heard(assessed(rule({ kind: 'tax-item-whole', duty: 'RATES', order: 'highest-taxed-first' }), three))).toBe(
      'duty 200.00',
    );
    expect(heard(assessed(rule({ kind: 'tax-item-whole', duty: 'RATES' }), three))).toBe('duty 5.00');
  });
  test('of an excess that can be divided the highest taxed are free', () =>
    expect(heard(assessed(rule({ kind: 'tax-excess', duty: 'RATES' }), lines))).toBe('duty 70.00'));
});

describe('what is forbidden, becomes cargo, needs a document or is reported', () => {
  const phones = (over: object) =>
    aPack({
      documents: [{ id: 'licence', names: { en: 'Licence' }, authority: 'The ministry', checkedBy: 'gate', sources: ['LAW'] }],
      rules: [{ id: 'PHONES', goods: include('phones'), measure: { kind: 'count', of: 'units', limit: 2 }, over }],
    });
  const two = [{ category: 'phones', units: 2, yuan: 10 }];
  const three = [...two, { id: 'third', category: 'phones', yuan: 10 }];
  test.each([
    [{ kind: 'forbid' }, 'forbidden', 'over-limit-forbidden'],
    [{ kind: 'cargo' }, 'forbidden', 'becomes-cargo'],
    [{ kind: 'needs-document', document: 'licence' }, 'needs-document', 'needs-document'],
    [{ kind: 'report' }, 'free', 'to-report'],
  ])('%j', (over, outcome, reason) => {
    expect(assessed(phones(over), two).reasons).toEqual([{ reason: 'within', facts: {} }]);
    const decision = assessed(phones(over), three);
    expect([decision.outcome, decision.reasons[0]?.reason]).toEqual([outcome, reason]);
  });
  test('with its document the third one leaves', () => {
    const pack = phones({ kind: 'needs-document', document: 'licence' });
    expect(assessed(pack, three).needs).toEqual([{ line: 'third', rule: 'PHONES', document: 'licence' }]);
    expect(assessed(pack, three, { documents: ['licence'] }).outcome).toBe('free');
  });
});

describe('conditions after the sale (shape 26) and exclusion after an offence (shape 27)', () => {
  const pack = rule(
    { kind: 'tax-excess', duty: 'TENTH' },
    {
      excludedAfter: [{ offence: 'failed-to-leave', years: 3 }],
      conditions: [
        { kind: 'leave-within', days: 30, otherwise: { offence: 'failed-to-leave' } },
        { kind: 'guarantee', duty: 'TENTH' },
        { kind: 'no-resale' },
      ],
    },
  );
  test('are said with their day and their amount', () =>
    expect(assessed(pack, [{ id: 'a', yuan: 500, soldAt: '2026-11-20T10:00:00+08:00' }]).conditions).toEqual([
      { rule: 'VAL', kind: 'leave-within', lines: ['a'], until: '2026-12-20', offence: 'failed-to-leave' },
      { rule: 'VAL', kind: 'guarantee', lines: ['a'], minor: 5000, currency: 'CNY' },
      { rule: 'VAL', kind: 'no-resale', lines: ['a'] },
    ]));
  test('are told for a rule on single items, of those that it lets through', () => {
    const gate = aPack({
      rules: [
        {
          id: 'TAKE',
          period: { kind: 'item' },
          measure: value(100),
          over: { kind: 'forbid' },
          conditions: [{ kind: 'leave-within', days: 30 }],
        },
      ],
    });
    const taken = assessed(gate, [
      { id: 'small', yuan: 100 },
      { id: 'large', yuan: 101 },
    ]);
    expect(taken.conditions).toEqual([{ rule: 'TAKE', kind: 'leave-within', lines: ['small'], until: '2026-12-22' }]);
  });
  test('are not there without goods', () => expect(assessed(pack, []).conditions).toEqual([]));
  test.each([
    ['2023-11-22', 'free'],
    ['2023-11-23', 'duty 50.00'],
    ['2026-11-22', 'duty 50.00'],
  ])('an offence on %s: %s', (on, answer) => {
    const about = { traveller: { offences: [{ offence: 'failed-to-leave', on }] } };
    expect(heard(assessed(pack, [{ yuan: 500 }], about))).toBe(answer);
  });
});

describe('leaving by the gate of entry (shape 28)', () => {
  const exit = { sameSide: true, sameGate: true, signaturesOtherwise: 2, sources: ['LAW'] };
  const pack = aPack({ exit, rules: [{ id: 'VAL', measure: value(1000), over: { kind: 'forbid' } }] });
  const by = (exitGate: string, signatures = 0) => assessed(pack, [], { entryGate: 'A-1', exitGate, signatures });
  test.each([
    ['the same gate', by('A-1'), 'free', 'within'],
    ['another gate', by('A-2'), 'forbidden', 'wrong-gate'],
    ['another gate and one signature', by('A-2', 1), 'forbidden', 'wrong-gate'],
    ['another gate and two signatures', by('A-2', 2), 'free', 'within'],
  ])('%s', (_, decision, outcome, reason) => expect([decision.outcome, decision.reasons[0]?.reason]).toEqual([outcome, reason]));
});
