import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyBrowser } from '#db/keys/browser-key.ts';
import { actSignature } from '#db/schema/act.ts';
import { account, accountEntry, excess } from '#db/schema/allowance.ts';
import type { Decision } from '#lib/law/decision.ts';
import { aBrowser } from '../../support/a-browser.ts';
import { aMarket, id, type Market } from '../../support/a-market.ts';
import { aDay, aDocument, body, type Day, inside, reasonsOf } from '../../support/a-visit.ts';
import { exitOf, limitOf, receiptOf } from '../../support/visit-replies.ts';

let market: Market;
let day: Day;

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
});
afterAll(() => market.close());

type Record = {
  readonly visit: { readonly id: string; readonly state: string };
  readonly lines: readonly { readonly id: string; readonly weightG: number; readonly value: { readonly amount: string } }[];
  readonly corrections: readonly { readonly before: object; readonly after: object; readonly reason: string }[];
  readonly outside: readonly { readonly id: string; readonly amount: number; readonly stands: boolean }[];
};
type Side = 'CN' | 'KZ';

const gateOf = (side: Side) => day.at[side].gate;
const record = async (side: Side, pass: string) =>
  body<Record>(await market.ask(gateOf(side), 'GET', `/api/v1/passes/${pass}/record`), 200);
const correct = async (side: Side, pass: string, more: object, at: Side = side) => {
  const { visit, lines } = await record(side, pass);
  const said = { id: id(), line: lines[0]?.id, reason: 'weighed again by customs', ...more };
  return market.ask(gateOf(at), 'POST', `/api/v1/visits/${visit.id}/corrections`, said);
};
const outside = (side: Side, pass: string, more: object) =>
  market.ask(gateOf(side), 'POST', `/api/v1/passes/${pass}/outside-entries`, {
    id: id(),
    rule: 'CN-ICBC-VAL',
    happenedAt: '2026-11-18T01:00:00Z',
    amount: 100_00,
    knownFrom: 'customs-reply',
    reason: 'reply of this morning',
    ...more,
  });
const allowance = async (side: Side, pass: string) => body<{ decision: Decision }>(await day.allowance(side, pass), 200).decision;
const leave = async (side: Side, pass: string) =>
  exitOf(await day.close(side, exitOf(await day.present(side, pass)).id, 'settled'));
const excessOf = (visit: string) =>
  market.serai.engine.read(async (tx) => {
    const amount = sql<number>`sum(${excess.amount})`;
    return tx
      .select({ rule: excess.rule, cause: excess.cause, amount })
      .from(excess)
      .where(eq(excess.visit, visit))
      .groupBy(excess.rule, excess.cause)
      .having(sql`${amount} <> 0`);
  });
const accountOf = async (rule: string, visit: string) =>
  (
    await market.serai.engine.read(async (tx) =>
      tx
        .selectDistinct({ posted: account.posted, held: account.held, limit_amount: account.limitAmount })
        .from(account)
        .innerJoin(accountEntry, eq(accountEntry.account, account.id))
        .where(and(eq(account.rule, rule), eq(accountEntry.visit, visit))),
    )
  )[0];

describe('A line that was corrected while the traveller is inside', () => {
  test('counts at the till and on the phone at once, and stays as it was written', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const sold = receiptOf(await day.sell('A-001', pass, [[await day.stock('A-001', { price: '700.00' }), 1]]));
    const said = body<{ decision: Decision }>(await correct('CN', pass, { value: { amount: '7500.00', currency: 'CNY' } }), 201);
    expect(limitOf(said.decision, 'CN-ICBC-VAL')).toMatchObject({ visit: 750_000, left: 50_000 });
    const lines = [{ product: sold.lines[0]?.product, quantity: '1' }];
    const till = await market.ask(await day.till('A-001'), 'POST', '/api/v1/decisions', { pass, lines });
    expect(body<{ decision: Decision }>(till, 200).decision.outcome).toBe('duty');
    const phone = await market.ask(`Pass ${pass}`, 'GET', `/api/v1/passes/${pass}/allowance`);
    expect(limitOf(body<{ decision: Decision }>(phone, 200).decision, 'CN-ICBC-VAL')).toMatchObject({ left: 50_000 });
    const known = body<Record>(await market.ask(`Pass ${pass}`, 'GET', `/api/v1/passes/${pass}/record`), 200);
    expect(known.corrections).toMatchObject([
      { before: { value: { amount: '700.00' } }, after: { value: { amount: '7500.00' } }, reason: 'weighed again by customs' },
    ]);
    const again = await market.ask(await day.till('A-001'), 'GET', `/api/v1/sales/${sold.id}`);
    expect(body<{ receipt: typeof sold }>(again, 200).receipt.total).toEqual(sold.total);
  });

  test('of which part is given back, is what it was corrected to in proportion', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const sold = receiptOf(await day.sell('A-001', pass, [[await day.stock('A-001', { price: '100.00' }), 4]]));
    body(await correct('CN', pass, { value: { amount: '2000.00', currency: 'CNY' } }), 201);
    body(await day.refund('A-001', sold, 1, '1'), 201);
    expect(limitOf(await allowance('CN', pass), 'CN-ICBC-VAL')).toMatchObject({ visit: 150_000 });
  });

  test('can be corrected again, also in what it is', async () => {
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
    const drink = await day.stock('K-001', { price: '20.00', volumeMl: 4000, strengthPermille: 400, weightG: 4100 });
    receiptOf(await day.sell('K-001', pass, [[drink, 1]]));
    const spirits = body<{ decision: Decision }>(await correct('KZ', pass, { category: 'spirits' }), 201).decision;
    expect(spirits.duty).toEqual({ minor: 10_00, currency: 'EUR' });
    expect(body<{ decision: Decision }>(await correct('KZ', pass, { category: 'household' }), 201).decision.duty).toBeNull();
  });
});

describe('A line that was corrected after the visit closed', () => {
  test('is posted anew, what no longer fits being excess that says so, and the next visit has less', async () => {
    const document = aDocument();
    const pass = await inside(day, 'CN', document);
    receiptOf(await day.sell('A-001', pass, [[await day.stock('A-001', { price: '1000.00' }), 1]]));
    const { visit } = await leave('CN', pass);
    const next = await inside(day, 'CN', document);
    expect(limitOf(await allowance('CN', next), 'CN-ICBC-VAL')).toMatchObject({ used: 100_000 });
    const heavier = { value: { amount: '3000.00', currency: 'CNY' } };
    expect(body<{ decision: Decision }>(await correct('CN', pass, heavier), 201).decision.outcome).toBe('free');
    expect(limitOf(await allowance('CN', next), 'CN-ICBC-VAL')).toMatchObject({ used: 300_000 });
    const dear = body<{ decision: Decision }>(await correct('CN', pass, { value: { amount: '9000.00', currency: 'CNY' } }), 201);
    expect(dear.decision.outcome).toBe('duty');
    expect(await excessOf(visit)).toMatchObject([{ rule: 'CN-ICBC-VAL', cause: 'corrected' }]);
    const account = await accountOf('CN-ICBC-VAL', visit);
    expect((account?.posted ?? 0) + (account?.held ?? 0)).toBeLessThanOrEqual(account?.limit_amount ?? 0);
    body(await correct('CN', pass, { value: { amount: '1000.00', currency: 'CNY' } }), 201);
    expect(limitOf(await allowance('CN', next), 'CN-ICBC-VAL')).toMatchObject({ used: 100_000 });
  });

  test('takes what a later visit had planned, whose goods then owe duty', async () => {
    const document = aDocument();
    const pass = await inside(day, 'CN', document);
    receiptOf(await day.sell('A-001', pass, [[await day.stock('A-001', { price: '1000.00' }), 1]]));
    await leave('CN', pass);
    const next = await inside(day, 'CN', document);
    receiptOf(await day.sell('A-001', next, [[await day.stock('A-001', { price: '6000.00' }), 1]]));
    expect((await allowance('CN', next)).outcome).toBe('free');
    body(await correct('CN', pass, { value: { amount: '5000.00', currency: 'CNY' } }), 201);
    expect((await allowance('CN', next)).outcome).toBe('duty');
  });

  test('is decided by the law and the day of the exit, not of today', async () => {
    const pass = await inside(day, 'CN', aDocument());
    receiptOf(await day.sell('A-001', pass, [[await day.stock('A-001', { price: '1000.00' }), 1]]));
    const closed = await leave('CN', pass);
    const { decision } = body<{ decision: Decision }>(await correct('CN', pass, { weightG: 900 }), 201);
    expect([decision.at, decision.pack]).toEqual([closed.decision.at, closed.decision.pack]);
  });
});

describe('Who corrects', () => {
  test('says something that differs, at the side where the traveller left, and not while an exit case is open', async () => {
    const pass = await inside(day, 'CN', aDocument());
    receiptOf(await day.sell('A-001', pass, [[await day.stock('A-001', { price: '10.00', weightG: 300 }), 1]]));
    expect(reasonsOf(await correct('CN', pass, { weightG: 300 }))).toEqual(['nothing-corrected']);
    expect((await correct('CN', pass, { weightG: 301 }, 'KZ')).status).toBe(404);
    exitOf(await day.present('CN', pass));
    expect(reasonsOf(await correct('CN', pass, { weightG: 301 }))).toEqual(['visit-presented']);
  });

  test('signs it: a browser with its own key over the very call, a bearer by the market’s', async () => {
    const pass = await inside(day, 'CN', aDocument());
    receiptOf(await day.sell('A-001', pass, [[await day.stock('A-001', { price: '10.00' }), 1]]));
    const { visit, lines } = await record('CN', pass);
    const browser = await aBrowser(market, 'gate');
    body(await browser.enrol('20000001'), 201);
    const said = { id: id(), line: lines[0]?.id, weightG: 777, reason: 'on the scale of the hall' };
    body(await browser.call('POST', `/api/v1/visits/${visit.id}/corrections`, said), 201);
    const byBearer = body<{ correction: { id: string } }>(await correct('CN', pass, { weightG: 778 }), 201).correction.id;
    const signatures = await market.serai.engine.read(async (tx) => tx.select().from(actSignature));
    const own = signatures.find(({ act }) => act === said.id);
    expect(own?.key).toBe(browser.publicKey);
    expect(verifyBrowser(own?.key ?? '', own?.text ?? '', own?.signature ?? '')).toBe(true);
    expect(verifyBrowser(own?.key ?? '', `${own?.text.replace('777', '77')}`, own?.signature ?? '')).toBe(false);
    expect(own?.text).toContain('"weightG":777');
    const markets = signatures.find(({ act }) => act === byBearer);
    const bytes = new TextEncoder().encode(markets?.text);
    const signature = Buffer.from(markets?.signature ?? '', 'base64url');
    expect(market.serai.keys.verifyPass(markets?.key ?? '', bytes, signature)).toBe(true);
  });
});

describe('What is known from elsewhere', () => {
  test('counts at once, and a correction of it takes its place', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const first = body<{ entry: { id: string; period: string; unit: string } }>(
      await outside('CN', pass, { amount: 500_000 }),
      201,
    );
    expect(first.entry).toMatchObject({ period: '2026-11-18', unit: 'CNY' });
    expect(limitOf(await allowance('CN', pass), 'CN-ICBC-VAL')).toMatchObject({ used: 500_000, left: 300_000 });
    body(await outside('CN', pass, { amount: 200_000, corrects: first.entry.id }), 201);
    expect(limitOf(await allowance('CN', pass), 'CN-ICBC-VAL')).toMatchObject({ used: 200_000 });
    expect(reasonsOf(await outside('CN', pass, { amount: 1, corrects: first.entry.id }))).toEqual(['already-corrected']);
    const known = (await record('CN', pass)).outside.map(({ amount, stands }) => `${amount} ${stands}`);
    expect(known.sort()).toEqual(['200000 true', '500000 false']);
  });

  test('a duty-free exit seen as a stamp is the exit of the month, of its own month only', async () => {
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
    const seen = (happenedAt: string) => outside('KZ', pass, { rule: 'KZ-MCPS-FREQ', amount: 1, knownFrom: 'stamp', happenedAt });
    body(await seen('2026-10-30T10:00:00+05:00'), 201);
    expect(limitOf(await allowance('KZ', pass), 'KZ-MCPS-FREQ')).toMatchObject({ used: 0, left: 1 });
    body(await seen('2026-11-02T10:00:00+05:00'), 201);
    expect(limitOf(await allowance('KZ', pass), 'KZ-MCPS-FREQ')).toMatchObject({ used: 1, left: 0 });
  });

  test('is past, and of a limit that is counted over a period', async () => {
    const pass = await inside(day, 'CN', aDocument());
    expect(reasonsOf(await outside('CN', pass, { happenedAt: '2027-01-01T00:00:00Z' }))).toEqual(['happened-in-future']);
    expect(reasonsOf(await outside('CN', pass, { rule: 'KZ-LAND-KG' }))).toEqual(['rule-not-counted']);
  });
});
