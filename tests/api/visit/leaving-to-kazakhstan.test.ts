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

describe('Leaving to Kazakhstan', () => {
  test('over 25 kg but under 500 EUR owes 4 EUR a kilo', async () => {
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
    const heavy = await day.stock('K-001', { price: '10.00', weightG: 27_000 });
    const { decision } = receiptOf(
      await day.sell('K-001', pass, [[heavy, 1]], { acknowledgedDuty: { amount: '8.00', currency: 'EUR' } }),
    );
    expect(decision.duty).toEqual({ minor: 8_00, currency: 'EUR' });
    expect(limitOf(decision, 'KZ-LAND-KG')).toMatchObject({ limit: 25_000, over: 2000 });
  });

  test('over 500 EUR but under 25 kg owes 30 % of the excess', async () => {
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
    const dear = await day.stock('K-001', { price: '4947.00', weightG: 400 });
    const { decision } = receiptOf(
      await day.sell('K-001', pass, [[dear, 1]], { acknowledgedDuty: { amount: '30.00', currency: 'EUR' } }),
    );
    expect(decision.duty).toEqual({ minor: 30_00, currency: 'EUR' });
  });

  test('exactly 25 kg and a Pakistani passport is green', async () => {
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'PAK' }));
    receiptOf(await day.sell('K-001', pass, [[await day.stock('K-001', { price: '10.00', weightG: 25_000 }), 1]]));
    expect(exitOf(await day.present('KZ', pass)).settlement).toBe('green');
  });

  test('a second exit with goods in the month owes duty on all of it', async () => {
    const document = aDocument({ nationality: 'KAZ' });
    const first = await inside(day, 'KZ', document);
    const thing = await day.stock('K-001', { price: '824.50', weightG: 500 });
    receiptOf(await day.sell('K-001', first, [[thing, 1]]));
    exitOf(await day.close('KZ', exitOf(await day.present('KZ', first)).id, 'settled'));
    const second = await inside(day, 'KZ', document);
    receiptOf(await day.sell('K-001', second, [[thing, 1]], { acknowledgedDuty: { amount: '30.00', currency: 'EUR' } }));
    const exit = exitOf(await day.present('KZ', second));
    expect(exit.duty).toEqual({ amount: '30.00', currency: 'EUR' });
    expect(exit.decision.reasons.map(({ reason }) => reason)).toContain('exits-used-up');
  });

  test('spirits over 5 L cannot be sold, whatever is acknowledged', async () => {
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
    const vodka = await day.stock('K-001', { category: 'spirits', price: '20.00', volumeMl: 1000, strengthPermille: 400 });
    const more = { acknowledgedDuty: { amount: '999.00', currency: 'EUR' } };
    receiptOf(await day.sell('K-001', pass, [[vodka, 5]], more));
    expect(reasonsOf(await day.sell('K-001', pass, [[vodka, 1]], more))).toEqual(['over-limit']);
  });

  test('nobody under 18 is sold tobacco', async () => {
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ', birthDate: '2009-11-19' }));
    const carton = await day.stock('K-001', { category: 'cigarettes', price: '20.00', pieces: 200 });
    expect(reasonsOf(await day.sell('K-001', pass, [[carton, 1]]))).toEqual(['under-age']);
  });

  test('the identity card and then the passport are one traveller', async () => {
    const iin = seeded('aigerim').document.personalNumber as string;
    const card = await inside(day, 'KZ', aDocument({ nationality: 'KAZ', type: 'identity-card', personalNumber: iin }));
    receiptOf(await day.sell('K-001', card, [[await day.stock('K-001', { price: '100.00' }), 1]]));
    exitOf(await day.close('KZ', exitOf(await day.present('KZ', card)).id, 'settled'));
    const passport = await inside(day, 'KZ', aDocument({ nationality: 'KAZ', type: 'passport', personalNumber: iin }));
    const { decision } = body<{ decision: Decision }>(await day.allowance('KZ', passport), 200);
    expect(limitOf(decision, 'KZ-MCPS-FREQ')).toMatchObject({ used: 1, left: 0 });
  });
});
