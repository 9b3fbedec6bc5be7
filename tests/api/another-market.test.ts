import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findMarket, packInForce } from '#db/stores/market.ts';
import { inStoreGtin } from '#lib/catalogue/gtin.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision } from '#lib/law/decision.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { refusalsOf } from '#lib/sale/rules.ts';
import { anUnseededMarket, id, type Market, type Who } from '../support/a-market.ts';
import { aDocument, body } from '../support/a-visit.ts';
import { aLine } from '../support/khorgos.ts';
import { documentOf } from '../support/packs.ts';
import { TEST_NOW } from '../support/test-now.ts';
import { exitOf, receiptOf } from '../support/visit-replies.ts';

/** The second promise: another market is another pack, and no code. */
const MARKETS = [
  { pack: 'kashgar-sost', side: 'PK', gate: 'SOST', currency: 'PKR', nationality: 'PAK', document: 'passport', owes: '76.00' },
] as const;

describe.each(MARKETS)('The market of the pack $pack', ({ pack, side, gate, currency, nationality, document: type, owes }) => {
  let market: Market;
  beforeAll(async () => {
    market = await opened(pack);
  });
  afterAll(() => market.close());

  test('takes a traveller from the kiosk to the gate', async () => {
    const { office, tell, product } = await withOrchard(market, side, currency);
    const { sides, rules } = body<{ sides: { code: string; currency: string }[]; rules: unknown[] }>(
      await market.ask(office, 'GET', '/api/v1/market'),
      200,
    );
    expect([sides.find((each) => each.code === side)?.currency, rules.length > 0]).toEqual([currency, true]);
    const kiosk = await market.token('kiosk', gate);
    const officer = await market.token('gate', gate);
    const till = await market.token('till', 'S-001');
    const { pass } = body<{ pass: PassCard }>(await tell(kiosk, 'passes', { document: aDocument({ nationality, type }) }), 201);
    body(await tell(officer, 'entries', { pass: pass.code, gate }), 201);
    const sale = { pass: pass.code, lines: [{ product, quantity: '2' }], tenders: [cash('200.00', currency)] };
    const agreed = owes === null ? {} : { acknowledgedDuty: { amount: owes, currency } };
    const receipt = receiptOf(await tell(till, 'sales', { ...sale, ...agreed })) as unknown as { decision: Decision };
    const { duty } = receipt.decision;
    expect([receipt.decision.pack, duty === null ? null : (duty.minor / 100).toFixed(2)]).toEqual([`${pack}@1`, owes]);
    const exit = exitOf(await tell(officer, 'exits', { pass: pass.code, gate }));
    expect(exit.settlement).toBe(owes === null ? 'green' : 'amber');
    body(await tell(officer, `exits/${exit.id}/close`, { outcome: 'settled' }), 201);
  });
});

/** A market with its first administrator, of a pack in lib/packs or at a path. */
async function opened(pack: string): Promise<Market> {
  const { market, start } = await anUnseededMarket(pack);
  const token = /\/sign-in\/first#([\w-]+)/.exec(await start())?.[1] ?? '';
  const person = { id: id(), token, name: 'Gulnara A.', login: 'gulnara', password: 'three warm carpets' };
  body(await market.ask(null, 'POST', '/api/v1/first-administrator', person), 201);
  return market;
}

/** Its first stall, with goods to sell. */
async function withOrchard(market: Market, side: string, currency: string) {
  const tell = (who: Who, path: string, more: object) => market.ask(who, 'POST', `/api/v1/${path}`, { id: id(), ...more });
  const office = await market.signIn('gulnara', 'office');
  const stall = { id: id(), code: 'S-001', name: 'Apricots', side };
  const { vendor } = body<{ vendor: { id: string } }>(
    await tell(office, 'vendors', { name: 'Orchard', company: 'Orchard', taxId: 'TX-1', country: 'PAK', stalls: [stall] }),
    201,
  );
  const owner = { id: id(), role: 'owner', vendor: vendor.id, name: 'Owner', login: 'orchard', password: 'a long password' };
  body(await market.ask(office, 'POST', '/api/v1/staff', { person: owner }), 201);
  const shop = await market.signIn('orchard', 'shop');
  const { product } = body<{ product: { id: string } }>(await tell(shop, 'products', dried(stall.id, currency)), 201);
  return { office, tell, product: product.id };
}

const cash = (amount: string, currency: string) => ({ kind: 'cash', amount: { amount, currency } });

const dried = (stall: string, currency: string) => ({
  stall,
  gtin: inStoreGtin(29, 990_001),
  names: { en: 'Dried apricots', zh: '杏干', ru: 'Курага', kk: 'Өрік қағы', ur: 'خشک خوبانی' },
  category: 'food',
  hs: { scheme: 'HS', edition: '2022', digits: '081310' },
  price: { amount: '100.00', currency },
  netWeightG: 500,
  packedWeightG: 520,
  volumeMl: 0,
  strengthPermille: 0,
  pieces: 1,
  unit: 'piece',
  origin: 'PAK',
  customsStatus: 'bonded',
  onHand: '5',
});

test('a day with goods is counted once, however often somebody leaves on it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'serai-days-'));
  const sost = documentOf('kashgar-sost');
  const [first] = sost.rules as Record<string, unknown>[];
  const { names, sentences, confidence, sources } = first as Record<string, unknown>;
  const days = { id: 'DAYS', side: 'PK', from: '2020-01-01', to: null, names, sentences, confidence, sources };
  const law = {
    period: { kind: 'month' },
    measure: { kind: 'days', limit: 4 },
    over: { kind: 'no-allowance', rules: ['PK-GB-SOST'] },
  };
  writeFileSync(
    join(folder, 'days.json'),
    JSON.stringify({ ...sost, rules: [...(sost.rules as object[]), { ...days, ...law }] }),
  );
  const market = await opened(join(folder, 'days.json'));
  const { tell, product } = await withOrchard(market, 'PK', 'PKR');
  const [kiosk, officer, till] = [
    await market.token('kiosk', 'SOST'),
    await market.token('gate', 'SOST'),
    await market.token('till', 'S-001'),
  ];
  const document = aDocument({ nationality: 'PAK', type: 'passport' });
  const daysAfter = async (goods: boolean): Promise<readonly (number | undefined)[]> => {
    const { pass } = body<{ pass: PassCard }>(await tell(kiosk, 'passes', { document }), 201);
    body(await tell(officer, 'entries', { pass: pass.code, gate: 'SOST' }), 201);
    const sale = { pass: pass.code, lines: [{ product, quantity: '1' }], tenders: [cash('100.00', 'PKR')] };
    if (goods) receiptOf(await tell(till, 'sales', { ...sale, acknowledgedDuty: { amount: '999.00', currency: 'PKR' } }));
    const { decision } = body<{ decision: Decision }>(
      await market.ask(till, 'GET', `/api/v1/passes/${pass.code}/allowance`),
      200,
    );
    const exit = exitOf(await tell(officer, 'exits', { pass: pass.code, gate: 'SOST' }));
    body(await tell(officer, `exits/${exit.id}/close`, { outcome: 'settled' }), 201);
    const row = decision.limits.find(({ rule }) => rule === 'DAYS');
    return [row?.used, row?.visit];
  };
  expect(await daysAfter(false)).toEqual([0, 0]);
  expect(await daysAfter(true)).toEqual([0, 1]);
  expect(await daysAfter(true)).toEqual([1, 0]);
  market.at(new Date(Date.parse(TEST_NOW) + 86_400_000).toISOString());
  expect(await daysAfter(true)).toEqual([1, 1]);
  await market.close();
  rmSync(folder, { recursive: true });
});

test('goods whose worth the law cannot reckon without a rate are not sold, and the till hears why', async () => {
  const { market, start } = await anUnseededMarket('border-haat');
  await start();
  const law = await market.serai.engine.read(async (tx) => (await packInForce(tx, TEST_NOW)).pack);
  const facts = { exitSide: 'BD', entrySide: 'BD', at: TEST_NOW, traveller: { nationality: 'BGD', residence: 'BGD', age: 30 } };
  const line = { ...aLine({ category: 'food', valueMinor: 100_00, currency: 'BDT' }) };
  const decision = decide(law, { ...facts, lines: [line], used: {}, rates: [], settings: {} });
  const sale = { suspended: null, basket: [line.id], decision, dutyBefore: null, acknowledgedDuty: null };
  expect(refusalsOf(sale)).toMatchObject([{ reason: 'law-rate-missing', facts: { from: 'BDT', to: 'USD' } }]);
  await market.close();
});

test('a pack that does not say how long personal data is kept opens no market, and says what to add', async () => {
  const { market, start } = await anUnseededMarket('teaching');
  await expect(start()).rejects.toThrow('add /retention');
  expect(await market.serai.engine.read(findMarket)).toBeUndefined();
  await market.close();
});
