import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, type Day, inside, reasonsOf } from '../support/a-visit.ts';

let market: Market;
let day: Day;
beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
});
afterAll(() => market.close());

describe('A pass that is revoked inside', () => {
  test('buys nothing more and keeps nobody in', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const cup = await day.stock('A-001', {});
    body(await day.sell('A-001', pass, [[cup, 1]]), 201);
    const revocation = { id: id(), reason: 'reported stolen' };
    body(await market.ask(day.at.CN.gate, 'POST', `/api/v1/passes/${pass}/revocations`, revocation), 201);
    expect(reasonsOf(await day.sell('A-001', pass, [[cup, 1]]))).toEqual(['pass-revoked']);
    const { exit } = body<{ exit: { id: string; declared: unknown[] } }>(await day.present('CN', pass), 201);
    expect(exit.declared).toHaveLength(1);
    body(await day.close('CN', exit.id, 'settled'), 201);
    expect(reasonsOf(await day.present('CN', pass))).toEqual(['pass-revoked']);
    expect(reasonsOf(await day.enter('CN', pass))).toEqual(['pass-revoked']);
  });

  test('before it came in does not go out either', async () => {
    const { code } = body<{ pass: { code: string } }>(await day.issue('CN', aDocument()), 201).pass;
    const revocation = { id: id(), reason: 'reported stolen' };
    body(await market.ask(day.at.CN.gate, 'POST', `/api/v1/passes/${code}/revocations`, revocation), 201);
    expect(reasonsOf(await day.present('CN', code))).toEqual(['pass-revoked']);
  });
});

describe('An exit case', () => {
  test('goes on at another desk of its side, and the first desk is told that it is closed', async () => {
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
    const beside = await market.token('gate', 'KZ-2');
    const { exit } = body<{ exit: { id: string } }>(await day.present('KZ', pass), 201);
    expect((await market.ask(beside, 'POST', '/api/v1/exits', { id: id(), pass })).body).toMatchObject({
      reason: 'visit-presented',
      facts: { exit: exit.id },
    });
    expect((await market.ask(beside, 'GET', `/api/v1/exits/${exit.id}`)).status).toBe(200);
    body(await market.ask(beside, 'POST', `/api/v1/exits/${exit.id}/close`, { id: id(), outcome: 'settled' }), 201);
    expect(reasonsOf(await day.close('KZ', exit.id, 'settled'))).toEqual(['exit-closed']);
  });
});
