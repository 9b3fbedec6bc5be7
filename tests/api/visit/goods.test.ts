import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aMarket, type Market } from '../../support/a-market.ts';
import { body } from '../../support/a-visit.ts';

let market: Market;

beforeAll(async () => {
  market = await aMarket();
});
afterAll(() => market.close());

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
