import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aLinkingMarket, documentsOfOne, type Linking } from '../support/a-linking-market.ts';
import { body, inside } from '../support/a-visit.ts';
import { falseAccounts, falseDecisions, falseRows } from '../support/verify.ts';

let market: Linking['market'];
let day: Linking['day'];
let proposed: Linking['proposed'];
let decide: Linking['decide'];
let buy: Linking['buy'];
let visitWith: Linking['visitWith'];
let travellerOf: Linking['travellerOf'];
let standing: Linking['standing'];
let beyond: Linking['beyond'];

beforeAll(async () => {
  ({ market, day, proposed, decide, buy, visitWith, travellerOf, standing, beyond } = await aLinkingMarket());
});
afterAll(() => market.close());

const LIMIT = 8000_00;
const visits = fc.array(fc.record({ who: fc.nat(2), lamps: fc.integer({ min: 0, max: 12 }) }), { minLength: 1, maxLength: 6 });

describe('Any visits under three documents, linked and separated in any order', () => {
  test('come to what one traveller would have had, and then to what each had', async () => {
    await fc.assert(
      fc.asyncProperty(visits, fc.boolean(), fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), fc.boolean(), livesAndLinks),
      { numRuns: process.env.SERAI_FULL ? 200 : 15 },
    );
    expect(await falseAccounts(market)).toEqual([]);
    expect(await falseRows(market)).toEqual([]);
    const { seen, wrong } = await falseDecisions(market);
    expect(seen).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });
});

/** The same visits under three documents and, for the comparison, under one; the last may still be open. */
async function livesAndLinks(
  lived: readonly { who: number; lamps: number }[],
  leavesOpen: boolean,
  order: readonly number[],
  backwards: boolean,
): Promise<void> {
  const documents = documentsOfOne(3);
  const [alone] = documentsOfOne(1);
  const live = async (documentFor: (who: number) => unknown) => {
    for (const [nth, { who, lamps }] of lived.entries()) {
      if (!leavesOpen || nth < lived.length - 1) await visitWith(documentFor(who), lamps);
      else if (lamps > 0) await buy(await inside(day, 'CN', documentFor(who)), lamps);
    }
  };
  const passes: string[] = [];
  for (const document of documents) passes.push(await visitWith(document, 0));
  const single = await visitWith(alone, 0);
  await live((who) => documents[who]);
  await live(() => alone);
  const holders = await Promise.all(passes.map(travellerOf));
  const one = await travellerOf(single);
  const before = await standing(holders);
  const beyondBefore = await beyond(holders);

  const links = (await Promise.all(passes.map(proposed))).flat();
  const pairs = [...new Map(links.map((link) => [link.id, link])).keys()];
  const decided: string[] = [];
  for (const nth of order) if ((await decide(pairs[nth] ?? '', 'linked')).status === 201) decided.push(pairs[nth] ?? '');
  expect(decided.length).toBe(2);
  const joined = Object.values(await standing(holders));
  expect(joined).toEqual(Object.values(await standing([one])));
  for (const { posted, held } of joined) expect(posted + held).toBeLessThanOrEqual(LIMIT);
  const sum = (amounts: Record<string, number>) => Object.values(amounts).reduce((all, amount) => all + amount, 0);
  expect(sum(await beyond(holders))).toBe(sum(await beyond([one])));

  for (const link of backwards ? decided.toReversed() : decided) body(await decide(link, 'separated'), 201);
  expect(await standing(holders)).toEqual(before);
  expect(await beyond(holders)).toEqual(beyondBefore);
}
