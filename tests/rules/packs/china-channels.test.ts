import { describe, expect, test } from 'vitest';
import { answerOf, assess, packNamed, type SomeCase } from '#tests/support/packs.ts';

const pack = packNamed('china-channels');
const bordertrade = packNamed('border-resident-trade');
const khorgos = packNamed('khorgos');
type Lines = Parameters<typeof assess>[2];
const at = '2026-11-22T12:00:00+08:00';
const living = (residence: string, more = {}) => ({ nationality: 'CHN', residence, ...more });
const by =
  (exitSide: string) =>
  (lines: Lines, more: SomeCase = {}) =>
    assess(pack, { exitSide, at, currency: 'CNY' }, lines, { traveller: living('CHN'), ...more });
const coat = (value: string, more = {}) => ({ category: 'clothing', value, ...more });
const abroad = (value: string) => coat(value, { channel: 'abroad' });
const shop = (value: string) => coat(value, { channel: 'arrival-shop' });

describe('a port with an arrival shop', () => {
  test.each([
    ['5,000 from abroad are free', [abroad('5000.00')], 'CHN', 0],
    ['5,001 in one item owe 20 % whole: 1,000.20 CNY', [abroad('5001.00')], 'CHN', 1_000_20],
    ['5,000 from abroad and 3,000 from the shop are free', [abroad('5000.00'), shop('3000.00')], 'CHN', 0],
    ['500 more from the shop owe 100 CNY', [abroad('5000.00'), shop('3000.00'), shop('500.00')], 'CHN', 100_00],
    ['room left by the shop is not for goods from abroad: 6,000 x 20 % = 1,200 CNY', [abroad('6000.00')], 'CHN', 1_200_00],
    ['non-residents have 2,000', [coat('2000.00')], 'KAZ', 0],
    ['above it the item owes 400.20 CNY', [coat('2001.00')], 'KAZ', 400_20],
  ])('%s', (_, lines, residence, duty) => expect(answerOf(by('PORT')(lines, { traveller: living(residence) }))[1]).toBe(duty));
});

test.each(pack.rules.filter(({ id }) => khorgos.rules.some((rule) => rule.id === id && /CIG|ALC|DAY/.test(id))))(
  '$id at $side is what it is at Khorgos',
  ({ id, measure, from, to, underAge }) => {
    const same = khorgos.rules.find((rule) => rule.id === id);
    expect({ measure, from, to, underAge }).toEqual({
      measure: same?.measure,
      from: same?.from,
      to: same?.to,
      underAge: same?.underAge,
    });
  },
);

describe('from Hong Kong or Macao', () => {
  const home = by('HKMO');
  const often = { traveller: living('CHN', { crossings: [{ at: '2026-11-10T09:00:00+08:00', direction: 'entry' as const }] }) };
  const carton = (pieces: number) => ({ category: 'cigarettes', units: pieces / 20, pieces, value: `${pieces}.00` });
  const bottle = (units: number) => ({
    category: 'spirits',
    units,
    strengthPermille: 400,
    volumeMl: units * 375,
    value: `${units * 100}.00`,
  });
  test.each([
    ['12,000 are free', [abroad('12000.00')], {}, 0],
    ['12,001 in one item owe 2,400.20 CNY', [abroad('12001.00')], {}, 2_400_20],
    ['15,000 with the shop are free', [abroad('12000.00'), shop('3000.00')], {}, 0],
    ['1,000 more from the shop owe 200 CNY', [abroad('12000.00'), shop('3000.00'), shop('1000.00')], {}, 200_00],
    ['under 18 it is 5,000', [abroad('5001.00')], { traveller: living('CHN', { age: 17 }) }, 1_000_20],
    ['frequent travellers owe 20 CNY of 100', [abroad('100.00')], often, 20_00],
    ['200 cigarettes are free', [carton(200)], {}, 0],
    ['the next pack of 20 CNY owes 10 CNY', [carton(220)], {}, 10_00],
    ['frequent travellers have no value limit, so all three packs owe 50 %: 30 CNY', [carton(60)], often, 30_00],
    ['10 cigars are free', [{ category: 'cigars', units: 10, pieces: 10, value: '200.00' }], {}, 0],
    ['the eleventh of 20 CNY owes 10 CNY', [{ category: 'cigars', units: 11, pieces: 11, value: '220.00' }], {}, 10_00],
    ['250 g are free', [{ category: 'tobacco-loose', weightG: 250, value: '100.00' }], {}, 0],
    ['a tin of 251 g for 100 CNY owes 50 CNY', [{ category: 'tobacco-loose', weightG: 251, value: '100.00' }], {}, 50_00],
    ['non-residents have 2,000', [coat('2000.00')], { traveller: living('KAZ') }, 0],
    ['above it the item owes 400.20 CNY', [coat('2001.00')], { traveller: living('KAZ') }, 400_20],
    ['750 ml are free', [bottle(2)], {}, 0],
    ['a third small bottle owes 100 x 50 % = 50 CNY', [bottle(3)], {}, 50_00],
  ])('%s', (_, lines, more, duty) => expect(answerOf(home(lines, more))[1]).toBe(duty));
});

describe('by post', () => {
  const parcel = (value: string, sale = 'one') => coat(value, { fate: 'posted', sale });
  test.each([
    ['250 x 20 % = 50 CNY is waived', '250.00', 'free', 0],
    ['251 x 20 % = 50.20 CNY is not', '251.00', 'duty', 50_20],
    ['2,000 x 20 % = 400 CNY', '2000.00', 'duty', 400_00],
  ])('%s', (_, value, ...answer) => expect(answerOf(by('POST')([parcel(value)]))).toEqual(answer));

  test('a tax of 40 CNY is waived on each of two parcels, and of 80 CNY on none', () => {
    expect(answerOf(by('POST')([parcel('200.00', 'one'), parcel('200.00', 'two')]))).toEqual(['free', 0]);
    expect(answerOf(by('POST')([parcel('400.00', 'one'), parcel('200.00', 'two')]))).toEqual(['duty', 80_00]);
    expect(answerOf(by('POST')([parcel('200.00', 'one'), parcel('200.00', 'one')]))).toEqual(['duty', 80_00]);
  });

  test('more than 2,000 CNY in one parcel goes as cargo, in two it does not', () => {
    expect(by('POST')([parcel('2000.00'), parcel('1.00')]).outcome).toBe('forbidden');
    expect(by('POST')([parcel('2000.00'), parcel('1.00', 'two')]).outcome).toBe('duty');
  });
});

describe('cross-border orders', () => {
  const order = (value: string, sale = 'one') => coat(value, { sale });
  test.each([
    ['5,000 owe 70 % of 13 %: 455 CNY', [order('5000.00')], 0, 'duty', 455_00],
    ['5,001 in one item owe 13 % whole: 650.13 CNY', [order('5001.00')], 0, 'duty', 650_13],
    ['two orders of 5,000 are two orders: 910 CNY', [order('5000.00'), order('5000.00', 'two')], 0, 'duty', 910_00],
    ['26,000 a year', [order('1000.00')], 25_000_00, 'duty', 91_00],
  ])('%s', (_, lines, amount, ...answer) =>
    expect(answerOf(by('CBEC')(lines, { used: [{ rule: 'CN-CBEC-YR', amount }] }))).toEqual(answer),
  );

  test('beyond 26,000 a year are trade', () => {
    const decision = by('CBEC')([order('1000.00')], { used: [{ rule: 'CN-CBEC-YR', amount: 25_000_01 }] });
    expect([decision.outcome, decision.reasons[0]?.reason]).toEqual(['forbidden', 'becomes-cargo']);
  });
});

test('the downtown shop sells without limit to whoever has a ticket', () => {
  const lines = [{ category: 'watches', value: '1000000.00' }];
  expect(by('CITY')(lines).needs).toEqual([{ line: '1', rule: 'CN-CITY', document: 'exit-ticket' }]);
  expect(answerOf(by('CITY')(lines, { documents: ['exit-ticket'] }))).toEqual(['free', 0]);
});

describe('border-resident trade', () => {
  const villager = { traveller: { classes: ['border-resident'] } };
  const home = (lines: Lines, more: SomeCase = villager) =>
    assess(bordertrade, { exitSide: 'CN', at, currency: 'CNY' }, lines, more);
  test.each([
    ['8,000 a day are free', [coat('8000.00')], 0, 'free', 0],
    ['500 above owe 20 %: 100 CNY', [coat('8500.00')], 0, 'duty', 100_00],
    ['after 7,900 only 100 is left: 100 x 20 % = 20 CNY', [coat('200.00')], 7_900_00, 'duty', 20_00],
    ['alcohol is never exempt: 100 x 50 % = 50 CNY', [{ category: 'spirits', value: '100.00' }], 0, 'duty', 50_00],
    ['nor is rice: 100 x 13 % = 13 CNY', [{ category: 'rice', value: '100.00' }], 0, 'duty', 13_00],
  ])('%s', (_, lines, amount, ...answer) =>
    expect(answerOf(home(lines, { ...villager, used: [{ rule: 'CN-BRT', amount }] }))).toEqual(answer),
  );

  test('listed goods leave the 8,000 untouched', () =>
    expect(answerOf(home([coat('8000.00'), { category: 'spirits', value: '100.00' }]))).toEqual(['duty', 50_00]));

  test('is for border residents only', () => expect(home([coat('1.00')], {}).outcome).toBe('forbidden'));
});
