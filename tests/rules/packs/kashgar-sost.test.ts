import { describe, expect, test } from 'vitest';
import { answerOf, assess, packNamed, type SomeCase } from '#tests/support/packs.ts';

const pack = packNamed('kashgar-sost');
const firm = { traveller: { classes: ['gb-firm'] }, documents: ['gb-authorisation'] };
const toGilgit = (value: string, more: SomeCase = firm, at = '2026-11-22T12:00:00+05:00') =>
  assess(pack, { exitSide: 'PK', at, currency: 'PKR' }, [{ category: 'clothing', value }], more);
/** Of the 4,000,000,000 rupees of tax, all but these are used up by others. */
const allBut = (rupees: number) => ({ ...firm, used: [{ rule: 'PK-GB-SOST', amount: 400_000_000_000 - rupees * 100 }] });

describe('goods of a firm of Gilgit-Baltistan by Sost', () => {
  test.each([
    ['customs duty is always paid: 1,000,000 x 20 % = 200,000', allBut(180_000), 200_000_00],
    ['80,000 of 180,000 tax no longer fit the pool: 200,000 + 80,000', allBut(100_000), 280_000_00],
    ['when it is used up everything is due: 200,000 + 180,000', allBut(0), 380_000_00],
    ['as for anybody else', {}, 380_000_00],
    ['as while the Collector has suspended it', { ...firm, settings: { 'gb-suspended': true } }, 380_000_00],
  ])('%s', (_, more, duty) => expect(answerOf(toGilgit('1000000.00', more))).toEqual(['duty', duty]));

  test('use the tax forgone of a pool that the region shares, and stay there', () => {
    const decision = toGilgit('1000000.00');
    expect(decision.plan.find(({ rule }) => rule === 'PK-GB-SOST')).toMatchObject({
      account: 'PK-GB-SOST|FY2026',
      holder: 'region:gilgit-baltistan',
      unit: 'PKR',
      amount: 180_000_00,
    });
    expect(decision.conditions).toMatchObject([{ kind: 'stays-in', region: 'gilgit-baltistan' }]);
  });

  test.each([
    ['2026-06-30T18:59:59.999Z', 'FY2025'],
    ['2026-06-30T19:00:00.000Z', 'FY2026'],
  ])('at %s belong to %s, which begins in July', (at, year) =>
    expect(toGilgit('1.00', firm, at).limits.find(({ rule }) => rule === 'PK-GB-SOST')?.period).toBe(year),
  );

  test('need the authorisation of the consignment', () => {
    const decision = toGilgit('1000000.00', { traveller: firm.traveller });
    expect([decision.outcome, decision.needs[0]?.document]).toEqual(['needs-document', 'gb-authorisation']);
  });

  test('had no exemption before the end of December 2025', () =>
    expect(toGilgit('1000000.00', firm, '2025-12-25T12:00:00+05:00').limits).toEqual([]));
});

describe('a border pass', () => {
  const holder = { traveller: { classes: ['border-pass'] } };
  test.each([
    ['2026-03-31T12:00:00+05:00', 'forbidden'],
    ['2026-04-01T12:00:00+05:00', 'needs-document'],
    ['2026-11-30T12:00:00+05:00', 'needs-document'],
    ['2026-12-01T12:00:00+05:00', 'forbidden'],
  ])('at %s: %s', (at, outcome) => expect(toGilgit('100.00', holder, at).outcome).toBe(outcome));

  test('is good all year by the other answer', () =>
    expect(toGilgit('100.00', { ...holder, settings: { 'gb-season': 'all-year' } }, '2026-12-01T12:00:00+05:00').outcome).toBe(
      'needs-document',
    ));
});
