import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, searchWordsOf, wantedIn } from '#lib/catalogue/search.ts';
import { aMarket, id, type Market, type Who } from '../support/a-market.ts';

type Goods = {
  id: string;
  gtin: string;
  names: Record<string, string>;
  stall: string;
  stallCode: string;
  vendor: string;
  category: string;
};

let market: Market;
let all: readonly Goods[];
beforeAll(async () => {
  market = await aMarket();
  all = await pages(null, { limit: '200' });
});
afterAll(() => market.close());

/** Every page of a search, one after the other. */
async function pages(who: Who | null, query: Record<string, string>, path = 'products'): Promise<readonly Goods[]> {
  const found: Goods[] = [];
  let after: string | null = null;
  do {
    const words = new URLSearchParams({ ...query, ...(after === null ? {} : { after }) });
    const { status, body } = await market.ask(who, 'GET', `/api/v1/${path}?${words}`);
    expect(status).toBe(200);
    const page = body as { products: readonly Goods[]; next: string | null };
    found.push(...page.products);
    after = page.next;
  } while (after !== null);
  return found;
}

/** What a search through everything finds: those that answer it exactly, then those that have words which begin so. */
function naively(q: string, goods: readonly Goods[]) {
  const answers = goods.map((each) => ({ id: each.id, answer: answerOf(searchWordsOf(each), wantedIn(q)) }));
  const of = (answer: string) =>
    answers
      .filter((each) => each.answer === answer)
      .map((each) => each.id)
      .sort();
  return { exact: of('exact'), begun: of('begun') };
}

function inRanks(found: readonly Goods[], exact: number) {
  const ids = found.map((each) => each.id);
  return { exact: ids.slice(0, exact).sort(), begun: ids.slice(exact).sort() };
}

const SEARCHES = [
  ['English', 'silk'],
  ['two words of English', 'red silk'],
  ['a word of English being typed', 'si'],
  ['a letter', 's'],
  ['two words being typed', 'sc si'],
  ['a word of two characters', '红色'],
  ['one character', '茶'],
  ['three characters', '保温杯'],
  ['Russian', 'шелковый'],
  ['Russian being typed', 'шел'],
  ['Kazakh', 'жібек'],
  ['Kazakh on a Russian keyboard', 'жибек'],
  ['Urdu', 'ریشمی'],
  ['Urdu being typed', 'ری'],
  ['two languages at once', 'silk шарф'],
  ['a measure in digits of Urdu', '۵۰۰'],
  ['the barcode being typed', '21'],
  ['what nobody sells', 'locomotive'],
  ['what nobody sells beside what many do', 'silk locomotive'],
] as const;

describe('A search of the market', () => {
  test('finds something in every script', () => {
    expect(all.length).toBeGreaterThan(1000);
    for (const q of ['silk', '红色', '茶', 'шел', 'жібек', 'ری'])
      expect([q, naively(q, all).exact.length + naively(q, all).begun.length > 3]).toEqual([q, true]);
  });

  test.each(SEARCHES)('by %s finds what a look at every name finds, best first: %s', async (_, q) => {
    const found = await pages(null, { q, limit: '200' });
    expect(inRanks(found, naively(q, all).exact.length)).toEqual(naively(q, all));
  });

  test.each(SEARCHES)('by %s goes on page by page where it stopped: %s', async (_, q) => {
    const whole = await pages(null, { q, limit: '200' });
    const some = await pages(null, { q, limit: '23' });
    expect(some.map((each) => each.id)).toEqual(whole.map((each) => each.id));
  });

  test.each(SEARCHES)('by %s stays on the shelf that was asked for: %s', async (_, q) => {
    const { category, stallCode } = all.find((each) => answerOf(searchWordsOf(each), wantedIn(q)) !== undefined) ?? all[0]!;
    for (const shelf of [{ category }, { stall: stallCode }] as const) {
      const goods = all.filter((each) => ('stall' in shelf ? each.stallCode === shelf.stall : each.category === shelf.category));
      const found = await pages(null, { q, limit: '9', ...shelf });
      expect(inRanks(found, naively(q, goods).exact.length)).toEqual(naively(q, goods));
    }
  });

  test('by a word that holds nothing to look for shows everything', async () => {
    expect((await pages(null, { q: ' %_ ', limit: '200' })).map((each) => each.id)).toEqual(all.map((each) => each.id));
  });

  test('by a till shows its own stall’s goods before all others', async () => {
    const stall = all.find((each) => naively('silk', [each]).exact.length === 1)?.stallCode as string;
    const till = await market.token('till', stall);
    const found = await pages(till, { q: 'si', limit: '11' });
    const own = found.filter((each) => each.stallCode === stall).length;
    expect(own).toBeGreaterThan(0);
    expect(found.slice(0, own).every((each) => each.stallCode === stall)).toBe(true);
    expect(found.map((each) => each.id).sort()).toEqual(
      (await pages(null, { q: 'si', limit: '200' })).map((each) => each.id).sort(),
    );
  });

  test('finds a product by the names that it has now', async () => {
    const owner = await market.signIn('owner', 'shop');
    const [product] = (await pages(owner, { limit: '1' }, 'shop/products').then((goods) => goods.slice(0, 1))) as [Goods];
    const named = (q: string) => pages(null, { q, limit: '200' }).then((found) => found.map((each) => each.id));
    const names = { en: 'Zeppelin kite', zh: '飞艇风筝', ru: 'Воздушный змей', kk: 'Ұшқыш батпырауық', ur: 'پتنگ' };
    expect(await named('zeppelin')).toEqual([]);
    const { status } = await market.ask(owner, 'POST', `/api/v1/products/${product.id}/changes`, { id: id(), names });
    expect(status).toBe(201);
    for (const q of ['zeppelin', '飞艇', '风筝', 'змей', 'ушкыш', 'پتنگ', product.gtin])
      expect([q, await named(q)]).toEqual([q, [product.id]]);
    const before = searchWordsOf(product).find(
      (word) => !searchWordsOf({ ...product, names }).includes(word) && word.length > 4,
    ) as string;
    expect(await named(before)).not.toContain(product.id);
  });
});
