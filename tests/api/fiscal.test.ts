import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { preparesBy } from '#db/engine/statements.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import { aDocumentedStall, type DocumentedStall, STALL } from '#tests/support/a-documented-stall.ts';
import { documentsOf, sentUntil, setAdapter, settingsWith } from '#tests/support/a-fiscal-side.ts';
import { CNY, cash } from '#tests/support/a-manned-drawer.ts';
import { aMarket, id } from '#tests/support/a-market.ts';
import { aDocument, body, inside, reasonsOf } from '#tests/support/a-visit.ts';
import { TEST_NOW } from '#tests/support/test-now.ts';
import { falseRows } from '#tests/support/verify.ts';

const PREPARE = Symbol.for('serai.prepare');
let operator: DocumentedStall['operator'];
let market: DocumentedStall['market'];
let day: DocumentedStall['day'];
let office: DocumentedStall['office'];
let cup: DocumentedStall['cup'];
let pass: DocumentedStall['pass'];
let toOperator: DocumentedStall['toOperator'];
let sold: DocumentedStall['sold'];
let seen: DocumentedStall['seen'];
let voided: DocumentedStall['voided'];
let allSent: DocumentedStall['allSent'];
let statesOf: DocumentedStall['statesOf'];

beforeEach(async () => {
  ({ operator, market, day, office, cup, pass, toOperator, sold, seen, voided, allSent, statesOf } = await aDocumentedStall());
});
afterEach(async () => {
  const wrong = await falseRows(market);
  await market.close();
  await operator.close();
  expect(wrong).toEqual([]);
});

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
