import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '#app/api/answer.ts';
import { type Call, parametersOf, rolesOf } from '#app/api/call.ts';
import { CALLS } from '#app/api/calls.ts';
import { openApi } from '#app/api/openapi.ts';
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

describe('The OpenAPI document', () => {
  test('names every call with its roles', () => {
    const { paths } = openApi('http://localhost:3000');
    for (const call of CALLS) expect(paths[call.path]).toHaveProperty(call.method.toLowerCase());
  });

  test('is what a visit answers: every reply fits its schema', async () => {
    const day = await aDay(market);
    const seen: string[] = [];
    const ask = market.ask;
    const checked: Market['ask'] = async (who, method, path, sent) => {
      const reply = await ask(who, method, path, sent);
      if (reply.status >= 300) return reply;
      const call = CALLS.find(
        (each) =>
          each.method === method && new RegExp(`^${each.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0] as string),
      ) as Call;
      const fits = call.output.safeParse(reply.body);
      if (!fits.success) throw new Error(`${method} ${path}: ${JSON.stringify(fits.error.issues.slice(0, 3))}`);
      seen.push(`${method} ${call.path}`);
      return reply;
    };
    (market as { ask: Market['ask'] }).ask = checked;
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
    const { receipt } = body<{ receipt: { id: string } }>(
      await day.sell('K-001', pass, [[await day.stock('K-001', {}), 2]]),
      201,
    );
    await day.allowance('KZ', pass);
    const till = await day.till('K-001');
    for (const path of [
      '/api/v1/till',
      '/api/v1/sales',
      `/api/v1/sales/${receipt.id}`,
      `/api/v1/passes/${pass}`,
      `/api/v1/passes/${pass}/sales`,
      '/api/v1/market',
      '/api/v1/products?q=silk',
    ])
      await market.ask(till, 'GET', path);
    await market.ask(day.at.KZ.gate, 'GET', '/api/v1/gate');
    const exit = body<{ exit: { id: string } }>(await day.present('KZ', pass), 201).exit.id;
    await market.ask(day.at.KZ.gate, 'GET', `/api/v1/exits/${exit}`);
    await day.close('KZ', exit, 'settled');
    (market as { ask: Market['ask'] }).ask = ask;
    for (const path of ['overview', 'vendors', 'staff', 'devices', 'passes', 'audit']) {
      const call = CALLS.find((each) => each.path === `/api/v1/office/${path}`) as Call;
      const reply = await answer(market.serai, asked(call, actorWith('auditor')));
      expect(call.output.safeParse(reply.body).error?.issues ?? []).toEqual([]);
    }
    expect(new Set(seen).size).toBeGreaterThan(14);
  });
});
