import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '#app/api/answer.ts';
import type { Call } from '#app/api/call.ts';
import { CALLS } from '#app/api/calls.ts';
import { act, audit, identity, pass, travelDocument } from '#db/schema/schema.ts';
import { MACHINE } from '#lib/staff/actor.ts';
import { isIin } from '#lib/traveller/personal-number.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, type Day, inside, reasonsOf } from '../support/a-visit.ts';
import { bytesOf } from '../support/test-engine.ts';
import { falseAccounts, falseDecisions, falseRows } from '../support/verify.ts';

let market: Market;
let day: Day;
beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
});
afterAll(() => market.close());

const erase = async (code: string, id: string = randomUUID(), reason = 'asked for it in writing') =>
  (await answer(market.serai, {
    method: 'POST',
    path: `/api/v1/passes/${code}/erasures`,
    query: {},
    contentType: 'application/json',
    body: JSON.stringify({ id, reason }),
    actor: MACHINE,
  })) as { status: number; body: never; headers: never };

const leave = async (code: string) => {
  const { exit } = body<{ exit: { id: string } }>(await day.present('CN', code), 201);
  body(await day.close('CN', exit.id, 'settled'), 201);
};

const travellerOf = async (code: string) =>
  (await market.serai.engine.read(async (tx) => tx.select().from(pass).where(eq(pass.code, code))))[0]?.traveller ?? '';

const sealedOf = (travellers: readonly string[]) =>
  market.serai.engine.read(async (tx) =>
    tx
      .select({ traveller: travelDocument.traveller, sealed: identity.sealed })
      .from(identity)
      .innerJoin(travelDocument, eq(travelDocument.id, identity.document))
      .where(inArray(travelDocument.traveller, [...travellers])),
  );

const written = () => bytesOf(market.serai.engine);

describe('Erasing a person', () => {
  test('takes the initials out of what acts are remembered with, and a retry answers without them', async () => {
    const document = aDocument({ surname: 'QUIETLY', givenNames: 'ZOE' });
    const issue = { id: randomUUID(), document };
    const first = await market.ask(day.at.CN.kiosk, 'POST', '/api/v1/passes', issue);
    expect(JSON.stringify(first.body)).toContain('Z. Q.');
    body(await erase(body<{ pass: { code: string } }>(first, 201).pass.code), 201);
    const said = await market.serai.engine.read(async (tx) => tx.select({ answer: act.answer }).from(act));
    expect(JSON.stringify(said)).not.toContain('Z. Q.');
    const again = await market.ask(day.at.CN.kiosk, 'POST', '/api/v1/passes', issue);
    expect([again.status, JSON.stringify(again.body).includes('Z. Q.')]).toEqual([200, false]);
    expect(await falseRows(market)).toEqual([]);
  });

  test('takes name, lookups and key away and leaves every chain, account and decision verifiable', async () => {
    const document = aDocument({ surname: 'ERASED', number: 'ERASEME1' });
    const code = await inside(day, 'CN', document);
    body(await day.sell('A-001', code, [[await day.stock('A-001', { price: '123.00' }), 1]]), 201);
    await leave(code);
    const traveller = await travellerOf(code);
    const [kept] = await sealedOf([traveller]);
    expect(market.serai.keys.unseal(traveller, kept?.sealed as Uint8Array)).toMatchObject({ surname: 'ERASED' });
    const lookups = await market.serai.engine.read(async (tx) =>
      tx.select().from(travelDocument).where(eq(travelDocument.traveller, traveller)),
    );
    const found = lookups.flatMap(({ lookup, likeness }) => [lookup, likeness]);
    const before = await written();
    expect(found.map((lookup) => before.includes(lookup))).toEqual([true, true]);

    const { erasure } = body<{ erasure: { travellers: string[]; documents: number } }>(await erase(code), 201);

    expect(erasure).toMatchObject({ travellers: [traveller], documents: 1 });
    expect(market.serai.keys.unseal(traveller, kept?.sealed as Uint8Array)).toBeUndefined();
    const after = await written();
    expect(found.map((lookup) => after.includes(lookup))).toEqual([false, false]);
    expect(after.includes(Buffer.from(kept?.sealed as Uint8Array))).toBe(false);
    expect([await falseRows(market), await falseAccounts(market)]).toEqual([[], []]);
    const { seen, wrong } = await falseDecisions(market);
    expect([seen > 0, wrong]).toEqual([true, []]);
    const card = await market.ask(day.at.CN.gate, 'GET', `/api/v1/passes/${code}`);
    expect(body<{ pass: { traveller: object } }>(card, 200).pass.traveller).toMatchObject({ initials: '', ageClass: 'adult' });
    const search = await market.ask(day.at.CN.gate, 'POST', '/api/v1/pass-searches', { document });
    expect(body(search, 200)).toEqual({ passes: [] });
  });

  test('is refused while they are inside, and the second time', async () => {
    const code = await inside(day, 'CN', aDocument());
    expect(reasonsOf(await erase(code))).toEqual(['erase-visit-open']);
    expect((await sealedOf([await travellerOf(code)])).length).toBe(1);
    await leave(code);
    const act = randomUUID();
    const first = await erase(code, act);
    expect([first.status, (await erase(code, act)).status]).toEqual([201, 200]);
    const { output } = CALLS.find(({ path }) => path.endsWith('/erasures')) as Call;
    expect(output.safeParse(first.body).error?.issues ?? []).toEqual([]);
    expect(reasonsOf(await erase(code))).toEqual(['already-erased']);
  });

  test('is the administrator’s alone, is on the audit trail, and withdraws a pass that nobody could be told from', async () => {
    const { pass: waiting } = body<{ pass: { code: string } }>(await day.issue('CN', aDocument()), 201);
    const refused = await market.ask(day.at.CN.gate, 'POST', `/api/v1/passes/${waiting.code}/erasures`, {});
    expect(refused.status).toBe(403);
    body(await erase(waiting.code), 201);
    expect(reasonsOf(await day.enter('CN', waiting.code))).toEqual(['pass-revoked']);
    const rows = await market.serai.engine.read(async (tx) =>
      tx
        .select({ kind: audit.kind, facts: audit.facts })
        .from(audit)
        .where(eq(audit.subject, await travellerOf(waiting.code))),
    );
    expect(rows).toEqual([{ kind: 'erase-person', facts: { reason: 'asked for it in writing', documents: 1, travellers: 1 } }]);
  });

  test('takes every document of a person whose documents were linked', async () => {
    const [one, two] = [aDocument({ surname: 'LINKEDERASED' }), aDocument({ surname: 'LINKEDERASED' })];
    const codes = [await inside(day, 'CN', one), body<{ pass: { code: string } }>(await day.issue('CN', two), 201).pass.code];
    await leave(codes[0] ?? '');
    const links = await market.ask(day.at.CN.gate, 'GET', `/api/v1/links?pass=${codes[0]}`);
    const link = body<{ rows: { id: string }[] }>(links, 200).rows[0]?.id;
    const said = { id: randomUUID(), outcome: 'linked', reason: 'compared both documents' };
    body(await market.ask(day.at.CN.gate, 'POST', `/api/v1/links/${link}/decisions`, said), 201);
    const travellers = await Promise.all(codes.map(travellerOf));
    expect(new Set((await sealedOf(travellers)).map((row) => row.traveller)).size).toBe(2);
    body(await erase(codes[1] ?? ''), 201);
    expect(await sealedOf(travellers)).toEqual([]);
    expect(market.serai.keys.travellers().filter((id) => travellers.includes(id))).toEqual([]);
    const again = { id: randomUUID(), outcome: 'separated', reason: 'nothing left to compare' };
    expect(reasonsOf(await market.ask(day.at.CN.gate, 'POST', `/api/v1/links/${link}/decisions`, again))).toEqual([
      'traveller-erased',
    ]);
  });
});

describe('The identity store', () => {
  test('keeps what each document says, also when the same traveller shows another', async () => {
    const personalNumber = '910506300123';
    const iin = Array.from({ length: 10 }, (_, digit) => `${personalNumber.slice(0, 11)}${digit}`).find(isIin) ?? '';
    const born = { nationality: 'KAZ', personalNumber: iin };
    const card = aDocument({ ...born, type: 'identity-card', number: 'ID0001', surname: 'TOLEGENOVA' });
    const passport = aDocument({ ...born, number: 'N0002', surname: 'TULEGENOVA' });
    const code = body<{ pass: { code: string } }>(await day.issue('KZ', card), 201).pass.code;
    body(await day.issue('KZ', passport), 201);
    const traveller = await travellerOf(code);
    const said = (await sealedOf([traveller])).map(({ sealed }) => market.serai.keys.unseal(traveller, sealed));
    expect(said).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ documentNumber: 'ID0001', surname: 'TOLEGENOVA' }),
        expect.objectContaining({ documentNumber: 'N0002', surname: 'TULEGENOVA' }),
      ]),
    );
    expect(said.length).toBe(2);
  });

  test('nothing of an identity stands outside the identity store', async () => {
    const secret = aDocument({ surname: 'XYLOPHONEZZ', givenNames: 'QUIRKYNAME', number: 'Q9Q9Q9Q9Q', birthDate: '1971-02-03' });
    const code = await inside(day, 'CN', secret);
    body(await day.sell('A-001', code, [[await day.stock('A-001', {}), 1]]), 201);
    const held = (await written()).toString('latin1');
    for (const word of [secret.surname, secret.givenNames, secret.number, secret.birthDate])
      expect([word, held.includes(word)]).toEqual([word, false]);
  });

  test('a changed audit row is found', async () => {
    expect(await falseRows(market)).toEqual([]);
    const [victim] = await market.serai.engine.read(async (tx) => tx.select({ id: audit.id }).from(audit).limit(1));
    await market.serai.engine.transact(async (tx) => {
      await tx
        .update(audit)
        .set({ kind: 'nothing-happened' })
        .where(eq(audit.id, victim?.id ?? ''));
    });
    expect(await falseRows(market)).toEqual([victim?.id]);
  });
});
