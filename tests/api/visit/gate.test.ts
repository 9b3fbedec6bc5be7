import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '#lib/law/decision.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
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

describe('At the gate', () => {
  test('the other side than that of entry is refused, save by two signatures', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const reply = await day.present('KZ', pass);
    expect(reasonsOf(reply)).toEqual(['wrong-side']);
    const { operators } = body<{ operators: { id: string }[] }>(await market.ask(day.at.KZ.gate, 'GET', '/api/v1/gate'), 200);
    const signed = (count: number, pin = '135790') => ({
      id: id(),
      pass,
      reason: 'storm closed the road',
      signatures: operators.slice(0, count).map(({ id }) => ({ operator: id, pin })),
    });
    expect(reasonsOf(await market.ask(day.at.KZ.gate, 'POST', '/api/v1/exits', signed(1)))).toEqual(['two-signatures-needed']);
    expect(reasonsOf(await market.ask(day.at.KZ.gate, 'POST', '/api/v1/exits', signed(2, '000000')))).toEqual(['pin-wrong']);
    expect(exitOf(await market.ask(day.at.KZ.gate, 'POST', '/api/v1/exits', signed(2))).exitSide).toBe('KZ');
  });

  test('wine drunk inside does not count at the gate', async () => {
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
    const wine = await day.stock('K-001', { category: 'wine', price: '20.00', volumeMl: 1000, strengthPermille: 130 });
    receiptOf(await day.sell('K-001', pass, [[wine, 4]], { acknowledgedDuty: { amount: '10.00', currency: 'EUR' } }));
    const exit = exitOf(await day.present('KZ', pass));
    expect(exit.duty).toEqual({ amount: '10.00', currency: 'EUR' });
    const after = exitOf(
      await day.resolve('KZ', exit.id, { line: exit.declared[0]?.id, fate: 'consumed-inside', quantity: '1' }),
    );
    expect(after.settlement).toBe('green');
    expect(after.declared.map(({ quantity, fate }) => [quantity, fate])).toEqual([
      ['1', 'consumed-inside'],
      ['3', 'carried'],
    ]);
    expect(exitOf(await day.close('KZ', exit.id, 'settled')).state).toBe('settled');
  });

  test('a case withdrawn to the market lets the coat go back, and is presented again', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const coat = receiptOf(
      await day.sell('A-001', pass, [[await day.stock('A-001', { category: 'clothing', price: '9000.00' }), 1]], {
        acknowledgedDuty: { amount: '1800.00', currency: 'CNY' },
      }),
    );
    const exit = exitOf(await day.present('CN', pass));
    expect(exit.settlement).toBe('amber');
    expect(reasonsOf(await day.refund('A-001', coat, 1))).toEqual(['visit-presented']);
    expect((await day.present('CN', pass)).body).toMatchObject({ reason: 'visit-presented', facts: { exit: exit.id } });
    expect(exitOf(await day.close('CN', exit.id, 'withdrawn')).state).toBe('withdrawn');
    body(await day.refund('A-001', coat, 1), 201);
    const again = exitOf(await day.present('CN', pass));
    expect(again.settlement).toBe('green');
    expect(again.declared).toEqual([]);
  });

  test('weighed heavier and a line found change the decision; what is forbidden must be resolved first', async () => {
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
    receiptOf(await day.sell('K-001', pass, [[await day.stock('K-001', { price: '10.00', weightG: 20_000 }), 1]]));
    const exit = exitOf(await day.present('KZ', pass));
    const heavier = exitOf(await day.resolve('KZ', exit.id, { line: exit.declared[0]?.id, fate: 'carried', weightG: 26_000 }));
    expect(heavier.duty).toEqual({ amount: '4.00', currency: 'EUR' });
    const found = exitOf(
      await market.ask(day.at.KZ.gate, 'POST', `/api/v1/exits/${exit.id}/lines`, {
        id: id(),
        source: 'found',
        description: 'Vodka',
        category: 'spirits',
        quantity: '6',
        weightG: 1,
        volumeMl: 6000,
        value: { amount: '1.00', currency: 'EUR' },
      }),
    );
    expect(found.settlement).toBe('red');
    expect(reasonsOf(await day.close('KZ', exit.id, 'settled'))).toEqual(['lines-unresolved']);
    const vodka = found.declared.find(({ source }) => source === 'found');
    const seized = exitOf(await day.resolve('KZ', exit.id, { line: vodka?.id, fate: 'seized' }));
    expect(seized.settlement).toBe('amber');
    expect(exitOf(await day.close('KZ', exit.id, 'unsettled')).state).toBe('unsettled');
  });

  test('a visit whose traveller left unseen is closed unsettled, and what it held is used', async () => {
    const document = aDocument();
    const pass = await inside(day, 'CN', document);
    receiptOf(await day.sell('A-001', pass, [[await day.stock('A-001', { price: '3000.00' }), 1]]));
    const { visit } = body<{ pass: PassCard }>(await market.ask(day.at.CN.gate, 'GET', `/api/v1/passes/${pass}`), 200).pass;
    const absence = `/api/v1/visits/${visit?.id}/absences`;
    expect((await market.ask(day.at.KZ.gate, 'POST', absence, { id: id(), reason: 'not my side' })).status).toBe(404);
    body(await market.ask(day.at.CN.gate, 'POST', absence, { id: id(), reason: 'left with the crowd at closing' }), 201);
    const again = await inside(day, 'CN', document);
    const { decision } = body<{ decision: Decision }>(await day.allowance('CN', again), 200);
    expect(limitOf(decision, 'CN-ICBC-VAL')).toMatchObject({ used: 3000_00 });
  });

  test('the pass is spent once the visit closes, and a revoked one does not come in', async () => {
    const pass = await inside(day, 'CN', aDocument());
    exitOf(await day.close('CN', exitOf(await day.present('CN', pass)).id, 'settled'));
    expect(reasonsOf(await day.enter('CN', pass))).toEqual(['pass-spent']);
    const { pass: another } = body<{ pass: PassCard }>(await day.issue('CN', aDocument()), 201);
    body(
      await market.ask(day.at.CN.gate, 'POST', `/api/v1/passes/${another.id}/revocations`, {
        id: id(),
        reason: 'reported stolen',
      }),
      201,
    );
    expect(reasonsOf(await day.enter('CN', another.code))).toEqual(['pass-revoked']);
  });
});
