import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepRetention } from '#app/retention.ts';
import { audit, identity, pass, travelDocument } from '#db/schema/schema.ts';
import { savePack } from '#db/stores/market.ts';
import { endRetention } from '#lib/operations/end-retention.ts';
import { MARKET } from '#lib/staff/actor.ts';
import type { Identity } from '#lib/traveller/identity.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, type Day, inside } from '../support/a-visit.ts';
import { khorgosJson, packOf } from '../support/khorgos.ts';
import { TEST_NOW } from '../support/test-now.ts';
import { falseDecisions, falseRows } from '../support/verify.ts';

let market: Market;
let day: Day;
beforeEach(async () => {
  market = await aMarket();
  day = await aDay(market);
});
afterEach(() => market.close());

/** Noon of a day so many days after the one on which everybody was seen. */
const daysLater = (days: number) => new Date(Date.parse(TEST_NOW) + days * 86_400_000).toISOString();

const run = () => endRetention(market.serai.contextOf(MARKET));

async function issued(of: Parameters<typeof aDocument>[0] = {}): Promise<string> {
  const { code } = body<{ pass: { code: string } }>(await day.issue('CN', aDocument(of)), 201).pass;
  const [row] = await market.serai.engine.read(async (tx) => tx.select().from(pass).where(eq(pass.code, code)));
  return row?.traveller ?? '';
}

const kept = (traveller: string) =>
  market.serai.engine.read(async (tx) =>
    tx
      .select({ sealed: identity.sealed })
      .from(travelDocument)
      .leftJoin(identity, eq(identity.document, travelDocument.id))
      .where(eq(travelDocument.traveller, traveller)),
  );

const saysOf = async (traveller: string) =>
  (await kept(traveller)).map(({ sealed }) =>
    sealed === null ? undefined : market.serai.keys.unseal<Identity>(traveller, sealed),
  );

describe('Retention', () => {
  test('keeps everybody through the last day of the pack, and nobody after it', async () => {
    const traveller = await issued();
    market.at(daysLater(400));
    expect(await run()).toBe(0);
    expect((await kept(traveller)).length).toBe(1);
    market.at(daysLater(401));
    expect(await run()).toBeGreaterThan(0);
    expect(await kept(traveller)).toEqual([]);
    expect(market.serai.keys.travellers()).not.toContain(traveller);
    expect(await run()).toBe(0);
  });

  test('counts from the day on which the document was last shown', async () => {
    const document = { number: 'KEEPME1' };
    const traveller = await issued(document);
    market.at(daysLater(300));
    expect(await issued(document)).toBe(traveller);
    market.at(daysLater(401));
    await run();
    expect((await kept(traveller)).length).toBe(1);
  });

  test('forgets each group of fields in its own time', async () => {
    const body = structuredClone(khorgosJson);
    body.version = 2;
    body.retention.documentNumber.days = 10;
    body.retention.holder.days = 20;
    const of = { market: 'khorgos', version: '2', effectiveFrom: '2026-01-01', now: TEST_NOW };
    await market.serai.engine.transact((tx) => savePack(tx, packOf(body), body, of));
    const traveller = await issued({ number: 'SHORT1', surname: 'LONGER' });
    expect(await saysOf(traveller)).toMatchObject([{ documentNumber: 'SHORT1', surname: 'LONGER' }]);
    market.at(daysLater(10));
    expect(await run()).toBe(0);
    market.at(daysLater(11));
    expect(await run()).toBe(1);
    const [said] = await saysOf(traveller);
    expect(said).toMatchObject({ surname: 'LONGER' });
    expect(said).not.toHaveProperty('documentNumber');
    expect(await run()).toBe(0);
    market.at(daysLater(21));
    expect(await run()).toBe(1);
    expect(await saysOf(traveller)).toEqual([undefined]);
    market.at(daysLater(401));
    await run();
    expect(await saysOf(traveller)).toEqual([]);
  });

  test('waits for who is inside, and leaves acts of the market that verify', async () => {
    const code = await inside(day, 'CN', aDocument());
    const [row] = await market.serai.engine.read(async (tx) => tx.select().from(pass).where(eq(pass.code, code)));
    const gone = await issued();
    market.at(daysLater(401));
    await run();
    expect((await kept(row?.traveller ?? '')).length).toBe(1);
    const acts = await market.serai.engine.read(async (tx) =>
      tx.select({ actor: audit.actor, facts: audit.facts }).from(audit).where(eq(audit.subject, gone)),
    );
    expect(acts).toEqual([{ actor: 'administrator:market', facts: { documents: 1, identities: 0 } }]);
    expect(await falseRows(market)).toEqual([]);
    expect((await falseDecisions(market)).wrong).toEqual([]);
  });

  test('runs when the market opens and then in its rhythm, by the market’s clock', async () => {
    const [first, second] = [await issued(), await issued()];
    market.serai.keys.seal('nobody-any-more', { surname: 'LEFTBEHIND' });
    const stop = keepRetention(market.serai, 20);
    await vi.waitFor(() => expect(market.serai.keys.travellers()).not.toContain('nobody-any-more'), { timeout: 60_000 });
    expect(market.serai.keys.travellers()).toEqual(expect.arrayContaining([first, second]));
    market.at(daysLater(401));
    await vi.waitFor(async () => expect(await kept(second)).toEqual([]), { timeout: 20_000 });
    await stop();
  });
});
