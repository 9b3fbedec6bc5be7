import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lawRate, tillRate } from '#db/schema/schema.ts';
import { lawRatesOn, saveTillRates, tillRatesOn } from '#db/stores/rates.ts';
import type { Rate } from '#lib/money/rate.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import type { Actor } from '#lib/staff/actor.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, inside } from '../support/a-visit.ts';
import { askAs, atTheOffice, told, whyNot } from '../support/an-office.ts';

let market: Market;
let first: Actor;
let second: Actor;
beforeEach(async () => {
  market = await aMarket();
  first = await atTheOffice(market, 'administrator');
  second = await atTheOffice(market, 'administrator2');
});
afterEach(() => market.close());

type Pack = { sides: { code: string }[] };
type Entered = { rates: number; motion: string | null };

const RATE = {
  date: '2026-11-19',
  base: 'EUR',
  quote: 'CNY',
  rate: '8.300001',
  source: 'State Administration of Foreign Exchange',
};
const post = (actor: Actor, path: string, fields: object) =>
  askAs(market, actor, 'POST', `/api/v1/${path}`, { id: id(), ...fields });
const listed = async (kind: string) =>
  (
    await told<{ rates: { date: string; base: string; quote: string; scaled: number; source: string }[] }>(
      askAs(market, first, 'GET', `/api/v1/rates?kind=${kind}`),
      200,
    )
  ).rates;
const onDay = (rates: { date: string }[], day: string) => rates.filter(({ date }) => date === day);
const euro = async (day: string) =>
  (await market.serai.engine.read((tx) => lawRatesOn(tx, day))).find(({ base, quote }) => base === 'EUR' && quote === 'CNY');

/** Two people put a changed pack in force on the 19th. */
async function inForceTomorrow(change: (pack: Pack) => Pack): Promise<void> {
  const { draft } = await told<{ draft: { id: string } }>(post(first, 'law/drafts', { title: 'Another day of the rate' }), 201);
  const read = await told<{ draft: { body: Pack } }>(askAs(market, first, 'GET', `/api/v1/law/drafts/${draft.id}`), 200);
  await told(post(first, `law/drafts/${draft.id}/versions`, { after: 1, body: change(read.draft.body) }), 201);
  const fields = { version: 2, effectiveFrom: '2026-11-19' };
  const { motion } = await told<{ motion: { id: string } }>(post(first, `law/drafts/${draft.id}/motions`, fields), 201);
  await told(post(second, `law/motions/${motion.id}/signatures`, {}), 201);
}

describe('The rates of a day', () => {
  test('are of each pair the newest not after it, a stall’s own before the market’s', async () => {
    const pairs = ['AED/CNY', 'AED/KZT', 'CNY/KZT', 'USD/CNY', 'USD/RUB', 'USD/UZS'].map(
      (pair) => pair.split('/') as [string, string],
    );
    const dated = (days: readonly string[], of: readonly [string, string][]) =>
      of.flatMap(([base, quote], i) =>
        days.map((date, j) => ({
          base,
          quote,
          date,
          scaled: 1_000_000 + 100 * i + j,
          source: 'a test',
          recordedAt: market.serai.now(),
        })),
      );
    const days = ['2031-01-01', '2031-01-02', '2031-02-01'];
    await market.serai.engine.transact(async (tx) => {
      await tx.delete(tillRate);
      await tx.delete(lawRate);
      await tx.insert(lawRate).values(dated(days, pairs));
      await tx.insert(tillRate).values(dated(days, pairs.slice(0, 5)).map((row) => ({ ...row, stall: '' })));
      const own = dated(
        ['2031-01-02'],
        [
          ['CNY', 'KZT'],
          ['USD', 'UZS'],
        ],
      );
      await tx.insert(tillRate).values(own.map((row) => ({ ...row, stall: 'mine', source: 'my own' })));
    });
    const at = (day: string, stall: string | null) =>
      market.serai.engine.read(async (tx) => ({ law: await lawRatesOn(tx, day), till: await tillRatesOn(tx, stall, day) }));
    const said = (rates: readonly Rate[]) => rates.map(({ base, quote, date, source }) => `${base}/${quote} ${date} ${source}`);
    expect(await at('2030-12-31', 'mine')).toEqual({ law: [], till: [] });
    const later = await at('2031-01-31', null);
    expect(said(later.law)).toEqual(pairs.map(([base, quote]) => `${base}/${quote} 2031-01-02 a test`));
    expect(said(later.till)).toEqual(said(later.law).slice(0, 5));
    expect(said((await at('2031-01-01', 'mine')).till)).toEqual(
      pairs.slice(0, 5).map((pair) => `${pair.join('/')} 2031-01-01 a test`),
    );
    expect(said((await at('2031-02-01', 'mine')).till)).toEqual([
      'CNY/KZT 2031-01-02 my own',
      'USD/UZS 2031-01-02 my own',
      ...['AED/CNY', 'AED/KZT', 'USD/CNY', 'USD/RUB'].map((pair) => `${pair} 2031-02-01 a test`),
    ]);
  });
});

describe('An official rate', () => {
  test('counts from its day on once a second person has signed it', async () => {
    const { motion } = await told<Entered>(post(first, 'rates', { kind: 'law', rates: [RATE] }), 201);
    expect(onDay(await listed('law'), RATE.date)).toEqual([]);
    expect(await whyNot(post(first, `law/motions/${motion}/signatures`, {}))).toBe('motion-signed-by-you');
    await told(post(second, `law/motions/${motion}/signatures`, {}), 201);
    expect(await euro('2026-11-18')).toMatchObject({ scaled: 8_245_000 });
    expect(await euro('2026-11-19')).toMatchObject({ scaled: 8_300_001, source: RATE.source });
    expect(await whyNot(post(first, `law/motions/${motion}/withdrawals`, { reason: 'a slip' }))).toBe('motion-in-force');
  });

  test('of the day that the law names is the one a decision is made with, also when a newer one is there', async () => {
    const early = { ...RATE, date: '2026-11-01', quote: 'KZT', rate: '700' };
    const { motion } = await told<Entered>(post(first, 'rates', { kind: 'law', rates: [early] }), 201);
    await told(post(second, `law/motions/${motion}/signatures`, {}), 201);
    await inForceTomorrow((pack) => ({
      ...pack,
      sides: pack.sides.map((side) => (side.code === 'KZ' ? { ...side, rateDay: 'first-of-month' } : side)),
    }));
    market.at('2026-11-19T07:00:00.000Z');
    const day = await aDay(market);
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
    const goods = await day.stock('K-001', { price: '7000.00', currency: 'KZT', category: 'honey' });
    const { decision } = body<{ receipt: Receipt }>(await day.sell('K-001', pass, [[goods, 1]]), 201).receipt;
    expect(decision.rates).toEqual([{ base: 'EUR', quote: 'KZT', scaled: 700_000_000, date: '2026-11-01', source: RATE.source }]);
    expect(decision.limits.find(({ rule }) => rule === 'KZ-LAND-VAL')?.visit).toBe(1000);
  });

  test('is not entered a second time for its day', async () => {
    const known = { ...RATE, date: '2026-11-18' };
    expect(await whyNot(post(first, 'rates', { kind: 'law', rates: [known] }))).toBe('rate-known');
    const [one, other] = [
      await told<Entered>(post(first, 'rates', { kind: 'law', rates: [RATE] }), 201),
      await told<Entered>(post(second, 'rates', { kind: 'law', rates: [{ ...RATE, rate: '8.4' }] }), 201),
    ];
    await told(post(second, `law/motions/${one.motion}/signatures`, {}), 201);
    expect(await whyNot(post(first, `law/motions/${other.motion}/signatures`, {}))).toBe('rate-known');
    expect(await euro('2026-11-19')).toMatchObject({ scaled: 8_300_001 });
  });
});

describe('A till rate', () => {
  test('counts at once, with one person’s name in the audit', async () => {
    const act = id();
    await told(askAs(market, first, 'POST', '/api/v1/rates', { id: act, kind: 'till', rates: [RATE] }), 201);
    await told(askAs(market, first, 'POST', '/api/v1/rates', { id: act, kind: 'till', rates: [RATE] }), 200);
    expect(onDay(await listed('till'), RATE.date)).toMatchObject([{ base: 'EUR', quote: 'CNY', scaled: 8_300_001 }]);
    const { rows } = await told<{ rows: { kind: string; actor: string; facts: object }[] }>(
      askAs(market, first, 'GET', '/api/v1/office/audit?q=enter-rates'),
      200,
    );
    expect(rows).toMatchObject([{ actor: 'administrator:administrator', facts: { kind: 'till', quantity: 1 } }]);
  });
});

describe('The rates of a till', () => {
  test('are its stall’s own where there are any, else the market’s, each the newest that has begun', async () => {
    const rate = (date: string, quote: string, scaled: number) => ({ base: 'EUR', quote, scaled, date, source: 'test' });
    await market.serai.engine.transact(async (tx) => {
      await saveTillRates(
        tx,
        [rate('2026-11-17', 'CNY', 1), rate('2026-11-19', 'CNY', 2), rate('2026-11-25', 'CNY', 3)],
        market.serai.now(),
      );
      const own = { ...rate('2026-11-01', 'KZT', 4), stall: 'a-stall', recordedAt: market.serai.now() };
      await tx.insert(tillRate).values([own, { ...own, stall: 'another', scaled: 5, date: '2026-11-19' }]);
    });
    const ratesFor = async (stall: string | null) => {
      const all = await market.serai.engine.read((tx) => tillRatesOn(tx, stall, '2026-11-20'));
      return ['CNY', 'KZT'].map((quote) =>
        all.filter((each) => each.base === 'EUR' && each.quote === quote).map(({ scaled }) => scaled),
      );
    };
    expect(await ratesFor(null)).toEqual([[2], [591_057_600]]);
    expect(await ratesFor('a-stall')).toEqual([[2], [4]]);
  });
});

describe('A file of rates', () => {
  const file = (...rows: string[]) => ['date,base,quote,rate,source', ...rows].join('\n');

  test('is imported whole or not at all, its faults by line', async () => {
    const bad = file('2026-11-19,EUR,CNY,8.3,bank', '2026-11-19,CNY,KZT,seventy,bank', '2026-13-19,USD,CNY,7.1,bank');
    const refused = await told<{ refusals: { reason: string; facts: object }[] }>(
      post(first, 'rate-files', { kind: 'till', file: bad }),
      422,
    );
    expect(refused.refusals).toEqual([
      { reason: 'rate-line-faulty', facts: { line: 3, field: 'rate' } },
      { reason: 'rate-line-faulty', facts: { line: 4, field: 'date' } },
    ]);
    expect(onDay(await listed('till'), '2026-11-19')).toEqual([]);
    expect(await whyNot(post(first, 'rate-files', { kind: 'till', file: file() }))).toBe('rates-none');
    await told(post(first, 'rate-files', { kind: 'till', file: bad.replace('seventy', '70').replace('-13-', '-11-') }), 201);
    expect(onDay(await listed('till'), '2026-11-19')).toHaveLength(3);
  });

  test('of official rates waits for a second signature as one', async () => {
    const good = file('2026-11-19,EUR,CNY,8.3,bank', '2026-11-19,CNY,KZT,70,bank');
    const { motion, rates } = await told<Entered>(post(first, 'rate-files', { kind: 'law', file: good }), 201);
    expect([rates, onDay(await listed('law'), '2026-11-19').length]).toEqual([2, 0]);
    await told(post(second, `law/motions/${motion}/signatures`, {}), 201);
    expect(onDay(await listed('law'), '2026-11-19')).toHaveLength(2);
  });
});
