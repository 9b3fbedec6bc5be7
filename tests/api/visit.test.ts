import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExitView } from '#db/stores/exit-cases.ts';
import type { Decision } from '#lib/law/decision.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, type Day, inside, reasonsOf, seeded } from '../support/a-visit.ts';
import { TEST_NOW } from '../support/test-now.ts';

let market: Market;
let day: Day;

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
});
afterAll(() => market.close());

const limitOf = (decision: Decision, rule: string) => decision.limits.find((limit) => limit.rule === rule);
const exitOf = (reply: Parameters<typeof body>[0], status = 201) => body<{ exit: ExitView }>(reply, status).exit;
const receiptOf = (reply: Parameters<typeof body>[0]) => body<{ receipt: Receipt }>(reply, 201).receipt;

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

describe('At the kiosk', () => {
  test('a child needs a guardian, and comes in with one', async () => {
    const child = { mrz: seeded('hamza').mrz };
    expect(reasonsOf(await day.issue('KZ', child))).toEqual(['guardian-required']);
    const mother = body<{ pass: PassCard }>(await day.issue('KZ', { mrz: seeded('nadia').mrz }), 201).pass;
    const { pass } = body<{ pass: PassCard }>(await day.issue('KZ', child, { guardianPass: mother.code }), 201);
    expect(pass.traveller.ageClass).toBe('child');
    expect(pass.party).not.toBeNull();
  });

  test('an expired passport is refused with its date', async () => {
    const reply = await day.issue('CN', { mrz: seeded('expired').mrz });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ reason: 'document-expired', facts: { type: 'passport' } });
  });

  test('a faulty check digit names its field and nothing else', async () => {
    const [first, second = ''] = seeded('ma-wentao').mrz.split('\n');
    const reply = await day.issue('CN', {
      mrz: `${first}\n${second.slice(0, 9)}${(Number(second[9]) + 1) % 10}${second.slice(10)}`,
    });
    expect((reply.body as { refusals: unknown[] }).refusals).toEqual([
      { reason: 'mrz-unreadable', facts: { field: 'number', problem: 'check-digit' } },
    ]);
  });

  test('no second pass while a visit is open; an unused one is replaced', async () => {
    const document = aDocument();
    const first = body<{ pass: PassCard }>(await day.issue('CN', document), 201).pass;
    const second = body<{ pass: PassCard }>(await day.issue('CN', document), 201).pass;
    expect(reasonsOf(await day.enter('CN', first.code))).toEqual(['pass-replaced']);
    body(await day.enter('CN', second.qr), 201);
    expect(reasonsOf(await day.issue('CN', document))).toEqual(['visit-open']);
  });

  test('the specimen state UTO is a third country', async () => {
    body(await day.issue('KZ', aDocument({ nationality: 'UTO' })), 201);
  });
});

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

describe('Finding goods', () => {
  test.each(['Шёлковый', 'шёлковый', '丝绸', 'SILK', 'жібек', 'ریشمی'])(
    '%s finds silk, whatever its script and case',
    async (q) => {
      const { products } = body<{ products: { category: string }[] }>(
        await market.ask(null, 'GET', `/api/v1/products?q=${encodeURIComponent(q)}&limit=5`),
        200,
      );
      expect(products.length).toBeGreaterThan(0);
      for (const { category } of products) expect(category).toBe('silk');
    },
  );
});

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
