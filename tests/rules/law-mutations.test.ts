import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPack } from '#lib/law/check-pack.ts';
import { decide } from '#lib/law/decide.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { aLine, cigarettes, cigars, EUR_CNY, EUR_KZT, spirits, tobacco } from '#tests/support/khorgos.ts';
import { mutationsOfPacks, originalPacks } from '#tests/support/mutated-packs.ts';

const RUNS = process.env.SERAI_FULL ? 10_000 : 300;

const lines = [
  aLine({ valueMinor: 900_000, weightG: 30_000 }),
  aLine({ units: 3, valueMinor: 100_001, currency: 'EUR', weightG: 10 }),
  spirits(5_500, { units: 7, valueMinor: 70_000 }),
  cigarettes(600, { valueMinor: 30_000 }),
  cigars(30, { valueMinor: 30_000 }),
  tobacco(600, { valueMinor: 3_000 }),
];

const oneOfEach = ({ categories }: LawPack) =>
  categories.slice(0, 12).map(({ id }, index) =>
    aLine({
      category: id,
      units: 1 + (index % 3),
      valueMinor: 33_333 * (index + 1),
      weightG: 12_345 * index,
      volumeMl: 700 * index,
      strengthPermille: 50 * index,
      pieces: 7 * index,
      sale: `sale-${index % 2}`,
      ...(index % 3 === 0 ? { status: 'bonded' } : {}),
      ...(index % 3 === 1 ? { status: 'duty-paid' } : {}),
      ...(index % 2 === 0 ? { channel: 'abroad' } : {}),
    }),
  );

/** Every side, some people and days: whatever is accepted must be decided. */
function decideEverywhere(pack: LawPack): void {
  for (const { code } of pack.sides)
    for (const [age, at] of [
      [17, '2026-11-22T03:00:00.000Z'],
      [40, '2014-02-28T23:00:00.000Z'],
    ] as const) {
      const decision = decide(pack, {
        exitSide: code,
        entrySide: code,
        at,
        traveller: {
          nationality: 'PAK',
          residence: 'PAK',
          age,
          classes: ['visitor', 'resident-firm'],
          crossings: [{ at, direction: 'entry' }],
        },
        lines: [...lines, ...oneOfEach(pack)],
        used: {},
        rates: [EUR_CNY, EUR_KZT].map((rate) => ({ ...rate, date: '2010-01-01' })),
        settings: {},
      });
      for (const { minor } of decision.dutySteps) if (!Number.isSafeInteger(minor) || minor < 0) throw new Error(`duty ${minor}`);
      for (const { amount, limit } of decision.plan)
        if (!Number.isSafeInteger(amount) || amount < 0 || amount > limit) throw new Error(`plan ${amount} of ${limit}`);
    }
}

describe('a mutated pack', () => {
  test.each(originalPacks)('is refused with its faults, or can be decided by: %s', (_, original) => {
    let accepted = 0;
    fc.assert(
      fc.property(mutationsOfPacks(original), (document) => {
        const checked = checkPack(document);
        if ('faults' in checked) {
          expect(checked.faults.length).toBeGreaterThan(0);
          for (const { pointer } of checked.faults) expect(pointer).toMatch(/^(\/|$)/);
          return;
        }
        accepted += 1;
        decideEverywhere(checked.pack);
      }),
      { numRuns: RUNS },
    );
    expect(accepted).toBeGreaterThan(RUNS / 50);
  });
});
