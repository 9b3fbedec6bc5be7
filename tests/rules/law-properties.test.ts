import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '#lib/law/decide.ts';
import type { Decision, FactLine, Facts } from '#lib/law/decision.ts';
import { decisionSchema } from '#lib/law/decision-schema.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { LAW_REASONS } from '#lib/law/reasons.ts';
import { sideOf } from '#lib/law/rules-in-force.ts';
import { dutyOf, facts, khorgos } from '#tests/support/khorgos.ts';
import { packNamed } from '#tests/support/packs.ts';
import { taughtPack } from '#tests/support/taught-packs.ts';

const RUNS = process.env.SERAI_FULL ? 10_000 : 150;

type Law = {
  readonly pack: LawPack;
  readonly side: string;
  readonly settings?: Facts['settings'];
};

/** Laws of every shape: sides of Khorgos as they are and with open questions answered otherwise, the packs of the documentation, other markets. */
const LAWS: readonly (readonly [string, Law])[] = [
  ['to China', { pack: khorgos, side: 'CN' }],
  ['to Kazakhstan', { pack: khorgos, side: 'KZ' }],
  ['to China, taxing the part above', { pack: khorgos, side: 'CN', settings: { 'cn-quantity-excess': 'part-above' } }],
  [
    'to Kazakhstan, by started kilograms and mixed tobacco',
    {
      pack: khorgos,
      side: 'KZ',
      settings: { 'kz-part-kilogram': 'started-kilogram', 'kz-tobacco-mix': 'weight', 'kz-order-250-counts': 'cargo' },
    },
  ],
  ['of the middling pack', { pack: taughtPack('middling'), side: 'WEST' }],
  ['of the large pack', { pack: taughtPack('large'), side: 'ISLE' }],
  ['off Hainan', { pack: packNamed('hainan'), side: 'OFF' }],
  ['into Switzerland', { pack: packNamed('switzerland'), side: 'CH' }],
  ['by post to China', { pack: packNamed('china-channels'), side: 'POST' }],
];

const RATES = ['CNY', 'KZT', 'CHF', 'USD'].map((quote, index) => ({
  base: 'EUR',
  quote,
  scaled: [8_000_000, 600_000_000, 950_000, 1_100_000][index] ?? 0,
  date: '2026-01-01',
  source: 'test',
}));

const lineOf = ({ categories }: LawPack): fc.Arbitrary<FactLine> =>
  fc.record({
    id: fc.uuid(),
    category: fc.constantFrom(...categories.map(({ id }) => id), 'unheard-of'),
    hs: fc.constantFrom('99', '9009', '240210'),
    units: fc.integer({ min: 1, max: 4 }),
    valueMinor: fc.integer({ min: 0, max: 4_000_00 }),
    currency: fc.constantFrom('CNY', 'EUR', 'KZT'),
    weightG: fc.nat(40_000),
    volumeMl: fc.nat(2_000),
    strengthPermille: fc.constantFrom(0, 5, 45, 120, 121, 400),
    pieces: fc.nat(120),
    fate: fc.constantFrom<FactLine['fate']>('carried', 'carried', 'carried', 'baggage-carrier', 'posted', 'returned'),
    sale: fc.constantFrom('one', 'two'),
    status: fc.constantFrom('bonded', 'duty-paid'),
    channel: fc.constantFrom('market', 'abroad'),
  });

const crossing = fc.record({
  age: fc.constantFrom(17, 18, 40),
  used: fc.constantFrom<Record<string, number>>(
    {},
    { 'CN-ICBC-VAL|2026-11-22': 3_000_00, 'VALUE|2026-11-22': 100_00, 'YEAR|2026': 5_000_000 },
    { 'KZ-MCPS-FREQ|2026-11': 1, 'EXITS|2026-11': 2 },
    { 'CN-ICBC-VAL|2026-11-22': 9_999_99, 'VALUE|2026-11-22': 999_99 },
  ),
});
type At = { readonly age: number; readonly used: Record<string, number> };

describe.each(LAWS)('a decision %s', (_, { pack, side, settings = {} }) => {
  const line = lineOf(pack);
  const another = line.map((each) => ({ ...each, id: 'another' }));
  const lines = fc.uniqueArray(line, { maxLength: 7, selector: ({ id }) => id });
  const factsOf = (goods: readonly FactLine[], { age, used }: At): Facts => {
    return { ...facts({ exitSide: side, lines: goods, age, used, settings }), rates: RATES };
  };
  // Where rules on items and rules on totals tax side by side, more goods may bring an item from the one under the other.
  const taxing = pack.rules.filter((rule) => rule.side === side && 'duty' in rule.over);
  const items = new Set(taxing.flatMap(({ id, over }) => (over.kind === 'tax-item-whole' ? id : [])));
  const isMixed = items.size > 0 && (items.size < taxing.length || Object.keys(settings).length > 0);
  const regimeOf = ({ excess }: Decision): string =>
    JSON.stringify(excess.flatMap(({ rule, amount }) => (items.has(rule) ? [rule, amount] : [])));
  const decided = (goods: readonly FactLine[], at: At): Decision => decide(pack, factsOf(goods, at));
  const holds = <T extends [unknown, ...unknown[]]>(
    ...args: [...{ [K in keyof T]: fc.Arbitrary<T[K]> }, (...values: T) => void]
  ) => fc.assert((fc.property as unknown as (...given: typeof args) => fc.IProperty<T>)(...args), { numRuns: RUNS });

  test('never owes less for more goods, and never lifts a refusal', () =>
    holds(lines, another, crossing, (goods: FactLine[], more: FactLine, at: At) => {
      const less = decided(goods, at);
      const both = decided([...goods, more], at);
      if (!isMixed || regimeOf(less) === regimeOf(both)) expect(dutyOf(both)).toBeGreaterThanOrEqual(dutyOf(less));
      if (less.outcome === 'forbidden') expect(both.outcome).toBe('forbidden');
    }));

  test('never plans over a limit', () =>
    holds(lines, crossing, (goods: FactLine[], at: At) => {
      for (const { account, limit, amount } of decided(goods, at).plan) {
        expect(amount).toBeGreaterThan(0);
        expect(amount + (at.used[account] ?? 0)).toBeLessThanOrEqual(limit);
      }
    }));

  test('adds up, and has the shape that is published', () =>
    holds(lines, crossing, (goods: FactLine[], at: At) => {
      const decision = decided(goods, at);
      expect(decisionSchema.safeParse(decision).error?.issues).toBeUndefined();
      expect(decision.dutySteps.reduce((sum, { minor }) => sum + minor, 0)).toBe(dutyOf(decision));
      for (const { reason } of decision.reasons) expect(LAW_REASONS).toContain(reason);
      for (const row of decision.limits) {
        const planned = decision.plan.find(({ account }) => account === row.account)?.amount ?? 0;
        const isItem = row.period === 'item';
        if (row.unit !== 'ppm' && !isItem) expect(row.visit).toBe(planned + row.over);
        if (!isItem) expect(row.left).toBe(Math.max(0, row.limit - row.used - planned));
        for (const amount of [row.limit, row.used, row.visit, row.left, row.over])
          expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
      }
    }));

  test('of the same facts has the same bytes, from its record too', () =>
    holds(lines, crossing, (goods: FactLine[], at: At) => {
      const given = factsOf(goods, at);
      expect(JSON.stringify(decide(pack, JSON.parse(JSON.stringify(given))))).toBe(JSON.stringify(decide(pack, given)));
    }));

  test('with a refunded line gone is as if it had never been sold', () =>
    holds(lines, another, crossing, (goods: FactLine[], refunded: FactLine, at: At) => {
      const { limits, plan, excess, dutySteps, outcome } = decided(goods, at);
      const after = decided([...goods, { ...refunded, fate: 'returned' }], at);
      expect({ ...after, rates: [] }).toMatchObject({ limits, plan, excess, dutySteps, outcome });
    }));

  test('does not depend on the order of the goods', () =>
    holds(lines, crossing, (goods: FactLine[], at: At) => {
      const [one, other] = [decided(goods, at), decided(goods.toReversed(), at)];
      expect([other.outcome, other.duty]).toEqual([one.outcome, one.duty]);
    }));

  test('is the same when a line is split', () =>
    holds(lines, another, crossing, (goods: FactLine[], whole: FactLine, at: At) => {
      const even = {
        ...whole,
        units: 2,
        valueMinor: whole.valueMinor * 2,
        weightG: whole.weightG * 2,
        volumeMl: whole.volumeMl * 2,
        pieces: whole.pieces * 2,
      };
      const { id: _id, ...half } = { ...whole, units: 1 };
      const together = decided([...goods, even], at);
      const apart = decided([...goods, { ...half, id: 'half-1' }, { ...half, id: 'half-2' }], at);
      // Each line is converted, and valued from a list, by itself: that may come to a minor unit more or less.
      const isWorthed = whole.currency !== sideOf(pack, side).dutyCurrency || pack.deemedValues.length > 0;
      expect(Math.abs(dutyOf(apart) - dutyOf(together))).toBeLessThanOrEqual(isWorthed ? 1 : 0);
      expect(apart.outcome).toBe(together.outcome);
      const amountIn = ({ plan }: Decision, account: string) => plan.find((each) => each.account === account)?.amount ?? 0;
      for (const { account } of [...together.plan, ...apart.plan])
        expect(Math.abs(amountIn(apart, account) - amountIn(together, account))).toBeLessThanOrEqual(isWorthed ? 1 : 0);
    }));
});

// Found by 10,000 runs of the property above (seed -2075433562), rare enough that 150 do not meet it.
test('a line of which one item is taxed already weighs by what is left of it where one of two parts is free', () => {
  const alike = { hs: '99', units: 1, currency: 'CNY', weightG: 0, volumeMl: 0, strengthPermille: 0, pieces: 0 };
  const beside = { fate: 'carried', sale: 'one', status: 'bonded', channel: 'market' } as const;
  const goods: FactLine[] = [
    { ...alike, ...beside, id: 'a', category: 'heated-tobacco', valueMinor: 697_34 },
    { ...alike, ...beside, id: 'b', category: 'textiles', valueMinor: 1_938_55 },
  ];
  const cigars = { ...alike, ...beside, category: 'food', hs: '240210', valueMinor: 2_682_06, pieces: 1 };
  const settings = { 'cn-quantity-excess': 'part-above' };
  const planOf = (lines: readonly FactLine[]) =>
    decide(khorgos, { ...facts({ exitSide: 'CN', lines, age: 40, used: {}, settings }), rates: RATES }).plan;
  const whole = { ...cigars, id: 'c', units: 2, valueMinor: 5_364_12, pieces: 2 };
  expect(planOf([...goods, { ...cigars, id: 'c1' }, { ...cigars, id: 'c2' }])).toEqual(planOf([...goods, whole]));
});

// Found likewise (seed 1043496084): goods that two rules tax, of which the first takes half an item too few or too many.
test('what is left of goods that another rule has taxed in part is the same however they are parted into lines', () => {
  const pack = packNamed('switzerland');
  const cigars = { category: 'alcohol', hs: '240210', units: 1, valueMinor: 0, currency: 'CNY', weightG: 0, volumeMl: 2000 };
  const beside = { fate: 'carried', sale: 'one', status: 'bonded', channel: 'market' } as const;
  const goods = { ...cigars, ...beside, strengthPermille: 400, pieces: 9 };
  const tobaccoOf = (lines: readonly FactLine[]) =>
    decide(pack, { ...facts({ exitSide: 'CH', lines, age: 17, used: {} }), rates: RATES }).limits.find(
      ({ rule }) => rule === 'CH-TOB',
    )?.visit;
  const whole = { ...goods, id: 'c', units: 2, volumeMl: 4000, pieces: 18 };
  const apart = tobaccoOf([
    { ...goods, id: 'c1' },
    { ...goods, id: 'c2' },
  ]);
  expect([apart, tobaccoOf([whole])]).toEqual([16_000, 16_000]);
});
