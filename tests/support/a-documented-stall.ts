import type { Receipt } from '#lib/sale/receipt.ts';
import { documentsOf, sentUntil, setAdapter, settingsWith, waitingAt } from './a-fiscal-side.ts';
import { aMarket, id } from './a-market.ts';
import { aDay, aDocument, body, inside } from './a-visit.ts';
import { TEST_NOW } from './test-now.ts';
import { aTestOperator } from './test-operator.ts';

export const STALL = 'A-002';

export const later = (minutes: number) => new Date(Date.parse(TEST_NOW) + minutes * 60_000).toISOString();
export const hours = (count: number) => later(count * 60);

export type DocumentedStall = Awaited<ReturnType<typeof aDocumentedStall>>;

/** A stall with one kind of goods and a shopper, on a side that may tell a data operator of its sales. */
export async function aDocumentedStall() {
  const operator = await aTestOperator();
  const market = await aMarket(TEST_NOW, settingsWith({ SERAI_FISCAL_OPERATOR: operator.url }));
  const day = await aDay(market);
  const office = await market.signIn('administrator', 'office');
  const cup = await day.stock(STALL, { price: '9.90' });
  const pass = await inside(day, 'CN', aDocument());
  const waiting = async () => (await waitingAt(market, office, 'CN')).waiting;
  return {
    operator,
    market,
    day,
    office,
    cup,
    pass,
    waiting,
    toOperator: async () => body(await setAdapter(market, office, 'CN', 'test-operator'), 201),
    sold: async (): Promise<Receipt> => body<{ receipt: Receipt }>(await day.sell(STALL, pass, [[cup, 1]]), 201).receipt,
    seen: async (sale: string): Promise<Receipt> =>
      body<{ receipt: Receipt }>(await market.ask(await day.till(STALL), 'GET', `/api/v1/sales/${sale}`), 200).receipt,
    voided: async (sale: string) =>
      market.ask(await day.till(STALL), 'POST', `/api/v1/sales/${sale}/voids`, { id: id(), reason: 'wrong goods' }),
    allSent: () => sentUntil(market, async () => (await waiting()) === 0),
    statesOf: async (sale: string) => (await documentsOf(market, sale)).map(({ type, state }) => [type, state]),
  };
}
