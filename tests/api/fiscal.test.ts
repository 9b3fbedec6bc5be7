import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { preparesBy } from '#db/engine/statements.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import { documentsOf, sentUntil, setAdapter, settingsWith, waitingAt } from '#tests/support/a-fiscal-side.ts';
import { aMannedDrawer, CNY, cash } from '#tests/support/a-manned-drawer.ts';
import { aMarket, id, type Market, type Who } from '#tests/support/a-market.ts';
import { aDay, aDocument, body, type Day, type Goods, inside, reasonsOf } from '#tests/support/a-visit.ts';
import { anOfflineSale } from '#tests/support/an-offline-sale.ts';
import { TEST_NOW } from '#tests/support/test-now.ts';
import { aTestOperator, type TestOperator } from '#tests/support/test-operator.ts';
import { falseRows } from '#tests/support/verify.ts';

const STALL = 'A-002';
const PREPARE = Symbol.for('serai.prepare');
let operator: TestOperator;
let market: Market;
let day: Day;
let office: Who;
let cup: Goods;
let pass: string;

beforeEach(async () => {
  operator = await aTestOperator();
  market = await aMarket(TEST_NOW, settingsWith({ SERAI_FISCAL_OPERATOR: operator.url }));
  day = await aDay(market);
  office = await market.signIn('administrator', 'office');
  cup = await day.stock(STALL, { price: '9.90' });
  pass = await inside(day, 'CN', aDocument());
});
afterEach(async () => {
  const wrong = await falseRows(market);
  await market.close();
  await operator.close();
  expect(wrong).toEqual([]);
});

const later = (minutes: number) => new Date(Date.parse(TEST_NOW) + minutes * 60_000).toISOString();
const hours = (count: number) => later(count * 60);
const toOperator = async () => body(await setAdapter(market, office, 'CN', 'test-operator'), 201);
const sold = async (): Promise<Receipt> => body<{ receipt: Receipt }>(await day.sell(STALL, pass, [[cup, 1]]), 201).receipt;
const seen = async (sale: string): Promise<Receipt> =>
  body<{ receipt: Receipt }>(await market.ask(await day.till(STALL), 'GET', `/api/v1/sales/${sale}`), 200).receipt;
const voided = async (sale: string) =>
  market.ask(await day.till(STALL), 'POST', `/api/v1/sales/${sale}/voids`, { id: id(), reason: 'wrong goods' });
const waiting = async () => (await waitingAt(market, office, 'CN')).waiting;
const allSent = () => sentUntil(market, async () => (await waiting()) === 0);
const statesOf = async (sale: string) => (await documentsOf(market, sale)).map(({ type, state }) => [type, state]);

describe('A side without an adapter', () => {
  test('makes no documents, and its receipts and reports say nothing of them', async () => {
    const receipt = await sold();
    expect(receipt.fiscal).toBeUndefined();
    expect(await documentsOf(market, receipt.id)).toEqual([]);
    const till = body<{ fiscal: unknown; session: TillSessionView }>(
      await market.ask(await day.till(STALL), 'GET', '/api/v1/till'),
      200,
    );
    expect([till.fiscal, till.session.fiscal]).toEqual([null, null]);
  });
});

test.skipIf(process.env.DATABASE_URL)(
  'A sale of a side without an adapter asks nothing about documents; one with an adapter does',
  async () => {
    const asked: string[] = [];
    await market.serai.engine.transact(async (tx) => {
      const own = (tx as unknown as { [PREPARE]: Parameters<typeof preparesBy>[1] })[PREPARE];
      // Each statement is prepared before it is first asked, and this connection has asked none of them yet.
      preparesBy(tx, (text) => {
        asked.push(text);
        return own(text);
      });
    });
    await sold();
    expect([asked.length > 0, asked.filter((text) => text.includes('fiscal_document'))]).toEqual([true, []]);
    await toOperator();
    await sold();
    expect(asked.filter((text) => text.includes('fiscal_document'))).not.toEqual([]);
  },
);

describe('A sale, a refund and a void of a side with an operator', () => {
  test('have one document each, numbered by device and shift, which carries the operator’s sign once it is registered', async () => {
    await toOperator();
    const first = await sold();
    expect(first.fiscal).toMatchObject([{ type: 'sale', state: 'pending', shift: 1, number: 1, sign: null }]);
    expect(first.fiscal?.[0]?.autonomousSign).toMatch(/^\d{12}$/);
    const second = await sold();
    body(await day.refund(STALL, first, 1), 201);
    body(await voided(second.id), 201);
    await allSent();
    expect(operator.registered.map(({ type, number, total, sale }) => [type, number, total.amount, sale])).toEqual([
      ['sale', 1, '9.90', first.id],
      ['sale', 2, '9.90', second.id],
      ['refund', 3, '9.90', first.id],
      ['void', 4, '9.90', second.id],
    ]);
    expect(operator.registered[0]).toMatchObject({
      side: 'CN',
      taxId: first.seller.taxId,
      tenders: [{ kind: 'cash', amount: { amount: '9.90', currency: 'CNY' } }],
      late: false,
    });
    expect((await seen(first.id)).fiscal).toMatchObject([
      { type: 'sale', state: 'registered', operatorNumber: '1', link: expect.stringMatching(/^https:/) },
      { type: 'refund', state: 'registered', operatorNumber: '3' },
    ]);
  });

  test('of a party are documented each for itself, with the tenders of the one payment shared out', async () => {
    await toOperator();
    const other = await inside(day, 'CN', aDocument());
    const till = await day.till(STALL);
    const stall = (await sold()).stall.id;
    const lines = [{ product: cup.id, quantity: '1' }];
    const paid = body<{ receipts: Receipt[] }>(
      await market.ask(till, 'POST', '/api/v1/payments', {
        id: id(),
        sales: [pass, other].map((shown) => ({ id: id(), stall, pass: shown, lines })),
        tenders: [{ kind: 'card', amount: CNY('12.00') }, cash('7.80')],
        custody: 'stall',
      }),
      201,
    ).receipts;
    const tenders = (await Promise.all(paid.map((each) => documentsOf(market, each.id)))).map(([one]) => one?.tenders);
    expect(tenders).toEqual([
      [{ kind: 'card', minor: 990 }],
      [
        { kind: 'cash', minor: 780 },
        { kind: 'card', minor: 210 },
      ],
    ]);
    await allSent();
    expect(operator.registered).toHaveLength(3);
  });

  test('that was sold before there was an operator is not voided there, and is told when it is refunded', async () => {
    const [before, other] = [await sold(), await sold()];
    await toOperator();
    body(await voided(before.id), 201);
    body(await day.refund(STALL, other, 1), 201);
    expect([await statesOf(before.id), await statesOf(other.id)]).toEqual([[], [['refund', 'pending']]]);
  });
});

describe('An operator', () => {
  test('that registers and loses its answer registers nothing twice', async () => {
    await toOperator();
    const [first, second] = [await sold(), await sold()];
    operator.is('loses-answers');
    await sentUntil(market, async () => operator.told() > 2);
    expect(operator.registered.map(({ sale }) => sale)).toEqual([first.id]);
    operator.is('well');
    await allSent();
    expect(operator.registered.map(({ sale }) => sale)).toEqual([first.id, second.id]);
    expect(await statesOf(first.id)).toEqual([['sale', 'registered']]);
  });

  test.each(['away', 'babbles'] as const)(
    'that is %s leaves autonomous documents, which it registers later in their order',
    async (mood) => {
      await toOperator();
      operator.is(mood);
      const first = await sold();
      await sentUntil(market, async () => (await statesOf(first.id))[0]?.[1] === 'autonomous');
      const second = await sold();
      expect(second.fiscal?.[0]?.state).toBe('autonomous');
      operator.is('slow');
      await allSent();
      expect(operator.registered.map(({ sale, late }) => [sale, late])).toEqual([
        [first.id, true],
        [second.id, true],
      ]);
      expect((await sold()).fiscal?.[0]?.state).toBe('pending');
    },
  );

  test('that turns a document down is not asked again until the office says so; those after it go on', async () => {
    await toOperator();
    operator.is('refuses');
    const first = await sold();
    await allSent();
    expect(await statesOf(first.id)).toEqual([['sale', 'refused']]);
    operator.is('well');
    const second = await sold();
    await allSent();
    expect(operator.registered.map(({ sale }) => sale)).toEqual([second.id]);
    const again = () => market.ask(office, 'POST', '/api/v1/sides/CN/fiscal-retries', { id: id() });
    expect(body(await again(), 201)).toEqual({ retried: 1 });
    await allSent();
    expect(operator.registered.map(({ sale }) => sale)).toEqual([second.id, first.id]);
    expect(reasonsOf(await again())).toEqual(['fiscal-none-refused']);
  });

  test('that this server cannot reach is not set, nor are times that do not fit', async () => {
    const set = (adapter: string, terms?: object) => setAdapter(market, office, 'CN', adapter, terms);
    expect(reasonsOf(await set('file', { onTimeMinutes: 15, loudHours: 72, shutHours: 72 }))).toEqual(['fiscal-terms-invalid']);
    const elsewhere = await aMarket(TEST_NOW, settingsWith({}));
    const admin = await elsewhere.signIn('administrator', 'office');
    expect(reasonsOf(await setAdapter(elsewhere, admin, 'CN', 'test-operator'))).toEqual(['fiscal-adapter-unset']);
    await elsewhere.close();
  });

  test('is told every document once by a sender that was stopped in the middle and started again', async () => {
    await toOperator();
    const receipts = [];
    for (let count = 0; count < 6; count += 1) receipts.push(await sold());
    operator.is('slow');
    await sentUntil(market, async () => operator.registered.length === 2);
    operator.is('well');
    await allSent();
    expect(operator.registered.map(({ sale }) => sale)).toEqual(receipts.map((receipt) => receipt.id));
    expect(new Set(operator.registered.map((paper) => paper.id)).size).toBe(6);
  });
});

describe('While nobody registers', () => {
  const wait = async () => {
    const till = body<{ fiscal: { wait: string; hours: number; waiting: number } }>(
      await market.ask(await day.till(STALL), 'GET', '/api/v1/till'),
      200,
    );
    return [till.fiscal.wait, till.fiscal.hours, till.fiscal.waiting];
  };

  test('the till says the hours, and at 72 shuts for what needs a document, until one is registered', async () => {
    await toOperator();
    operator.is('away');
    const [first, second] = [await sold(), await sold()];
    await sentUntil(market, async () => (await statesOf(second.id))[0]?.[1] === 'autonomous');
    expect(await wait()).toEqual(['clear', 0, 2]);
    market.at(later(16));
    expect(await wait()).toEqual(['late', 0, 2]);
    market.at(hours(60));
    expect(await wait()).toEqual(['loud', 60, 2]);
    market.at(new Date(Date.parse(hours(72)) - 1).toISOString());
    const fresh = await inside(day, 'CN', aDocument());
    body(await day.sell(STALL, fresh, [[cup, 1]]), 201);
    market.at(hours(72));
    expect(await wait()).toEqual(['shut', 72, 3]);
    expect(reasonsOf(await day.sell(STALL, fresh, [[cup, 1]]))).toEqual(['fiscal-shut']);
    expect(reasonsOf(await day.refund(STALL, first, 1))).toEqual(['fiscal-shut']);
    expect(reasonsOf(await voided(second.id))).toEqual(['fiscal-shut']);
    // Another side sells on, and whoever is inside may leave.
    const [home, knife] = [
      await inside(day, 'KZ', aDocument({ nationality: 'KAZ' })),
      await day.stock('K-001', { currency: 'KZT' }),
    ];
    body(await day.sell('K-001', home, [[knife, 1]]), 201);
    body(await day.present('CN', fresh), 201);
    operator.is('well');
    await allSent();
    const next = await inside(day, 'CN', aDocument());
    body(await day.sell(STALL, next, [[cup, 1]]), 201);
    expect(operator.registered.slice(0, 2).map(({ sale, late }) => [sale, late])).toEqual([
      [first.id, true],
      [second.id, true],
    ]);
  });

  test('a sale that a till made without a network is taken in also when the side is shut, and is told as late', async () => {
    await toOperator();
    operator.is('away');
    await sold();
    const till = await day.till(STALL);
    const made = await anOfflineSale(market.ask(till, 'GET', '/api/v1/till'), { pass, product: cup.id, price: '9.90' });
    market.at(hours(73));
    const { receipt } = body<{ receipt: Receipt }>(await market.ask(till, 'POST', '/api/v1/sales', made), 201);
    expect((await documentsOf(market, receipt.id))[0]).toMatchObject({ origin: 'offline', occurredAt: TEST_NOW });
    operator.is('well');
    await allSent();
    expect(operator.registered.at(-1)).toMatchObject({ sale: receipt.id, late: true, occurredAt: TEST_NOW });
  });
});

describe('A Z report', () => {
  test('has the documents beside the sales, by state, and they agree to the minor unit', async () => {
    await toOperator();
    const { at, tell } = await aMannedDrawer(market, STALL, []);
    const sell = async () =>
      body<{ receipt: Receipt }>(
        await tell('sales', { pass, lines: [{ product: cup.id, quantity: '1' }], tenders: [cash('10.00')] }),
        201,
      ).receipt;
    const first = await sell();
    const second = await sell();
    await allSent();
    operator.is('away');
    body(await tell(`sales/${first.id}/voids`, { reason: 'wrong goods' }), 201);
    await sentUntil(market, async () => (await statesOf(first.id))[1]?.[1] === 'autonomous');
    const back = { lines: [{ line: 1, quantity: '1', goods: 'back' }], paidBy: 'stall', tenders: [cash('9.90')] };
    body(await tell(`sales/${second.id}/refunds`, back), 201);
    const z = body<{ session: TillSessionView }>(await tell(`${at}/close`, { counted: [CNY('0.10')] }), 201).session;
    const one = { count: 1, amount: CNY('9.90') };
    const two = { count: 2, amount: CNY('19.80') };
    const none = { count: 0, amount: CNY('0.00') };
    expect(z.fiscal).toEqual({
      agrees: true,
      lines: [
        { type: 'sale', own: two, documents: [{ state: 'registered', ...two }], missing: none },
        { type: 'refund', own: one, documents: [{ state: 'autonomous', ...one }], missing: none },
        { type: 'void', own: one, documents: [{ state: 'autonomous', ...one }], missing: none },
      ],
    });
  });

  test('of a session in which the operator came later names what it was not told', async () => {
    const { at, tell } = await aMannedDrawer(market, STALL, []);
    const sell = () => tell('sales', { pass, lines: [{ product: cup.id, quantity: '1' }], tenders: [cash('9.90')] });
    body(await sell(), 201);
    await toOperator();
    body(await sell(), 201);
    const z = body<{ session: TillSessionView }>(await tell(`${at}/close`, { counted: [CNY('19.80')] }), 201).session;
    expect(z.fiscal).toMatchObject({ agrees: false, lines: [{ missing: { count: 1, amount: CNY('9.90') } }] });
  });
});

describe('Who watches the market', () => {
  test('is told how many documents wait and how old the oldest is', async () => {
    await toOperator();
    operator.is('away');
    await sold();
    await sold();
    market.at(hours(2));
    const text = await (await fetch(`${market.origin}/metrics`)).text();
    expect(text).toContain('serai_fiscal_waiting{side="CN"} 2');
    expect(text).toContain('serai_fiscal_oldest_seconds{side="CN"} 7200');
  });
});
