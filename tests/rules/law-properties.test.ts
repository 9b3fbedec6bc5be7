import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '#lib/law/decide.ts';
import type { FactLine } from '#lib/law/decision.ts';
import { LAW_REASONS } from '#lib/law/reasons.ts';
import { dutyOf, facts, khorgos } from '#tests/support/khorgos.ts';

const CATEGORIES = ['silk', 'honey', 'spirits', 'beer', 'cigarettes', 'cigars', 'tobacco-loose', 'phones', 'unheard-of'];

const line: fc.Arbitrary<FactLine> = fc.record({
  id: fc.uuid(),
  category: fc.constantFrom(...CATEGORIES),
  hs: fc.constant('99'),
  units: fc.integer({ min: 1, max: 4 }),
  valueMinor: fc.integer({ min: 0, max: 4_000_00 }),
  currency: fc.constantFrom('CNY', 'EUR', 'KZT'),
  weightG: fc.nat(9_000),
  volumeMl: fc.nat(2_000),
  strengthPermille: fc.constantFrom(0, 5, 45, 120, 121, 400),
  pieces: fc.nat(120),
  fate: fc.constantFrom('carried', 'carried', 'carried', 'baggage-carrier', 'consumed-inside', 'returned'),
});
const lines = fc.uniqueArray(line, { maxLength: 7, selector: ({ id }) => id });
const crossing = fc.record({
  exitSide: fc.constantFrom('CN', 'KZ'),
  age: fc.constantFrom(17, 18, 40),
  used: fc.constantFrom(
    {},
    { 'CN-ICBC-VAL|2026-11-22': 3_000_00 },
    { 'KZ-MCPS-FREQ|2026-11': 1 },
    { 'CN-ICBC-VAL|2026-11-22': 9_999_99 },
  ),
});
const decided = (goods: readonly FactLine[], at: { exitSide: string; age: number; used: Record<string, number> }) =>
  decide(khorgos, facts({ lines: goods, ...at }));

describe('a decision', () => {
  test('never owes less for more goods, and never lifts a refusal', () => {
    fc.assert(
      fc.property(lines, line, crossing, (goods, more, at) => {
        const less = decided(goods, at);
        const both = decided([...goods, more], at);
        expect(dutyOf(both)).toBeGreaterThanOrEqual(dutyOf(less));
        if (less.outcome === 'forbidden') expect(both.outcome).toBe('forbidden');
      }),
      { numRuns: 300 },
    );
  });

  test('never plans over a limit', () => {
    fc.assert(
      fc.property(lines, crossing, (goods, at) => {
        for (const { account, limit, amount } of decided(goods, at).plan) {
          expect(amount).toBeGreaterThan(0);
          expect(amount + ((at.used as Record<string, number>)[account] ?? 0)).toBeLessThanOrEqual(limit);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('adds up: limits, plan, excess and duty steps', () => {
    fc.assert(
      fc.property(lines, crossing, (goods, at) => {
        const decision = decided(goods, at);
        expect(decision.dutySteps.reduce((sum, { minor }) => sum + minor, 0)).toBe(dutyOf(decision));
        for (const row of decision.limits) {
          const planned = decision.plan.find(({ account }) => account === row.account)?.amount ?? 0;
          if (row.unit !== 'ppm') expect(row.visit).toBe(planned + row.over);
          expect(row.left).toBe(Math.max(0, row.limit - row.used - planned));
          for (const amount of [row.limit, row.used, row.visit, row.left, row.over])
            expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
        }
        expect(decision.reasons.length).toBeGreaterThan(0);
        for (const { reason } of decision.reasons) expect(LAW_REASONS).toContain(reason);
        if (decision.outcome === 'forbidden') expect(decision.forbidden.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test('of the same facts has the same bytes', () => {
    fc.assert(
      fc.property(lines, crossing, (goods, at) => {
        expect(JSON.stringify(decided(structuredClone(goods), structuredClone(at)))).toBe(JSON.stringify(decided(goods, at)));
      }),
      { numRuns: 100 },
    );
  });

  test('with a refunded line gone is as if it had never been sold', () => {
    fc.assert(
      fc.property(lines, line, crossing, (goods, refunded, at) => {
        const { limits, plan, excess, dutySteps, outcome } = decided(goods, at);
        const after = decided([...goods, { ...refunded, fate: 'returned' }], at);
        expect({ ...after, rates: [] }).toMatchObject({ limits, plan, excess, dutySteps, outcome });
      }),
      { numRuns: 100 },
    );
  });

  test('does not depend on the order of the goods', () => {
    fc.assert(
      fc.property(lines, crossing, (goods, at) => {
        const one = decided(goods, at);
        const other = decided(goods.toReversed(), at);
        expect([other.outcome, other.duty]).toEqual([one.outcome, one.duty]);
      }),
      { numRuns: 100 },
    );
  });
});
