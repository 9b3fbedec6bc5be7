import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit, decision, identity, lawPack, pass } from '#db/schema/schema.ts';
import { type ChainLink, FIRST_HASH, linked } from '#lib/act/act.ts';
import { checkPack } from '#lib/law/check-pack.ts';
import { decide } from '#lib/law/decide.ts';
import type { Facts } from '#lib/law/decision.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, inside } from '../support/a-visit.ts';

let market: Market;
beforeAll(async () => {
  market = await aMarket();
});
afterAll(() => market.close());

async function falseRows(): Promise<string[]> {
  const rows = await market.serai.engine.read(async (tx) =>
    tx.select().from(audit).orderBy(asc(audit.chain), asc(audit.position)),
  );
  const last = new Map<string, { position: number; hash: string }>();
  return rows.flatMap(({ id, hash, ...link }) => {
    const before = last.get(link.chain) ?? { position: 0, hash: FIRST_HASH };
    last.set(link.chain, { position: link.position, hash });
    const holds =
      linked(link as ChainLink).hash === hash && link.previousHash === before.hash && link.position === before.position + 1;
    return holds ? [] : [id];
  });
}

describe('Erasing a person', () => {
  test('takes the name away and leaves every chain and decision verifiable', async () => {
    const day = await aDay(market);
    const code = await inside(day, 'CN', aDocument({ surname: 'ERASED', number: 'ERASEME1' }));
    body(await day.sell('A-001', code, [[await day.stock('A-001', { price: '123.00' }), 1]]), 201);
    const [holder] = await market.serai.engine.read(async (tx) => tx.select().from(pass).where(eq(pass.code, code)));
    const traveller = holder?.traveller ?? '';
    const [sealed] = await market.serai.engine.read(async (tx) =>
      tx.select().from(identity).where(eq(identity.traveller, traveller)),
    );
    expect(market.serai.keys.unseal(traveller, sealed?.sealed as Uint8Array)).toMatchObject({ surname: 'ERASED' });

    market.serai.keys.erase(traveller);

    expect(market.serai.keys.unseal(traveller, sealed?.sealed as Uint8Array)).toBeUndefined();
    expect(await falseRows()).toEqual([]);
    const decisions = await market.serai.engine.read(async (tx) =>
      tx
        .select({ facts: decision.facts, body: decision.body, law: lawPack.body })
        .from(decision)
        .innerJoin(lawPack, eq(lawPack.hash, decision.packHash)),
    );
    expect(decisions.length).toBeGreaterThan(0);
    for (const { facts, body, law } of decisions) {
      const checked = checkPack(law);
      if (!('pack' in checked)) throw new Error('the pack does not read');
      expect(JSON.stringify(decide(checked.pack, facts as Facts))).toBe(JSON.stringify(body));
    }
    const card = await market.ask(day.at.CN.gate, 'GET', `/api/v1/passes/${code}`);
    expect(body<{ pass: { traveller: { initials: string } } }>(card, 200).pass.traveller.initials).toBe('');
  });

  test('nothing of an identity stands outside the identity store', async () => {
    const day = await aDay(market);
    const secret = aDocument({ surname: 'XYLOPHONEZZ', givenNames: 'QUIRKYNAME', number: 'Q9Q9Q9Q9Q', birthDate: '1971-02-03' });
    const code = await inside(day, 'CN', secret);
    body(await day.sell('A-001', code, [[await day.stock('A-001', {}), 1]]), 201);
    const image = (market.serai.engine as unknown as { image(): Buffer }).image().toString('latin1');
    for (const word of [secret.surname, secret.givenNames, secret.number, secret.birthDate])
      expect([word, image.includes(word)]).toEqual([word, false]);
  });

  test('a changed audit row is found', async () => {
    expect(await falseRows()).toEqual([]);
    const [victim] = await market.serai.engine.read(async (tx) => tx.select({ id: audit.id }).from(audit).limit(1));
    await market.serai.engine.transact(async (tx) => {
      await tx
        .update(audit)
        .set({ kind: 'nothing-happened' })
        .where(eq(audit.id, victim?.id ?? ''));
    });
    expect(await falseRows()).toEqual([victim?.id]);
  });
});
