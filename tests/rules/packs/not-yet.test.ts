import { describe, expect, test } from 'vitest';
import type { Rule } from '#lib/law/pack.ts';
import { packOf } from '#tests/support/khorgos.ts';
import { answerOf, assess, documentOf, packNamed, type SomeCase } from '#tests/support/packs.ts';

// What the law says and the engine does not, each as it should be. A test here that begins to pass says so by failing.

type Lines = Parameters<typeof assess>[2];
const khorgos = packNamed('khorgos');
const hainan = packNamed('hainan');
const NOON = '2026-11-22T12:00:00+08:00';
const toKazakhstan = (lines: Lines, more?: SomeCase, at = NOON) =>
  assess(khorgos, { exitSide: 'KZ', at, currency: 'EUR' }, lines, more);
const toChina = (lines: Lines, more?: SomeCase) => assess(khorgos, { exitSide: 'CN', at: NOON, currency: 'CNY' }, lines, more);
const offTheIsland = (pack: typeof hainan, lines: Lines, more?: SomeCase, at = NOON) =>
  assess(pack, { exitSide: 'OFF', at, currency: 'CNY' }, lines, more);

/** The pack with one of its rules changed. */
function hainanWith(id: string, change: Partial<Rule>) {
  const document = documentOf('hainan') as { rules: Rule[] };
  return packOf({ ...document, rules: document.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)) });
}

describe('an open question that cannot be answered the other way', () => {
  // Rounding belongs to the whole duty of a table, which here is asked for value too.
  test.fails('a started kilogram cannot be a whole one: 25.001 kg owe 4 EUR', () =>
    expect(
      answerOf(toKazakhstan([{ category: 'silk', weightG: 25_001 }], { settings: { 'kz-part-kilogram': 'started-kilogram' } })),
    ).toEqual(['duty', 4_00]));

  // 150 cigarettes and 30 cigars are 1.35 of the shares, but 250 g together; 50 cigars alone may weigh more.
  test.fails('kinds of tobacco cannot be limited by their weight only when they are mixed', () => {
    const lines = [
      { category: 'cigarettes', units: 8, pieces: 150, weightG: 110 },
      { category: 'cigars', units: 30, pieces: 30, weightG: 140 },
    ];
    expect(toKazakhstan(lines, { settings: { 'kz-tobacco-mix': 'weight' } }).outcome).toBe('free');
  });

  // unitValue is for one item, not for a millilitre or gram of it.
  test.fails('a perfume of 10 CNY a millilitre cannot be told from a cheaper one: 300 x 50 % = 150 CNY', () =>
    expect(
      answerOf(
        toChina([{ category: 'perfume', volumeMl: 30, value: '300.00' }], {
          settings: { 'cn-luxury-threshold': 'watches-and-cosmetics' },
          used: [{ rule: 'CN-ICBC-VAL', amount: 8_000_00 }],
        }),
      ),
    ).toEqual(['duty', 150_00]));

  // A count adds up all furs; the law asks for one of each kind, size and style.
  test.fails('a second fur of the same style cannot be cargo while one of another is not', () => {
    const settings = { 'kz-order-250-counts': 'cargo' };
    const furs = (units: number) => ({ category: 'clothing', hs: '430310', units });
    expect(toKazakhstan([furs(1), furs(1)], { settings }).outcome).toBe('free');
    expect(toKazakhstan([furs(2)], { settings }).outcome).toBe('forbidden');
  });

  // A rule that taxes the excess and one that taxes items whole do not know of each other: the bottle would be taxed twice.
  test.fails('a bottle cannot be taxed by its part above the limit, and only once beside the value limit', () => {
    const settings = { 'cn-quantity-excess': 'part-above' };
    const bottle = [{ category: 'spirits', strengthPermille: 400, volumeMl: 2_000, value: '400.00' }];
    expect(answerOf(toChina(bottle, { settings }))[1]).toBe(50_00);
    expect(answerOf(toChina(bottle, { settings, used: [{ rule: 'CN-ICBC-VAL', amount: 8_000_00 }] }))[1]).toBe(200_00);
  });

  // Settings change rules and duty tables; the day of the rate belongs to the side.
  test.fails('a setting cannot change the day of the rate: 5,000 CNY are 625 EUR on the first, 125 x 30 % = 37.50 EUR', () => {
    const rates = [
      { base: 'EUR', quote: 'CNY', rate: '8', date: '2026-11-01', source: 'test' },
      { base: 'EUR', quote: 'CNY', rate: '10', date: '2026-11-22', source: 'test' },
    ];
    const more = { rates, settings: { 'kz-rate-date': 'first-of-month' } };
    const decision = assess(
      khorgos,
      { exitSide: 'KZ', at: NOON, currency: 'CNY' },
      [{ category: 'silk', value: '5000.00' }],
      more,
    );
    expect(answerOf(decision)).toEqual(['duty', 37_50]);
  });
});

describe('an answer that is wrong', () => {
  // 31 lipsticks when the year is used up: the 31st is above the number and again above the value, and both rules tax an excess.
  test.fails('goods above two limits are taxed once: 3,100 x 20 % = 620 CNY', () =>
    expect(
      answerOf(
        offTheIsland(hainan, [{ category: 'cosmetics', units: 31, pieces: 31, value: '3100.00' }], {
          used: [{ rule: 'CN-HAI-VAL', amount: 100_000_00 }],
        }),
      )[1],
    ).toBe(620_00));

  // A table per piece and a table per gram cannot stand in one mix; "at least" of both asks a cigar of 10 g for its weight.
  test.fails('a cigar over the Swiss limit owes 25 centimes whatever it weighs', () =>
    expect(
      answerOf(
        assess(packNamed('switzerland'), { exitSide: 'CH', at: NOON, currency: 'CHF' }, [
          { category: 'cigars', units: 251, pieces: 251, weightG: 2_510 },
        ]),
      )[1],
    ).toBe(25));

  // Under lawOf "sale" each version keeps an account of its own, so a year in which the law changes has its limit twice.
  test.fails('a year has one limit, though the law changed in it: 80,000 x 20 % = 16,000 CNY', () => {
    const pack = hainanWith('CN-HAI-VAL', { lawOf: 'sale' });
    const lines = ['2025-10-01', '2025-11-20'].map((day) => ({
      category: 'clothing',
      value: '90000.00',
      soldAt: `${day}T12:00:00+08:00`,
    }));
    expect(answerOf(offTheIsland(pack, lines, {}, '2025-12-01T12:00:00+08:00'))[1]).toBe(16_000_00);
  });

  // The duty of two parcels is added up before the 50 CNY are looked at.
  test.fails('a tax of 40 CNY is waived on each of two parcels', () => {
    const parcel = (sale: string) => ({ category: 'clothing', value: '200.00', fate: 'posted' as const, sale });
    const decision = assess(packNamed('china-channels'), { exitSide: 'POST', at: NOON, currency: 'CNY' }, [
      parcel('a'),
      parcel('b'),
    ]);
    expect(answerOf(decision)).toEqual(['free', 0]);
  });

  // A crossing says that goods went out, not which: silk in the morning uses up the tobacco of the day.
  test.fails('an exit with silk does not use up the tobacco of the day', () => {
    const crossings = [
      { at: '2026-11-22T09:00:00+08:00', direction: 'entry' as const },
      { at: '2026-11-22T10:00:00+08:00', direction: 'exit' as const, withGoods: true },
    ];
    const settings = { 'cn-frequent-traveller': 'tobacco-and-alcohol' };
    expect(
      toChina([{ category: 'cigarettes', units: 2, pieces: 40, value: '20.00' }], { settings, traveller: { crossings } }).outcome,
    ).toBe('free');
  });
});
