import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingOf, type Turnover } from '#lib/sale/commission.ts';

const sold = (custody: 'stall' | 'market', minor: number, permille = 80): Turnover => ({
  custody,
  currency: 'CNY',
  minor,
  permille,
});

describe('T21: a vendor who takes the cash, and whom the platform credits all the same', () => {
  test('T21: commission is owed on every sale, and collected from who holds the money', () => {
    expect(standingOf([sold('stall', 100_00)], [])).toMatchObject([
      { commission: 8_00, heldByVendor: 100_00, owedToVendor: -8_00 },
    ]);
    expect(standingOf([sold('market', 100_00)], [])).toMatchObject([
      { commission: 8_00, heldByMarket: 100_00, owedToVendor: 92_00 },
    ]);
    expect(standingOf([sold('stall', 100_00), sold('market', 100_00)], [])).toMatchObject([
      { commission: 16_00, owedToVendor: 84_00 },
    ]);
  });

  test('T21: what is given back lessens the commission, and what the vendor brings to the bank is theirs', () => {
    expect(standingOf([sold('stall', 100_00), sold('stall', -100_00)], [])).toMatchObject([{ commission: 0, owedToVendor: 0 }]);
    const brought = [{ currency: 'CNY', minor: 8_00 }];
    expect(standingOf([sold('stall', 100_00)], brought)).toMatchObject([{ broughtIn: 8_00, owedToVendor: 0 }]);
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
            [],
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
