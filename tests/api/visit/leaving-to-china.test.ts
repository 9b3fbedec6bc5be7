import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '#lib/law/decision.ts';
import { aMarket, type Market } from '../../support/a-market.ts';
import { aDay, aDocument, body, type Day, inside, reasonsOf, seeded } from '../../support/a-visit.ts';
import { exitOf, limitOf, receiptOf } from '../../support/visit-replies.ts';

let market: Market;
let day: Day;

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
});
afterAll(() => market.close());

describe('Leaving to China', () => {
  test('a resident within 8,000 CNY is green', async () => {
    const pass = await inside(day, 'CN', { mrz: seeded('li-mei').mrz });
    receiptOf(await day.sell('A-001', pass, [[await day.stock('A-001', { price: '8000.00' }), 1]]));
    const exit = exitOf(await day.present('CN', pass));
    expect(exit.settlement).toBe('green');
    expect(limitOf(exit.decision, 'CN-ICBC-VAL')).toMatchObject({ limit: 8000_00, visit: 8000_00, left: 0, over: 0 });
  });

  test('a resident one fen over 8,000 CNY owes duty on the item that does not fit, and must say yes to it first', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const cloth = await day.stock('A-001', { category: 'clothing', price: '7000.00' });
    const coat = await day.stock('A-001', { category: 'clothing', price: '1000.01' });
    receiptOf(await day.sell('A-001', pass, [[cloth, 1]]));
    expect(reasonsOf(await day.sell('A-001', pass, [[coat, 1]]))).toEqual(['duty-not-acknowledged']);
    const { decision } = receiptOf(
      await day.sell('A-001', pass, [[coat, 1]], { acknowledgedDuty: { amount: '200.00', currency: 'CNY' } }),
    );
    expect(decision.duty).toEqual({ minor: 200_00, currency: 'CNY' });
    const exit = exitOf(await day.present('CN', pass));
    expect(exit.settlement).toBe('amber');
    expect(exit.duty).toEqual({ amount: '200.00', currency: 'CNY' });
  });

  test('a Pakistani, a third-country national, has the same 8,000 CNY', async () => {
    const pass = await inside(day, 'CN', { mrz: seeded('imran').mrz });
    const { decision } = receiptOf(await day.sell('A-001', pass, [[await day.stock('A-001', { price: '500.00' }), 1]]));
    expect(limitOf(decision, 'CN-ICBC-VAL')).toMatchObject({ limit: 8000_00, left: 7500_00 });
  });

  test('a second pass on the same day meets what the first one used, and the next day in China does not', async () => {
    const document = aDocument();
    const first = await inside(day, 'CN', document);
    receiptOf(await day.sell('A-001', first, [[await day.stock('A-001', { price: '6000.00' }), 1]]));
    exitOf(await day.close('CN', exitOf(await day.present('CN', first)).id, 'settled'));
    const second = await inside(day, 'CN', document);
    const { decision } = body<{ decision: Decision }>(await day.allowance('CN', second), 200);
    expect(limitOf(decision, 'CN-ICBC-VAL')).toMatchObject({ used: 6000_00, left: 2000_00 });
    market.at('2026-11-18T16:00:00.001Z');
    const { decision: tomorrow } = body<{ decision: Decision }>(await day.allowance('CN', second), 200);
    market.at('2026-11-18T07:00:00.000Z');
    expect(limitOf(tomorrow, 'CN-ICBC-VAL')).toMatchObject({ used: 0, left: 8000_00 });
  });
});
