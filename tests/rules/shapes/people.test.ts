import { describe, expect, test } from 'vitest';
import { aPack, assessed, heard, value } from '#tests/support/a-pack.ts';

const taxed = { kind: 'tax-excess', duty: 'TENTH' };
const include = (...categories: string[]) => ({ include: categories.map((category) => ({ category })) });

describe('a tier by how often somebody crossed (shape 8)', () => {
  const often = (more: object) => ({ crossings: { direction: 'entry', days: 15, ...more } });
  const pack = aPack({
    rules: [
      { id: 'RARELY', who: often({ under: 2 }), measure: value(1000), over: taxed },
      { id: 'OFTEN', who: often({ from: 2 }), measure: value(100), over: taxed },
    ],
  });
  const entered = (...days: string[]) => ({
    traveller: { crossings: days.map((day) => ({ at: `${day}T09:00:00+08:00`, direction: 'entry' })) },
  });
  test.each([
    ['never before', entered(), 'RARELY', 'free'],
    ['15 days before, today counted as the first', entered('2026-11-07'), 'RARELY', 'free'],
    ['14 days before', entered('2026-11-08'), 'OFTEN', 'duty 40.00'],
    ['this morning', entered('2026-11-22'), 'OFTEN', 'duty 40.00'],
  ])('%s: %s', (_, more, rule, answer) => {
    const decision = assessed(pack, [{ yuan: 500 }], more);
    expect([decision.limits.map((row) => row.rule), heard(decision)]).toEqual([[rule], answer]);
  });
});

describe('a pool across channels (shape 14)', () => {
  const whole = { kind: 'tax-item-whole', duty: 'TENTH' };
  const pack = aPack({
    rules: [
      { id: 'ABROAD', channels: ['abroad'], measure: value(5000), over: whole },
      { id: 'TOGETHER', channels: ['abroad', 'arrival-shop'], measure: value(8000), over: whole },
    ],
  });
  const from = (channel: string, yuan: number) => ({ channel, yuan });
  test.each([
    ['5,000 from abroad and 3,000 from the shop', [from('abroad', 5000), from('arrival-shop', 3000)], 'free'],
    ['6,000 from abroad', [from('abroad', 6000)], 'duty 600.00'],
    ['8,000 from the shop', [from('arrival-shop', 8000)], 'free'],
    ['a yuan more from the shop', [from('abroad', 5000), from('arrival-shop', 3000), from('arrival-shop', 1)], 'duty 0.10'],
    ['what the market sold', [from('market', 9000)], 'free'],
  ])('%s: %s', (_, lines, answer) => expect(heard(assessed(pack, lines))).toBe(answer));
});

describe('a pool of many people, first come first served, by a financial year (shape 15), of the duty forgone (shape 16)', () => {
  const pack = aPack({
    rules: [
      {
        id: 'REGION',
        holder: { kind: 'region', id: 'GB' },
        who: { classes: { include: ['resident-of-gb'] } },
        period: { kind: 'financial-year', startsMonth: 7 },
        measure: { kind: 'duty-forgone', currency: 'CNY', duty: 'TENTH', limitMinor: 400_00 },
        over: taxed,
        conditions: [{ kind: 'stays-in', region: 'GB' }],
      },
    ],
  });
  const resident = { traveller: { classes: ['resident-of-gb'] } };
  test.each([
    ['4,000 yuan forgo 400 of duty', 4000, 0, 'free'],
    ['4,001 are a tenth of a yuan over', 4001, 0, 'duty 0.10'],
    ['others have used 399 before', 10, 399, 'free'],
    ['others have used 399.50 before', 10, 399.5, 'duty 0.50'],
  ])('%s', (_, yuan, before, answer) => {
    const decision = assessed(pack, [{ yuan }], { ...resident, used: [{ rule: 'REGION', amount: before * 100 }] });
    expect(heard(decision)).toBe(answer);
    expect(decision.plan[0]?.holder).toBe('region:GB');
  });
  test('goods that must stay in the region say so (shape 25)', () =>
    expect(assessed(pack, [{ yuan: 1 }], resident).conditions).toMatchObject([{ kind: 'stays-in', region: 'GB' }]));
  test('binds nobody else', () => expect(assessed(pack, [{ yuan: 9000 }]).limits).toEqual([]));
});

describe('a limit by the length of the trip (shape 17)', () => {
  const pack = aPack({
    rules: [
      { id: 'SHORT', who: { daysAbroad: { under: 30 } }, measure: value(400), over: taxed },
      { id: 'MIDDLE', who: { daysAbroad: { from: 30, under: 61 } }, measure: value(800), over: taxed },
      { id: 'LONG', who: { daysAbroad: { from: 61 } }, measure: value(1200), over: taxed },
    ],
  });
  test.each([
    [29, 400],
    [30, 800],
    [60, 800],
    [61, 1200],
  ])('%i days abroad: %i', (daysAbroad, limit) => {
    const about = { traveller: { daysAbroad } };
    expect(heard(assessed(pack, [{ yuan: limit }], about))).toBe('free');
    expect(heard(assessed(pack, [{ yuan: limit + 1 }], about))).toBe('duty 0.10');
  });
});

test.each([
  ['2025-12-31', 360, 'free'],
  ['2025-12-31', 361, 'duty 0.10'],
  ['2026-01-01', 396, 'free'],
  ['2026-01-01', 397, 'duty 0.10'],
])('a limit in an indexed unit (shape 18): on %s %i yuan is %s', (day, yuan, answer) => {
  const pack = aPack({
    indices: [
      {
        id: 'MCI',
        currency: 'CNY',
        values: [
          { from: '2025-01-01', minor: 100 },
          { from: '2026-01-01', minor: 110 },
        ],
        sources: ['LAW'],
      },
    ],
    rules: [{ id: 'VAL', measure: { kind: 'value', currency: 'CNY', limitMinor: { index: 'MCI', times: 360 } }, over: taxed }],
  });
  expect(heard(assessed(pack, [{ yuan }], { at: `${day}T12:00:00+08:00` }))).toBe(answer);
});

describe('pooling (shape 24)', () => {
  const rule = { id: 'VAL', measure: value(1000), over: taxed };
  const couple = { traveller: { party: { kind: 'spouses', members: 2 } } };
  test('there is none unless the law says so', () =>
    expect(heard(assessed(aPack({ rules: [rule] }), [{ yuan: 1001 }], couple))).toBe('duty 0.10'));
  test.each([
    ['two have twice as much', couple, 2000, 'free'],
    ['and no more', couple, 2001, 'duty 0.10'],
    ['a family is no couple', { traveller: { party: { kind: 'family', members: 4 } } }, 1001, 'duty 0.10'],
    ['one alone has the allowance of one', {}, 1001, 'duty 0.10'],
  ])('of spouses: %s', (_, about, yuan, answer) => {
    const pack = aPack({ rules: [{ ...rule, holder: { kind: 'party', party: 'spouses', limit: 'each' } }] });
    expect(heard(assessed(pack, [{ yuan }], about))).toBe(answer);
  });
});

describe('age on the day', () => {
  const pack = aPack({
    rules: [
      {
        id: 'ALC',
        underAge: { age: 18, over: 'forbid' },
        goods: include('alcohol'),
        measure: { kind: 'volume', limitMl: 1000 },
        over: taxed,
      },
    ],
  });
  test.each([
    ['2008-11-22', '2026-11-22', 'free'],
    ['2008-11-23', '2026-11-22', 'forbidden'],
    ['2008-02-29', '2026-02-28', 'forbidden'],
    ['2008-02-29', '2026-03-01', 'free'],
  ])('born on %s, on %s: %s', (birthDate, day, answer) => {
    const about = { at: `${day}T12:00:00+08:00`, traveller: { age: undefined, birthDate } };
    expect(heard(assessed(pack, [{ category: 'spirits', volumeMl: 500 }], about))).toBe(answer);
  });
});
