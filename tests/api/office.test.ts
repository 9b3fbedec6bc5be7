import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditTrail } from '#db/reads/audit-trail.ts';
import { findStall } from '#db/stores/vendors.ts';
import { addStaff } from '#lib/operations/add-staff.ts';
import { changeProduct } from '#lib/operations/change-product.ts';
import { MACHINE } from '#lib/staff/actor.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, type Day, inside, reasonsOf } from '../support/a-visit.ts';

type Overview = {
  marketDays: { side: string; day: string; entries: number }[];
  sales: { count: number };
  stalls: { code: string; side: string; count: number }[];
  byHour: { count: number }[];
  refusals: { reason: string; count: number }[];
};
type Listed = { id: string; code: string; state: string };

let market: Market;
let day: Day;
let auditor: string;
beforeEach(async () => {
  market = await aMarket();
  day = await aDay(market);
  auditor = await market.token('auditor');
});
afterEach(() => market.close());

const overview = async () => body<Overview>(await market.ask(auditor, 'GET', '/api/v1/office/overview'), 200);
const listed = async (code: string) =>
  body<{ rows: Listed[] }>(await market.ask(auditor, 'GET', `/api/v1/office/passes?q=${code}`), 200).rows;
const lastFacts = async (subject: string) =>
  (await market.serai.engine.read((tx) => auditTrail(tx, { q: subject, limit: 1 }))).rows[0]?.facts ?? {};

describe('The office’s today', () => {
  test('is each side’s own market day', async () => {
    const [atChina, atKazakhstan] = [await inside(day, 'CN', aDocument()), await inside(day, 'KZ', aDocument())];
    body(await day.sell('A-001', atChina, [[await day.stock('A-001', {}), 1]]), 201);
    body(await day.sell('K-001', atKazakhstan, [[await day.stock('K-001', {}), 1]]), 201);
    const before = await overview();
    // Half past midnight in China, half past nine in the evening before in Kazakhstan.
    market.at('2026-11-18T16:30:00.000Z');
    const after = await overview();
    expect(after.marketDays.map(({ side, day }) => [side, day])).toEqual([
      ['CN', '2026-11-19'],
      ['KZ', '2026-11-18'],
    ]);
    expect(entriesOf(after)).toEqual({ CN: 0, KZ: entriesOf(before).KZ });
    expect(entriesOf(before).CN).toBeGreaterThan(0);
    const ofKazakhstan = before.stalls.filter(({ side }) => side === 'KZ');
    expect(after.stalls.filter(({ side }) => side === 'CN')).toEqual([]);
    expect(after.sales.count).toBeGreaterThanOrEqual(ofKazakhstan.reduce((sum, { count }) => sum + count, 0));
    expect(after.sales.count).toBeLessThan(before.sales.count);
    expect(after.byHour.reduce((sum, { count }) => sum + count, 0)).toBe(after.sales.count);
  });

  test('counts a refused act once for each device, however often it is tried', async () => {
    const { code } = body<{ pass: { code: string } }>(await day.issue('CN', aDocument()), 201).pass;
    const notEntered = async () => (await overview()).refusals.find(({ reason }) => reason === 'not-entered')?.count ?? 0;
    const before = await notEntered();
    const sale = { id: id(), pass: code, lines: [{ product: (await day.stock('A-001', {})).id, quantity: '1' }], tenders: [] };
    const till = await day.till('A-001');
    for (let i = 0; i < 3; i += 1)
      expect(reasonsOf(await market.ask(till, 'POST', '/api/v1/sales', sale))).toContain('not-entered');
    expect((await notEntered()) - before).toBe(1);
    await market.ask(till, 'POST', '/api/v1/sales', { ...sale, id: id() });
    expect((await notEntered()) - before).toBe(2);
  });
});

describe('The office’s pass list', () => {
  test('says that a pass was replaced, and that its visit goes on under the new one', async () => {
    const document = aDocument();
    const lost = await inside(day, 'CN', document);
    const [before] = await listed(lost);
    const replacement = body<{ pass: { code: string } }>(
      await market.ask(day.at.CN.gate, 'POST', `/api/v1/passes/${lost}/replacements`, { id: id(), document }),
      201,
    ).pass;
    expect(before?.state).toBe('in-force');
    expect((await listed(lost)).map(({ state }) => state)).toEqual(['replaced']);
    expect((await listed(replacement.code)).map(({ state }) => state)).toEqual(['in-force']);
    body(await day.present('CN', replacement.code), 201);
    expect((await listed(replacement.code)).map(({ state }) => state)).toEqual(['presented']);
  });

  test('shows a pass of many visits once, as it is after the latest', async () => {
    const { code, id: pass } = body<{ pass: { code: string; id: string } }>(await day.issue('CN', aDocument()), 201).pass;
    const { eq } = await import('drizzle-orm');
    const tables = await import('#db/schema/visit.ts');
    await market.serai.engine.transact(async (tx) => {
      await tx.update(tables.pass).set({ category: 'stall-staff' }).where(eq(tables.pass.id, pass));
    });
    for (const visit of [1, 2]) {
      body(await day.enter('CN', code), 201);
      expect([visit, (await listed(code)).map(({ state }) => state)]).toEqual([visit, ['in-force']]);
      const { exit } = body<{ exit: { id: string } }>(await day.present('CN', code), 201);
      body(await day.close('CN', exit.id, 'settled'), 201);
      expect([visit, (await listed(code)).map(({ state }) => state)]).toEqual([visit, ['issued']]);
    }
  });
});

describe('The audit trail', () => {
  test('says what a product was called and cost, and what it is called and costs now', async () => {
    const cup = await day.stock('A-001', { name: 'Cup', price: '9.90' });
    const stall = await market.serai.engine.read((tx) => findStall(tx, { code: 'A-001' }));
    const owner = market.serai.contextOf({ ...MACHINE, role: 'owner', vendor: stall?.vendor.id ?? '' });
    const names = { ...cup.names, en: 'Tea cup', zh: '茶杯' } as never;
    await changeProduct(owner, { id: id(), product: cup.id, names, price: { amount: '8.50', currency: 'CNY' } });
    expect(await lastFacts(cup.id)).toMatchObject({
      nameBefore: 'en: Cup · zh: Cup',
      name: 'en: Tea cup · zh: 茶杯',
      priceBefore: '9.90',
      price: '8.50',
      currency: 'CNY',
    });
  });

  test('says what place a person was given, and nothing of who they are', async () => {
    const person = { id: id(), role: 'administrator', name: 'Saule B.', login: 'saule', password: 'three warm carpets' } as const;
    await addStaff(market.serai.contextOf(MACHINE), person);
    expect(await lastFacts(person.id)).toEqual({ role: 'administrator', signsIn: 'password', vendor: null });
  });
});

describe('A till', () => {
  test('is given the receipts of its own session, and the stall’s when it asks for all', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const cup = await day.stock('A-001', { price: '1.00' });
    const other = await market.token('till', 'A-001');
    const tender = { kind: 'cash', amount: { amount: '1.00', currency: 'CNY' } };
    const sell = async (till: string) => {
      const sale = { id: id(), pass, lines: [{ product: cup.id, quantity: '1' }], tenders: [tender] };
      body(await market.ask(till, 'POST', '/api/v1/sales', sale), 201);
      return sale.id;
    };
    const own = await day.till('A-001');
    const [mine, theirs] = [await sell(own), await sell(other)];
    const { session } = body<{ session: { id: string } }>(await market.ask(own, 'GET', '/api/v1/till'), 200);
    const sales = async (till: string, query: string) =>
      body<{ sales: { id: string }[] }>(await market.ask(till, 'GET', `/api/v1/sales?${query}`), 200).sales.map(({ id }) => id);
    expect(await sales(own, `session=${session.id}`)).toEqual([mine]);
    expect((await sales(own, 'limit=2')).sort()).toEqual([mine, theirs].sort());
    const elsewhere = await day.till('A-002');
    expect(await sales(elsewhere, `session=${session.id}`)).toEqual([]);
  });
});

const entriesOf = ({ marketDays }: Overview) => Object.fromEntries(marketDays.map(({ side, entries }) => [side, entries]));
