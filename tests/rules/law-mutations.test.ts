import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPack } from '#lib/law/check-pack.ts';
import { decide } from '#lib/law/decide.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { aLine, cigarettes, cigars, EUR_CNY, EUR_KZT, khorgosJson, spirits, tobacco } from '#tests/support/khorgos.ts';
import { taughtPacks } from '#tests/support/taught-packs.ts';

const RUNS = process.env.SERAI_FULL ? 10_000 : 300;

/** The law of the demo market, and the pack of the documentation that has nearly every kind in it. */
const packs: readonly (readonly [string, unknown])[] = [
  ['khorgos', khorgosJson],
  ['large', taughtPacks.find(({ title }) => title === 'large')?.json],
];

type Node = { readonly holder: Record<string, unknown> | unknown[]; readonly key: string | number };

/** Every place of a document that can be changed. */
function placesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const holder = value as Node['holder'];
  return entries.flatMap(([key, each]) => [{ holder, key }, ...placesOf(each)]);
}

const anything = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    'X',
    '0',
    [],
    {},
    -1,
    0,
    1,
    2.5,
    1e15,
    'all',
    'visit',
    'CN',
    'KZ-LAND-VAL',
    'NEVER',
    'HEAVY',
  ),
  fc.constantFrom<unknown>('item', 'day', 'month', 'rolling', 'one-of', 'each-of', 'fractional', 'tax-all', 'forbid', 'cargo'),
  fc.jsonValue({ maxDepth: 2 }),
);
const mutation = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('put', 'remove', 'double', 'swap'),
  value: anything,
  with: fc.nat(),
});

function mutate(
  document: unknown,
  { at, how, value, with: other }: { at: number; how: string; value: unknown; with: number },
): void {
  const places = placesOf(document);
  const place = places[at % places.length];
  const second = places[other % places.length];
  if (place === undefined || second === undefined) return;
  const { holder, key } = place as { holder: Record<string | number, unknown>; key: string | number };
  if (how === 'remove') Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key];
  else if (how === 'double' && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
  else if (how === 'swap') holder[key] = structuredClone((second.holder as Record<string | number, unknown>)[second.key]);
  else holder[key] = value;
}

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
  test.each(packs)('is refused with its faults, or can be decided by: %s', (_, original) => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const document: unknown = structuredClone(original);
        for (const each of mutations) mutate(document, each);
        const checked = checkPack(document);
        if ('faults' in checked) {
          expect(checked.faults.length).toBeGreaterThan(0);
          for (const { pointer, fault } of checked.faults) expect(`${typeof pointer} ${fault}`).toMatch(/^string ./);
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
