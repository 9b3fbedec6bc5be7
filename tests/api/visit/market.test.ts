import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '#lib/law/decision.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { aMarket, id, type Market } from '../../support/a-market.ts';
import { aDay, aDocument, body, type Day, inside, reasonsOf } from '../../support/a-visit.ts';
import { TEST_NOW } from '../../support/test-now.ts';
import { exitOf, limitOf, receiptOf } from '../../support/visit-replies.ts';

let market: Market;
let day: Day;

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
});
afterAll(() => market.close());

describe('In the market', () => {
  test('a bag, then a phone over the limit, then the phone refunded leaves the plan of the bag alone', async () => {
    const bag = await day.stock('A-001', { category: 'bags', price: '5000.00' });
    const phone = await day.stock('A-002', { category: 'phones', price: '6000.00' });
    const alone = await inside(day, 'CN', aDocument());
    const onlyBag = receiptOf(await day.sell('A-001', alone, [[bag, 1]]));
    const pass = await inside(day, 'CN', aDocument());
    receiptOf(await day.sell('A-001', pass, [[bag, 1]]));
    const both = receiptOf(
      await day.sell('A-002', pass, [[phone, 1]], { acknowledgedDuty: { amount: '2000.00', currency: 'CNY' } }),
    );
    expect(both.decision.outcome).toBe('duty');
    body(await day.refund('A-002', both, 1), 201);
    const { decision } = body<{ decision: Decision }>(await day.allowance('CN', pass), 200);
    expect(decision.plan).toEqual(onlyBag.decision.plan);
    expect(decision.duty).toBeNull();
  });

  test('a refund is never more than was sold and never twice', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const receipt = receiptOf(await day.sell('A-001', pass, [[await day.stock('A-001', { price: '33.33' }), 3]]));
    body(await day.refund('A-001', receipt, 1, '2'), 201);
    expect(reasonsOf(await day.refund('A-001', receipt, 1, '2'))).toEqual(['refund-too-much']);
    body(await day.refund('A-001', receipt, 1, '1'), 201);
    expect(reasonsOf(await day.refund('A-001', receipt, 1, '1'))).toEqual(['already-refunded']);
  });

  test('a void leaves nothing behind but its own record', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const receipt = receiptOf(await day.sell('A-001', pass, [[await day.stock('A-001', { price: '4000.00' }), 1]]));
    body(
      await market.ask(await day.till('A-001'), 'POST', `/api/v1/sales/${receipt.id}/voids`, {
        id: id(),
        reason: 'wrong shopper',
      }),
      201,
    );
    const { decision } = body<{ decision: Decision }>(await day.allowance('CN', pass), 200);
    expect(limitOf(decision, 'CN-ICBC-VAL')).toMatchObject({ visit: 0, left: 8000_00 });
  });

  test('a mother pays once for two children, each on their own allowance', async () => {
    const mother = await inside(day, 'KZ', aDocument({ nationality: 'PAK', givenNames: 'NADIA' }));
    const children = [];
    for (const birthDate of ['2014-01-01', '2018-01-01'])
      children.push(await inside(day, 'KZ', aDocument({ nationality: 'PAK', birthDate }), { guardianPass: mother }));
    const toy = await day.stock('K-001', { category: 'toys', price: '50.00' });
    const till = await day.till('K-001');
    const { stall } = body<{ stall: { id: string } }>(await market.ask(till, 'GET', '/api/v1/till'), 200);
    const sales = children.map((pass) => ({ id: id(), stall: stall.id, pass, lines: [{ product: toy.id, quantity: '1' }] }));
    const paid = body<{ receipts: Receipt[] }>(
      await market.ask(till, 'POST', '/api/v1/payments', {
        id: id(),
        sales,
        tenders: [{ kind: 'cash', amount: { amount: '100.00', currency: 'CNY' } }],
        custody: 'stall',
      }),
      201,
    );
    expect(paid.receipts.map(({ pass }) => pass.code)).toEqual(children);
    const left = await Promise.all(
      [mother, ...children].map(
        async (pass) =>
          limitOf(body<{ decision: Decision }>(await day.allowance('KZ', pass), 200).decision, 'KZ-LAND-VAL')?.visit,
      ),
    );
    expect(left[0]).toBe(0);
    expect(left[1]).toBeGreaterThan(0);
    expect(left[2]).toBe(left[1]);
  });

  test('each rule is told once, as it is today, and a mix by the names of its parts', async () => {
    type Told = { id: string; sentences: { en: string }; parts: ({ en: string } | null)[] };
    const { rules } = body<{ rules: Told[] }>(await market.ask(null, 'GET', '/api/v1/market'), 200);
    const ids = rules.map(({ id: rule }) => rule);
    expect(ids).toEqual([...new Set(ids)]);
    expect(rules.find(({ id: rule }) => rule === 'KZ-LAND-VAL')?.sentences.en).toContain('500');
    expect(rules.find(({ id: rule }) => rule === 'EAEU-TOB')?.parts.map((part) => part?.en)).toEqual([
      'Cigarettes',
      'Cigars',
      'Loose tobacco',
    ]);
  });

  test('the lost pass says since when it is replaced, not when it was itself issued', async () => {
    const document = aDocument();
    const lost = await inside(day, 'CN', document);
    market.at('2026-11-18T09:15:00.000Z');
    body(await market.ask(day.at.CN.gate, 'POST', `/api/v1/passes/${lost}/replacements`, { id: id(), document }), 201);
    market.at(TEST_NOW);
    const refused = await day.sell('A-001', lost, [[await day.stock('A-001', {}), 1]]);
    expect(refused.body).toMatchObject({ reason: 'pass-replaced', facts: { replacedAt: '2026-11-18T09:15:00.000Z' } });
  });

  test.each([
    ['CN', 'CNY'],
    ['KZ', 'KZT'],
  ] as const)('goods brought in on side %s without a value are worth nothing in %s', async (side, currency) => {
    const { pass } = body<{ pass: PassCard }>(await day.issue(side, aDocument()), 201);
    const broughtIn = [{ category: 'clothing', description: 'a coat', quantity: '1', weightG: 900 }];
    body(await market.ask(day.at[side].gate, 'POST', '/api/v1/entries', { id: id(), pass: pass.code, broughtIn }), 201);
    const { declared } = exitOf(await day.present(side, pass.code));
    expect(declared.map(({ value }) => value)).toEqual([{ amount: '0.00', currency }]);
  });

  test('a lost pass is replaced and the visit goes on', async () => {
    const document = aDocument();
    const lost = await inside(day, 'CN', document);
    receiptOf(await day.sell('A-001', lost, [[await day.stock('A-001', { price: '1000.00' }), 1]]));
    const { pass } = body<{ pass: PassCard }>(
      await market.ask(day.at.CN.gate, 'POST', `/api/v1/passes/${lost}/replacements`, { id: id(), document }),
      201,
    );
    const cup = await day.stock('A-001', { price: '1.00' });
    expect(reasonsOf(await day.sell('A-001', lost, [[cup, 1]]))).toEqual(['pass-replaced']);
    const { decision } = receiptOf(await day.sell('A-001', pass.code, [[cup, 1]]));
    expect(limitOf(decision, 'CN-ICBC-VAL')?.visit).toBe(1001_00);
  });

  test('a retried sale is the same sale, another body or another device with its id is refused', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const cup = await day.stock('A-001', { price: '9.90' });
    const request = {
      id: id(),
      pass,
      lines: [{ product: cup.id, quantity: '1' }],
      tenders: [{ kind: 'cash', amount: { amount: '10.00', currency: 'CNY' } }],
    };
    const till = await day.till('A-001');
    const first = await market.ask(till, 'POST', '/api/v1/sales', request);
    const again = await market.ask(till, 'POST', '/api/v1/sales', request);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(receiptOf(first).change).toEqual({ amount: '0.10', currency: 'CNY' });
    expect(
      (
        await market.ask(till, 'POST', '/api/v1/sales', {
          ...request,
          tenders: [{ kind: 'cash', amount: { amount: '20.00', currency: 'CNY' } }],
        })
      ).status,
    ).toBe(409);
    expect((await market.ask(await day.till('A-002'), 'POST', '/api/v1/sales', request)).status).toBe(409);
  });

  test('a sale before entry, or short of money, is refused', async () => {
    const { pass } = body<{ pass: PassCard }>(await day.issue('CN', aDocument()), 201);
    const cup = await day.stock('A-001', { price: '9.90' });
    expect(reasonsOf(await day.sell('A-001', pass.code, [[cup, 1]]))).toEqual(['not-entered']);
    await day.enter('CN', pass.code);
    expect(
      reasonsOf(
        await day.sell('A-001', pass.code, [[cup, 1]], {
          tenders: [{ kind: 'cash', amount: { amount: '9.89', currency: 'CNY' } }],
        }),
      ),
    ).toEqual(['tender-short']);
    expect(reasonsOf(await day.sell('A-001', pass.code, [[cup, 1]], { occurredAt: '2026-11-18T06:00:00Z' }))).toEqual([
      'occurred-at-refused',
    ]);
  });
});
