import { describe, expect, test } from 'vitest';
import { leavesOn } from '#lib/law/period.ts';
import { aPack, assessed, heard, value } from '#tests/support/a-pack.ts';

const taxed = { kind: 'tax-excess', duty: 'TENTH' };
const rule = (more: object) => ({ id: 'VAL', measure: value(1000), over: taxed, ...more });
const usedBefore = (amount: number) => ({ used: [{ rule: 'VAL', amount: amount * 100 }] });

describe('a value', () => {
  describe('of a local calendar day (shape 1)', () => {
    const pack = aPack({ rules: [rule({ period: { kind: 'day' } })] });
    test.each([
      [1000, 0, 'free'],
      [1001, 0, 'duty 0.10'],
      [400, 600, 'free'],
      [401, 600, 'duty 0.10'],
    ])('%i yuan after %i the same day is %s', (yuan, before, answer) =>
      expect(heard(assessed(pack, [{ yuan }], usedBefore(before)))).toBe(answer),
    );
    test('begins anew at midnight of the side', () => {
      const last = assessed(pack, [{ yuan: 1 }], { at: '2026-11-22T23:59:59+08:00' });
      const first = assessed(pack, [{ yuan: 1 }], { at: '2026-11-22T16:00:00Z' });
      expect([last.plan[0]?.period, first.plan[0]?.period]).toEqual(['2026-11-22', '2026-11-23']);
    });
  });

  test.each([
    [1000, 'free'],
    [1001, 'duty 0.10'],
  ])('of one crossing (shape 2): %i yuan is %s', (yuan, answer) =>
    expect(heard(assessed(aPack({ rules: [rule({})] }), [{ yuan }]))).toBe(answer),
  );

  test.each([
    [100, 900, 'free'],
    [101, 900, 'duty 0.10'],
  ])('of a calendar year in many purchases (shape 3): %i yuan after %i is %s', (yuan, before, answer) => {
    const decision = assessed(aPack({ rules: [rule({ period: { kind: 'year' } })] }), [{ yuan }], usedBefore(before));
    expect([heard(decision), decision.limits[0]?.period]).toEqual([answer, '2026']);
  });

  describe('of one sale inside that of a year (shape 4)', () => {
    const whole = { kind: 'tax-item-whole', duty: 'TENTH' };
    const pack = aPack({
      rules: [
        { id: 'SALE', period: { kind: 'sale' }, measure: value(500), over: whole },
        { id: 'VAL', period: { kind: 'year' }, measure: value(1000), over: whole },
      ],
    });
    const sales = (...of: [string, number][]) => of.map(([sale, yuan]) => ({ sale, yuan }));
    test.each([
      ['two sales of 500', sales(['a', 500], ['b', 500]), 0, 'free'],
      ['one sale of 501', sales(['a', 501]), 0, 'duty 50.10'],
      ['one sale of two items that are 501 together', sales(['a', 500], ['a', 1]), 0, 'duty 0.10'],
      ['500 with 500 used this year', sales(['a', 500]), 500, 'free'],
      ['500 with 501 used this year', sales(['a', 500]), 501, 'duty 50.00'],
    ])('%s: %s', (_, lines, before, answer) => expect(heard(assessed(pack, lines, usedBefore(before)))).toBe(answer));
  });

  test.each([
    ['week', { kind: 'week' }, '2026-W47'],
    ['month', { kind: 'month' }, '2026-11'],
    ['financial year from July', { kind: 'financial-year', startsMonth: 7 }, 'FY2026'],
    ['season from May to November', { kind: 'season', from: '05-01', to: '11-30' }, 'S2026'],
    ['rolling 30 days', { kind: 'rolling', days: 30 }, 'rolling-30'],
    ['three calendar years', { kind: 'rolling-years', years: 3 }, 'rolling-3-years'],
    ['once and for all', { kind: 'once' }, 'once'],
  ])('of a %s', (_, period, name) => {
    const pack = aPack({ rules: [rule({ period })] });
    expect(heard(assessed(pack, [{ yuan: 400 }], usedBefore(600)))).toBe('free');
    const over = assessed(pack, [{ yuan: 401 }], usedBefore(600));
    expect([heard(over), over.limits[0]?.period]).toEqual(['duty 0.10', name]);
  });

  test('of three calendar years what was used in the first is free again when the fourth begins', () => {
    const phones = rule({ period: { kind: 'rolling-years', years: 3 }, measure: { kind: 'count', of: 'units', limit: 1 } });
    const { plan } = assessed(aPack({ rules: [phones] }), [{ yuan: 1 }], { at: '2026-12-31T23:59:00+08:00' });
    expect(plan).toMatchObject([{ period: 'rolling-3-years', rollingOn: '2026-12-31', leavesOn: '2029-01-01' }]);
    expect([
      leavesOn('rolling-3-years', '2026-01-01'),
      leavesOn('rolling-3', '2026-01-01'),
      leavesOn('2026', '2026-01-01'),
    ]).toEqual(['2029-01-01', '2026-01-04', undefined]);
  });

  test('a financial year belongs to the year in which it starts', () => {
    const pack = aPack({ rules: [rule({ period: { kind: 'financial-year', startsMonth: 7 } })] });
    const on = (at: string) => assessed(pack, [], { at }).limits[0]?.period;
    expect([on('2026-06-30T23:59:00+08:00'), on('2026-07-01T00:00:00+08:00')]).toEqual(['FY2025', 'FY2026']);
  });

  test('outside its season a rule is not there', () => {
    const pack = aPack({ rules: [rule({ period: { kind: 'season', from: '11-01', to: '02-28' } })] });
    const on = (at: string) => assessed(pack, [{ yuan: 2000 }], { at }).limits.map(({ period }) => period);
    expect([on('2027-01-05T09:00:00+08:00'), on('2026-11-01T00:00:00+08:00'), on('2026-03-01T09:00:00+08:00')]).toEqual([
      ['S2026'],
      ['S2026'],
      [],
    ]);
  });
});

describe('exits with goods in a month, entries unlimited (shape 6)', () => {
  const pack = aPack({
    rules: [
      rule({}),
      {
        id: 'EXITS',
        period: { kind: 'month' },
        measure: { kind: 'exits', limit: 1 },
        over: { kind: 'no-allowance', rules: ['VAL'] },
      },
    ],
  });
  const left = (at: string) => ({ traveller: { crossings: [{ at, direction: 'exit', withGoods: true }] } });
  test.each([
    ['the first exit', {}, 'free', 1],
    ['the second exit', { used: [{ rule: 'EXITS', amount: 1 }] }, 'duty 10.00', 0],
    ['the second, known from the crossings', left('2026-11-01T00:00:00+08:00'), 'duty 10.00', 0],
    ['after an exit on the last day of the month before', left('2026-10-31T23:59:59+08:00'), 'free', 1],
  ])('%s', (_, more, answer, counted) => {
    const decision = assessed(pack, [{ yuan: 100 }], more);
    expect(heard(decision)).toBe(answer);
    expect(decision.plan.find((each) => each.rule === 'EXITS')?.amount ?? 0).toBe(counted);
  });
  test('is not used up by leaving without goods', () => expect(assessed(pack, []).plan).toEqual([]));
  test('may be saved by paying now', () => {
    const decision = assessed(pack, [{ yuan: 100 }], { declines: ['EXITS'] });
    expect([heard(decision), decision.plan, decision.reasons[0]?.reason]).toEqual(['duty 10.00', [], 'allowance-saved']);
  });
});

describe('days with goods in a month (shape 7)', () => {
  const pack = aPack({
    rules: [
      rule({ period: { kind: 'day' } }),
      {
        id: 'DAYS',
        period: { kind: 'month' },
        measure: { kind: 'days', limit: 4 },
        over: { kind: 'no-allowance', rules: ['VAL'] },
      },
    ],
  });
  const onDays = (...days: number[]) => ({
    traveller: {
      crossings: days.map((day) => ({
        at: `2026-11-${String(day).padStart(2, '0')}T09:00:00+08:00`,
        direction: 'exit',
        withGoods: true,
      })),
    },
  });
  test.each([
    ['the fourth day', onDays(1, 2, 3), 'free'],
    ['the fifth day', onDays(1, 2, 3, 4), 'duty 10.00'],
    ['twice on one day is one day', onDays(1, 2, 2, 3), 'free'],
    ['once more on the fourth day', onDays(1, 2, 3, 22), 'free'],
  ])('%s: %s', (_, more, answer) => expect(heard(assessed(pack, [{ yuan: 100 }], more))).toBe(answer));
});

describe('rules with a beginning and an end (shape 29)', () => {
  const pack = aPack({
    rules: [
      rule({ from: '2019-01-01', to: '2022-04-14', measure: value(500) }),
      rule({ from: '2022-04-15', to: '2024-03-31', measure: value(1000) }),
      rule({ from: '2024-04-01', measure: value(500) }),
    ],
  });
  test.each([
    ['2018-12-31', undefined],
    ['2019-01-01', 50000],
    ['2022-04-14', 50000],
    ['2022-04-15', 100000],
    ['2024-03-31', 100000],
    ['2024-04-01', 50000],
  ])('on %s', (day, limit) => expect(assessed(pack, [], { at: `${day}T12:00:00+08:00` }).limits[0]?.limit).toBe(limit));

  test('the law of the sale protects what was bought under it', () => {
    const changed = aPack({
      rules: [
        rule({ to: '2026-11-21', measure: value(1000), lawOf: 'sale' }),
        rule({ from: '2026-11-22', measure: value(500), lawOf: 'sale' }),
      ],
    });
    const bought = (soldAt: string) => heard(assessed(changed, [{ yuan: 1000, soldAt }]));
    expect([bought('2026-11-21T23:00:00+08:00'), bought('2026-11-22T09:00:00+08:00')]).toEqual(['free', 'duty 50.00']);
  });
});
