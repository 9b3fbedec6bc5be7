import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OpenedDecision } from '#app/api/law-shapes.ts';
import { decision } from '#db/schema/schema.ts';
import { displayCode } from '#lib/pass/short-code.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { type Actor, MACHINE, ROLES, type Role } from '#lib/staff/actor.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { aTraffic } from '../support/a-traffic.ts';
import { aDay, aDocument, body, inside } from '../support/a-visit.ts';
import { askAs, atTheOffice, told } from '../support/an-office.ts';

type Opened = {
  code: string;
  decision: { outcome: string; engine: number };
  again: { outcome: string; engine: number };
  same: boolean;
  differences: { pointer: string; before?: unknown; after?: unknown }[];
};

let market: Market;
let auditor: Actor;
beforeAll(async () => {
  market = await aMarket();
  auditor = await atTheOffice(market, 'auditor');
});
afterAll(() => market.close());

const open = (actor: Actor, named: string) => askAs(market, actor, 'GET', `/api/v1/decisions/${named}`);
const all = () => market.serai.engine.read(async (tx) => tx.select().from(decision));

/** A Kazakh who bought for more than 500 EUR, with the receipt. */
async function aTaxedSale(): Promise<{ pass: string; receipt: Receipt }> {
  const day = await aDay(market);
  const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
  const dear = await day.stock('K-001', { price: '400000.00', currency: 'KZT', category: 'honey' });
  const duty = { amount: '9999.00', currency: 'EUR' };
  const sold = await day.sell('K-001', pass, [[dear, 1]], { acknowledgedDuty: duty });
  return { pass, receipt: body<{ receipt: Receipt }>(sold, 201).receipt };
}

describe('A recorded decision', () => {
  test('made again from its own record is the same, byte for byte, for every one of the traffic', async () => {
    expect(await aTraffic(market, 30)).toBeGreaterThan(30);
    const rows = await all();
    expect(new Set(rows.map((row) => (row.body as { outcome: string }).outcome)).size).toBeGreaterThan(1);
    for (const row of rows) {
      const opened = await told<Opened>(open(auditor, row.code), 200);
      expect([row.code, opened.same, opened.differences]).toEqual([row.code, true, []]);
      expect(JSON.stringify(opened.again)).toBe(JSON.stringify(row.body));
    }
  });

  test('opens by the code of the receipt, as printed or typed, and by its id', async () => {
    const { receipt } = await aTaxedSale();
    const [row] = (await all()).filter(({ code }) => code === receipt.decisionCode);
    for (const named of [receipt.decisionCode, displayCode(receipt.decisionCode).toLowerCase(), row?.id ?? '']) {
      const opened = await told<Opened>(open(auditor, named), 200);
      expect(OpenedDecision.safeParse(opened).error?.issues ?? []).toEqual([]);
      expect([opened.code, opened.decision]).toEqual([receipt.decisionCode, receipt.decision]);
    }
    expect((await open(auditor, '222-222-2222')).status).toBe(404);
  });

  test('of an earlier engine shows both answers and where they differ; the recorded one stands', async () => {
    const { receipt } = await aTaxedSale();
    const recorded = { ...receipt.decision, engine: 1, outcome: 'free', duty: null };
    await market.serai.engine.transact(async (tx) => {
      await tx.update(decision).set({ engine: 1, body: recorded }).where(eq(decision.code, receipt.decisionCode));
    });
    const opened = await told<Opened>(open(auditor, receipt.decisionCode), 200);
    expect([opened.same, opened.decision.outcome, opened.again.outcome]).toEqual([false, 'free', 'duty']);
    expect(opened.differences.map(({ pointer }) => pointer)).toEqual(['/engine', '/outcome', '/duty']);
    expect(opened.differences[0]).toEqual({ pointer: '/engine', before: 1, after: opened.again.engine });
  });

  test('is opened by the office, a gate, the till of its stall and the shopper of its pass, and is nothing to anybody else', async () => {
    const day = await aDay(market);
    const { pass, receipt } = await aTaxedSale();
    const path = `/api/v1/decisions/${receipt.decisionCode}`;
    const statusFor = async (who: string | null) => (await market.ask(who, 'GET', path)).status;
    expect(await statusFor(await day.till('K-001'))).toBe(200);
    expect(await statusFor(day.at.CN.gate)).toBe(200);
    expect(await statusFor(`Pass ${pass}`)).toBe(200);
    expect(await statusFor(await day.till('A-001'))).toBe(404);
    expect(await statusFor(`Pass ${await inside(day, 'CN', aDocument())}`)).toBe(404);
    expect(await statusFor(null)).toBe(401);
    const seeing: readonly Role[] = ['gate', 'officer', 'administrator', 'auditor'];
    for (const role of ROLES) {
      const { status } = await open({ ...MACHINE, id: id(), role, kind: 'person' }, receipt.decisionCode);
      expect([role, status]).toEqual([role, seeing.includes(role) ? 200 : 404]);
    }
  });

  test('that a refund made is opened by the till that gave the money back', async () => {
    const day = await aDay(market);
    const { receipt } = await aTaxedSale();
    const before = new Set((await all()).map(({ code }) => code));
    body(await day.refund('K-001', receipt, 1), 201);
    const [made] = (await all()).filter(({ code }) => !before.has(code));
    const till = await day.till('K-001');
    expect((await market.ask(till, 'GET', `/api/v1/decisions/${made?.code}`)).status).toBe(200);
    expect((await market.ask(await day.till('A-001'), 'GET', `/api/v1/decisions/${made?.code}`)).status).toBe(404);
  });
});
