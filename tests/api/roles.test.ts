import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '#app/api/answer.ts';
import { type Call, parametersOf, rolesOf } from '#app/api/call.ts';
import { CALLS } from '#app/api/calls.ts';
import { type Actor, MACHINE, ROLES, type Role } from '#lib/staff/actor.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, inside } from '../support/a-visit.ts';

let market: Market;
beforeAll(async () => {
  market = await aMarket();
});
afterAll(() => market.close());

const actorWith = (role: Role): Actor => ({ ...MACHINE, id: `a-${role}`, role, kind: role === 'shopper' ? 'shopper' : 'person' });

/** A path with something in the place of each parameter. */
const pathOf = (call: Call) => parametersOf(call).reduce((path, name) => path.replace(`{${name}}`, randomUUID()), call.path);
const asked = (call: Call, actor: Actor | undefined, text = '{}') => ({
  method: call.method,
  path: pathOf(call),
  query: {},
  contentType: 'application/json',
  body: text,
  actor,
});

describe('The role matrix', () => {
  test('has every call', () => {
    expect(CALLS.length).toBeGreaterThan(40);
    expect(new Set(CALLS.map(({ method, path }) => `${method} ${path}`)).size).toBe(CALLS.length);
  });

  test.each(CALLS.map((call) => [`${call.method} ${call.path}`, call] as const))(
    '%s answers only the roles on its list',
    async (_, call) => {
      for (const role of ROLES) {
        const { status } = await answer(market.serai, asked(call, actorWith(role)));
        if (rolesOf(call).includes(role)) expect([role, status]).not.toEqual([role, 403]);
        else expect([role, status]).toEqual([role, 403]);
      }
      const { status } = await answer(market.serai, asked(call, undefined));
      if (call.action === 'public') expect(status).not.toBe(401);
      else expect(status).toBe(401);
    },
  );
});

describe('What is another vendor’s', () => {
  test('is not told apart from nothing', async () => {
    const day = await aDay(market);
    const pass = await inside(day, 'CN', aDocument());
    const { receipt } = body<{ receipt: { id: string } }>(
      await day.sell('A-001', pass, [[await day.stock('A-001', {}), 1]]),
      201,
    );
    const other = await day.till('A-002');
    expect((await market.ask(other, 'GET', `/api/v1/sales/${receipt.id}`)).status).toBe(404);
    expect((await market.ask(other, 'GET', `/api/v1/sales/${randomUUID()}`)).status).toBe(404);
    expect(
      (await market.ask(other, 'POST', `/api/v1/sales/${receipt.id}/voids`, { id: randomUUID(), reason: 'not mine' })).status,
    ).toBe(404);
    expect(
      (
        await market.ask(other, 'POST', `/api/v1/sales/${receipt.id}/refunds`, {
          id: randomUUID(),
          lines: [{ line: 1, quantity: '1', goods: 'back' }],
          tenders: [],
          paidBy: 'stall',
        })
      ).status,
    ).toBe(404);
    const another = await inside(day, 'CN', aDocument());
    expect((await market.ask(`Pass ${another}`, 'GET', `/api/v1/sales/${receipt.id}`)).status).toBe(404);
    expect((await market.ask(`Pass ${another}`, 'GET', `/api/v1/passes/${pass}`)).status).toBe(404);
    expect((await market.ask(`Pass ${pass}`, 'GET', `/api/v1/sales/${receipt.id}`)).status).toBe(200);
  });

  test('an owner cannot change or see it', async () => {
    const goods = await market.ask(null, 'GET', '/api/v1/products?stall=A-001&limit=1');
    const product = body<{ products: { id: string }[] }>(goods, 200).products[0]?.id ?? '';
    const stranger: Actor = { ...MACHINE, role: 'owner', vendor: randomUUID() };
    for (const [path, text] of [
      [`/api/v1/products/${product}/changes`, { id: randomUUID(), price: { amount: '1.00', currency: 'CNY' } }],
      [`/api/v1/products/${product}/stock-movements`, { id: randomUUID(), kind: 'loss', quantity: '1', reason: 'not mine' }],
    ] as const) {
      const { status } = await answer(market.serai, {
        method: 'POST',
        path,
        query: {},
        contentType: 'application/json',
        body: JSON.stringify(text),
        actor: stranger,
      });
      expect(status).toBe(404);
    }
  });
});
