import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Receipt } from '#lib/sale/receipt.ts';
import { documentsOf, sentUntil, setAdapter, settingsWith, waitingAt } from '#tests/support/a-fiscal-side.ts';
import { aMarket, type Market, type Who } from '#tests/support/a-market.ts';
import { aDay, aDocument, body, type Day, inside } from '#tests/support/a-visit.ts';
import { TEST_NOW } from '#tests/support/test-now.ts';
import { aTestOperator, type TestOperator } from '#tests/support/test-operator.ts';

let operator: TestOperator;
let market: Market;
let day: Day;
let office: Who;

beforeEach(async () => {
  operator = await aTestOperator();
  market = await aMarket(TEST_NOW, settingsWith({ SERAI_FISCAL_OPERATOR: operator.url }));
  day = await aDay(market);
  office = await market.signIn('administrator', 'office');
  body(await setAdapter(market, office, 'CN', 'test-operator'), 201);
});
afterEach(async () => {
  await market.close();
  await operator.close();
});

test('An operator that does not answer one stall holds up no other, and each stall’s documents keep their order', async () => {
  const pass = await inside(day, 'CN', aDocument());
  const soldAt = async (stall: string) => {
    const goods = await day.stock(stall, { price: '9.90' });
    const sales: string[] = [];
    for (let n = 0; n < 12; n += 1)
      sales.push(body<{ receipt: Receipt }>(await day.sell(stall, pass, [[goods, 1]]), 201).receipt.id);
    return sales;
  };
  const held = await soldAt('A-002');
  const others = await soldAt('A-009');
  const [first] = await documentsOf(market, held[0] ?? '');
  const letGo = operator.hold(first?.register ?? '');
  const registeredOf = (sales: readonly string[]) =>
    operator.registered.map(({ sale }) => sale).filter((sale) => sales.includes(sale));

  await sentUntil(market, async () => {
    const isThere = registeredOf(others).length === others.length;
    if (isThere) letGo();
    return isThere;
  });
  expect([registeredOf(held).length <= 1, registeredOf(others)]).toEqual([true, others]);
  await sentUntil(market, async () => (await waitingAt(market, office, 'CN')).waiting === 0);
  expect(registeredOf(held)).toEqual(held);
});
