import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommissionRule, permilleOf, standingOf, type Turnover } from '#lib/sale/commission.ts';

const sold = (custody: 'stall' | 'market', minor: number, permille = 80): Turnover => ({
  custody,
  currency: 'CNY',
  minor,
  permille,
});

describe('T21: a vendor who takes the cash, and whom the platform credits all the same', () => {
  test('T21: commission is owed on every sale, and collected from who holds the money', () => {
    expect(standingOf([sold('stall', 100_00)], { broughtIn: [] })).toMatchObject([
      { commission: 8_00, heldByVendor: 100_00, owedToVendor: -8_00 },
    ]);
    expect(standingOf([sold('market', 100_00)], { broughtIn: [] })).toMatchObject([
      { commission: 8_00, heldByMarket: 100_00, owedToVendor: 92_00 },
    ]);
    expect(standingOf([sold('stall', 100_00), sold('market', 100_00)], { broughtIn: [] })).toMatchObject([
      { commission: 16_00, owedToVendor: 84_00 },
    ]);
  });

  test('T21: what is given back lessens the commission, and what the vendor brings to the bank is theirs', () => {
    expect(standingOf([sold('stall', 100_00), sold('stall', -100_00)], { broughtIn: [] })).toMatchObject([
      { commission: 0, owedToVendor: 0 },
    ]);
    const brought = [{ currency: 'CNY', minor: 8_00 }];
    expect(standingOf([sold('stall', 100_00)], { broughtIn: brought })).toMatchObject([{ broughtIn: 8_00, owedToVendor: 0 }]);
  });

  test('T21: who holds the money moves what is owed by exactly that money, never the commission', () => {
    const turnover = fc.array(
      fc.record({ minor: fc.integer({ min: 1, max: 1e9 }), permille: fc.integer({ min: 0, max: 1000 }) }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(turnover, (sales) => {
        const of = (custody: 'stall' | 'market') =>
          standingOf(
            sales.map(({ minor, permille }) => sold(custody, minor, permille)),
            { broughtIn: [] },
          )[0];
        const [vendor, market] = [of('stall'), of('market')];
        expect(vendor?.commission).toBe(market?.commission);
        const all = sales.reduce((sum, { minor }) => sum + minor, 0);
        expect((market?.owedToVendor ?? 0) - (vendor?.owedToVendor ?? 0)).toBe(all);
        // The control: a platform that credits whoever sold owes the vendor money that it never had.
        const credited = all - (vendor?.commission ?? 0);
        if (credited > 0) expect(vendor?.owedToVendor).not.toBe(credited);
      }),
    );
  });
});

describe('The rate of goods', () => {
  const rule = (isOwn: boolean, category: string | null, permille: number): CommissionRule => ({
    isOwn,
    category,
    permille,
    setAt: '2026-11-01T00:00:00.000Z',
  });
  const TEA = ['tea', 'food'];
  const everybody = [rule(false, null, 80), rule(false, 'food', 60)];

  test.each([
    ['nothing that was ever said', [], 0],
    ['what holds for all goods', [rule(false, null, 80)], 80],
    ['the kind above it before all goods', everybody, 60],
    ['the kind itself before the one above', [...everybody, rule(false, 'tea', 40)], 40],
    ['another kind: not it', [rule(false, null, 80), rule(false, 'phones', 10)], 80],
    ['the vendor’s own of all goods before everybody’s of the kind', [...everybody, rule(true, null, 100)], 100],
    ['the vendor’s own of the kind before its own of all', [...everybody, rule(true, null, 100), rule(true, 'food', 20)], 20],
    ['of two alike the later', [rule(true, 'tea', 20), rule(true, 'tea', 30)], 30],
  ])('is %s', (_, rules, permille) => expect(permilleOf(rules, TEA)).toBe(permille));
});

describe('The bounds of a month', () => {
  const bounds = [{ currency: 'CNY', floorMinor: 5_00, capMinor: 50_00 }];
  const commissionOf = (minor: number) => standingOf([sold('market', minor)], { broughtIn: [], bounds })[0]?.commission;

  test.each([
    [62_49, 5_00],
    [62_50, 5_00],
    [62_60, 5_01],
    [624_99, 50_00],
    [625_00, 50_00],
    [10_000_00, 50_00],
    [-100_00, 5_00],
  ])('of %i sold make the commission %i', (minor, commission) => expect(commissionOf(minor)).toBe(commission));

  test('a floor is owed without a sale, a cap is not, and neither is in another currency', () => {
    const cap = { currency: 'KZT', floorMinor: null, capMinor: 1 };
    expect(standingOf([], { broughtIn: [], bounds: [...bounds, cap] })).toMatchObject([
      { currency: 'CNY', byRates: 0, commission: 5_00, owedToVendor: -5_00 },
    ]);
  });

  test('never move a month that has none, and never what the money of others comes to', () => {
    const turnover = fc.array(
      fc.record({ minor: fc.integer({ min: -1e9, max: 1e9 }), permille: fc.integer({ min: 0, max: 1000 }) }),
    );
    const limits = fc.tuple(fc.nat(1e8), fc.nat(1e8));
    fc.assert(
      fc.property(turnover, limits, (sales, [floorMinor, above]) => {
        const rows = sales.map(({ minor, permille }) => sold('market', minor, permille));
        const [plain] = standingOf(rows, { broughtIn: [] });
        const bound = { currency: 'CNY', floorMinor, capMinor: floorMinor + above };
        const [kept] = standingOf(rows, { broughtIn: [], bounds: [bound] });
        if (plain === undefined || kept === undefined) return;
        expect(plain.commission).toBe(plain.byRates);
        expect(kept.byRates).toBe(plain.byRates);
        expect(kept.commission).toBeGreaterThanOrEqual(bound.floorMinor);
        expect(kept.commission).toBeLessThanOrEqual(bound.capMinor);
        expect(kept.owedToVendor + kept.commission).toBe(plain.owedToVendor + plain.commission);
      }),
    );
  });

  test('what was paid out is owed no more', () => {
    const paidOut = [{ currency: 'CNY', minor: 90_00 }];
    expect(standingOf([sold('market', 100_00)], { broughtIn: [], paidOut })).toMatchObject([
      { paidOut: 90_00, owedToVendor: 2_00 },
    ]);
  });
});
