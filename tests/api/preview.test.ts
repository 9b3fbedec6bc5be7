import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMPTY_BASKET } from '#app/till/basket.ts';
import { askedLine, pricedLines } from '#app/till/basket-prices.ts';
import { differingFields, type Packs, type PassFacts, previewOf } from '#app/till/preview.ts';
import type { ProductView } from '#app/till/till-views.ts';
import type { Decision } from '#lib/law/decision.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, type Day, type Goods, inside } from '../support/a-visit.ts';
import { receiptOf } from '../support/visit-replies.ts';

let market: Market;
let day: Day;

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
});
afterAll(() => market.close());

type Line = readonly [product: Goods, quantity: number, fate?: 'carried' | 'consumed-inside'];

async function facts(stall: string, pass: string): Promise<PassFacts> {
  return body<PassFacts>(await market.ask(await day.till(stall), 'GET', `/api/v1/passes/${pass}/facts`), 200);
}
async function packs(stall: string, hash: string): Promise<Packs> {
  const answer = await market.ask(await day.till(stall), 'GET', `/api/v1/packs/${hash}`);
  return new Map([[hash, body<{ pack: LawPack }>(answer, 200).pack]]);
}

/** What the tablet says of a basket and what the server says of it. */
async function both(stall: string, pass: string, lines: readonly Line[]): Promise<readonly [Decision, Decision]> {
  const till = await day.till(stall);
  const known = await facts(stall, pass);
  const shelf = await market.ask(till, 'GET', '/api/v1/products?limit=200&q=Thing');
  const { products } = body<{ products: ProductView[] }>(shelf, 200);
  const lined = lines.map(([goods, quantity, fate = 'carried'], place) => ({
    key: String(place),
    product: products.find((each) => each.id === goods.id) as ProductView,
    milli: quantity * 1000,
    fate,
    pass,
  }));
  const basket = pricedLines({ ...EMPTY_BASKET, lines: lined });
  const asked = {
    pass,
    lines: lines.map(([goods, quantity, fate]) => ({
      product: goods.id,
      quantity: String(quantity),
      ...(fate === undefined ? {} : { fate }),
    })),
  };
  const decided = body<{ decision: Decision }>(await market.ask(till, 'POST', '/api/v1/decisions', asked), 200).decision;
  return [previewOf(known, await packs(stall, known.packHash), basket) as Decision, decided];
}

describe('A till that decides by itself', () => {
  test('says what the server says of goods for less, whether off a line or the whole sale', async () => {
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
    const till = await day.till('K-001');
    const known = await facts('K-001', pass);
    const goods = [await day.stock('K-001', { price: '333.33' }), await day.stock('K-001', { price: '0.07' })];
    const shelf = await market.ask(till, 'GET', '/api/v1/products?limit=200&q=Thing');
    const { products } = body<{ products: ProductView[] }>(shelf, 200);
    const lines = goods.map(({ id: wanted }, place) => ({
      key: String(place),
      product: products.find((each) => each.id === wanted) as ProductView,
      milli: 3000,
      fate: 'carried' as const,
      pass,
      discount: place === 0 ? ({ percent: '12.5', reason: 'damaged' } as const) : undefined,
    }));
    const discount = { amount: { amount: '10.01', currency: 'CNY' }, reason: 'loyal' } as const;
    const basket = pricedLines({ ...EMPTY_BASKET, lines, discount });
    const asked = { pass, lines: basket.map(askedLine) };
    const decided = body<{ decision: Decision }>(await market.ask(till, 'POST', '/api/v1/decisions', asked), 200).decision;
    expect(differingFields(previewOf(known, await packs('K-001', known.packHash), basket) as Decision, decided)).toEqual([]);
    // The control: without what comes off, the two differ.
    const plain = pricedLines({ ...EMPTY_BASKET, lines });
    expect(differingFields(previewOf(known, await packs('K-001', known.packHash), plain) as Decision, decided)).not.toEqual([]);
  });

  test('says what the server says, to the last field, of baskets free, taxed and forbidden, first and later ones', async () => {
    const pass = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
    const outcomes: string[] = [];
    const heavy = await day.stock('K-001', { price: '10.00', weightG: 27_000 });
    const vodka = await day.stock('K-001', { category: 'spirits', price: '20.00', volumeMl: 1000, strengthPermille: 400 });
    const soap = await day.stock('K-001', { price: '824.50', weightG: 500 });
    const baskets: readonly (readonly Line[])[] = [
      [[soap, 1]],
      [[heavy, 1]],
      [[vodka, 6]],
      [
        [vodka, 2, 'consumed-inside'],
        [soap, 2],
      ],
    ];
    const compare = async (): Promise<void> => {
      for (const basket of baskets) {
        const [preview, decided] = await both('K-001', pass, basket);
        expect(differingFields(preview, decided)).toEqual([]);
        outcomes.push(decided.outcome);
      }
    };
    await compare();
    receiptOf(await day.sell('K-001', pass, [[soap, 1]]));
    await compare();
    expect(new Set(outcomes)).toEqual(new Set(['free', 'duty', 'forbidden']));
  });

  test('says otherwise on other facts, so a difference would be seen', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const thing = await day.stock('A-001', { price: '100.00' });
    const before = await facts('A-001', pass);
    receiptOf(await day.sell('A-001', pass, [[thing, 1]]));
    const [, decided] = await both('A-001', pass, []);
    const stale = previewOf(before, await packs('A-001', before.packHash), []) as Decision;
    expect(differingFields(stale, decided)).toEqual(['limits', 'plan']);
  });

  test('is told nothing that says who the shopper is', async () => {
    const document = aDocument({ surname: 'UNMISTAKABLE', number: 'Q7654321' });
    const known = await facts('A-001', await inside(day, 'CN', document));
    expect(Object.keys(known.facts.traveller).sort()).toEqual(['age', 'crossings', 'nationality', 'residence']);
    expect(JSON.stringify(known)).not.toMatch(/UNMISTAKABLE|Q7654321|1990-04-05/);
  });

  test('that decides otherwise is counted in the metrics', async () => {
    const count = async () => {
      const text = await (await fetch(`${market.origin}/metrics`)).text();
      return Number(/^serai_preview_faults_total (\d+)/m.exec(text)?.[1]);
    };
    const before = await count();
    const { packHash } = await facts('A-001', await inside(day, 'CN', aDocument()));
    const fault = { packHash, engine: 2, fields: ['duty'] };
    body(await market.ask(await day.till('A-001'), 'POST', '/api/v1/preview-faults', fault), 200);
    expect(await count()).toBe(before + 1);
  });
});

describe('A law that is signed and will be', () => {
  type Missing = { missing: { hash: string; effectiveFrom: string }[] };
  type Held = { devices: { stall: string | null; heldSince: string | null }[] };

  test('is missing at each till until it says that it holds it', async () => {
    const first = await market.signIn('administrator', 'office');
    const second = await market.signIn('administrator2', 'office');
    const till = await day.till('B-007');
    const hold = async (hashes: readonly string[]) =>
      body<Missing>(await market.ask(till, 'POST', '/api/v1/held-packs', { packs: hashes }), 200).missing;
    const now = await hold(['f'.repeat(64)]);
    expect(now).toHaveLength(1);
    const tell = (who: typeof first, path: string, more: object) =>
      market.ask(who, 'POST', `/api/v1/law/${path}`, { id: id(), ...more });
    const { draft } = body<{ draft: { id: string } }>(await tell(first, 'drafts', { title: 'A law to come' }), 201);
    const laid = await tell(first, `drafts/${draft.id}/motions`, { version: 1, effectiveFrom: '2027-02-01' });
    const { motion } = body<{ motion: { id: string } }>(laid, 201);
    const hashes = now.map(({ hash }) => hash);
    expect(await hold(hashes)).toEqual([]);
    body(await tell(second, `motions/${motion.id}/signatures`, {}), 201);
    const [ahead] = await hold(hashes);
    expect(ahead?.effectiveFrom).toBe('2027-02-01');
    const holders = async () =>
      body<Held>(await market.ask(first, 'GET', `/api/v1/law/motions/${motion.id}/devices`), 200)
        .devices.filter(({ heldSince }) => heldSince !== null)
        .map(({ stall }) => stall);
    expect(await holders()).toEqual([]);
    expect(await hold([...hashes, ahead?.hash ?? '', 'f'.repeat(64)])).toEqual([]);
    expect(await holders()).toEqual(['B-007']);
    expect(await hold(hashes)).toHaveLength(1);
    expect(await holders()).toEqual([]);
  });
});
