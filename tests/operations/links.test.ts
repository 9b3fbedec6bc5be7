import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Link } from '#app/api/shapes.ts';
import { excess, travellerLink } from '#db/schema/schema.ts';
import type { ExitView } from '#db/stores/exit-cases.ts';
import type { Decision } from '#lib/law/decision.ts';
import type { LinkView } from '#lib/traveller/link-view.ts';
import { aLinkingMarket, documentsOfOne, exitOf, type Linking } from '../support/a-linking-market.ts';
import { id } from '../support/a-market.ts';
import { body, inside, type Printed, reasonsOf } from '../support/a-visit.ts';

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

const VALUE = '0 CN-ICBC-VAL 2026-11-18';

describe('A line that was corrected while two documents were linked', () => {
  test('counts for its own document again once they are separated, with no excess on either', async () => {
    const [first, second] = documentsOfOne(2) as [Printed, Printed];
    const earlier = await visitWith(first, 2);
    const later = await visitWith(second, 4);
    const people = [await travellerOf(earlier), await travellerOf(later)];
    const [link] = await proposed(later);
    body(await decide(link?.id ?? '', 'linked'), 201);
    expect(await standing(people)).toMatchObject({ [VALUE]: { posted: 300_000 } });
    const known = body<{ visit: { id: string }; lines: { id: string }[] }>(
      await market.ask(day.at.CN.gate, 'GET', `/api/v1/passes/${later}/record`),
      200,
    );
    const said = {
      id: id(),
      line: known.lines[0]?.id,
      value: { amount: '600.00', currency: 'CNY' },
      reason: 'three were samples',
    };
    body(await market.ask(day.at.CN.gate, 'POST', `/api/v1/visits/${known.visit.id}/corrections`, said), 201);
    expect(await standing(people)).toMatchObject({ [VALUE]: { posted: 160_000 } });
    body(await decide(link?.id ?? '', 'separated'), 201);
    const apart = await standing(people);
    expect(apart).toMatchObject({ [VALUE]: { posted: 100_000 }, [VALUE.replace('0', '1')]: { posted: 60_000 } });
    expect(await beyond(people)).toEqual({});
    body(await decide(link?.id ?? '', 'linked'), 201);
    expect(await standing(people)).toMatchObject({ [VALUE]: { posted: 160_000 } });
    expect(await beyond(people)).toEqual({});
  });
});

describe('A proposed link', () => {
  test('is shown at the gate with what an officer may see, and nothing else', async () => {
    const [card, passport] = documentsOfOne(2, { nationality: 'KAZ', givenNames: 'DANA', birthDate: '1991-05-06' }) as [
      Printed,
      Printed,
    ];
    await inside(day, 'CN', card);
    const { pass } = body<{ pass: { code: string } }>(await day.issue('CN', passport), 201);
    const [link] = await proposed(pass.code);
    expect(link).toMatchObject({
      state: 'proposed',
      earlier: { nationality: 'KAZ', ageYears: 35, isInside: true, documents: [{ type: 'passport', issuer: 'KAZ' }] },
      later: { nationality: 'KAZ', ageYears: 35, isInside: false },
    });
    expect(Link.safeParse(link).error?.issues ?? []).toEqual([]);
    const said = JSON.stringify(link);
    for (const secret of [card.surname, card.givenNames, card.number, passport.number, card.birthDate])
      expect([secret, said.includes(secret)]).toEqual([secret, false]);
    expect((await market.ask(day.at.CN.gate, 'GET', '/api/v1/links')).status).toBe(404);
  });

  test('is made once for a pair, whichever document is shown again, and never after they were separated', async () => {
    const [one, two] = documentsOfOne(2) as [Printed, Printed];
    const first = await visitWith(one, 0);
    const second = await visitWith(two, 0);
    const again = await visitWith(one, 0);
    const links = await proposed(first);
    expect(links.length).toBe(1);
    expect((await proposed(again)).map((link) => link.id)).toEqual((await proposed(second)).map((link) => link.id));
    body(await decide(links[0]?.id ?? '', 'separated'), 201);
    await visitWith(two, 0);
    await visitWith(one, 0);
    expect(await proposed(first)).toEqual([]);
    const pair = [await travellerOf(first), await travellerOf(second)];
    const rows = await market.serai.engine.read(async (tx) =>
      tx.select({ state: travellerLink.state }).from(travellerLink).where(inArray(travellerLink.later, pair)),
    );
    expect(rows).toEqual([{ state: 'separated' }]);
  });
});

describe('Linking', () => {
  test('joins the accounts up to the limit, and the rest is excess of linked documents; separating parts them again', async () => {
    const [one, two] = documentsOfOne(2) as [Printed, Printed];
    const first = await visitWith(one, 12);
    const second = await visitWith(two, 10);
    const holders = [await travellerOf(first), await travellerOf(second)];
    const before = await standing(holders);
    expect(before).toEqual({ [VALUE]: { posted: 6000_00, held: 0 }, '1 CN-ICBC-VAL 2026-11-18': { posted: 5000_00, held: 0 } });
    const link = (await proposed(first))[0]?.id ?? '';
    expect(body<{ link: LinkView }>(await decide(link, 'linked'), 201).link).toMatchObject({
      state: 'linked',
      decision: { reason: 'compared both documents' },
    });
    expect(await standing(holders)).toEqual({ [VALUE]: { posted: 8000_00, held: 0 } });
    expect(await beyond(holders)).toEqual({ '0 CN-ICBC-VAL': 3000_00 });
    const causes = await market.serai.engine.read(async (tx) =>
      tx
        .selectDistinct({ cause: excess.cause })
        .from(excess)
        .where(eq(excess.holder, holders[0] ?? '')),
    );
    expect(causes).toEqual([{ cause: 'documents-linked' }]);
    body(await decide(link, 'separated'), 201);
    expect(await standing(holders)).toEqual(before);
    expect(await beyond(holders)).toEqual({});
  });

  test('decides the open visit anew at once, also one that stands at the gate', async () => {
    const [one, two] = documentsOfOne(2) as [Printed, Printed];
    await visitWith(one, 14);
    const pass = await inside(day, 'CN', two);
    await buy(pass, 6);
    const exit = exitOf(await day.present('CN', pass));
    expect(exit.settlement).toBe('green');
    const link = (await proposed(pass))[0]?.id ?? '';
    body(await decide(link, 'linked'), 201);
    const seen = body<{ exit: ExitView }>(await market.ask(day.at.CN.gate, 'GET', `/api/v1/exits/${exit.id}`), 200).exit;
    expect(seen.settlement).toBe('amber');
    expect(seen.decision.limits.find(({ rule }) => rule === 'CN-ICBC-VAL')).toMatchObject({ used: 7000_00, over: 2000_00 });
    body(await decide(link, 'separated'), 201);
    const parted = body<{ exit: ExitView }>(await market.ask(day.at.CN.gate, 'GET', `/api/v1/exits/${exit.id}`), 200).exit;
    expect(parted.settlement).toBe('green');
    exitOf(await day.close('CN', exit.id, 'settled'));
    expect(await standing([await travellerOf(pass)])).toEqual({ [VALUE]: { posted: 3000_00, held: 0 } });
  });

  test('makes every document find the one traveller: no second visit, the one allowance, the other’s receipts', async () => {
    const [one, two] = documentsOfOne(2) as [Printed, Printed];
    const first = await inside(day, 'CN', one);
    const { receipt } = (await buy(first, 10)) as { receipt: { id: string } };
    const { pass: waiting } = body<{ pass: { code: string } }>(await day.issue('CN', two), 201);
    body(await decide((await proposed(first))[0]?.id ?? '', 'linked'), 201);
    expect(reasonsOf(await day.enter('CN', waiting.code))).toEqual(['visit-open']);
    expect(reasonsOf(await day.issue('CN', two))).toEqual(['visit-open']);
    expect((await market.ask(`Pass ${waiting.code}`, 'GET', `/api/v1/sales/${receipt.id}`)).status).toBe(200);
    exitOf(await day.close('CN', exitOf(await day.present('CN', first)).id, 'settled'));
    body(await day.enter('CN', waiting.code), 201);
    const { decision } = body<{ decision: Decision }>(await day.allowance('CN', waiting.code), 200);
    expect(decision.limits.find(({ rule }) => rule === 'CN-ICBC-VAL')).toMatchObject({ used: 5000_00, left: 3000_00 });
    const search = await market.ask(day.at.CN.gate, 'POST', '/api/v1/pass-searches', { document: one });
    expect(
      body<{ passes: { code: string }[] }>(search, 200)
        .passes.map(({ code }) => code)
        .sort(),
    ).toEqual([waiting.code, first].sort());
    body(
      await market.ask(day.at.CN.gate, 'POST', `/api/v1/passes/${waiting.code}/replacements`, { id: id(), document: one }),
      201,
    );
  });

  test('counts the duty-free exits of a month together', async () => {
    const [one, two] = documentsOfOne(2, { nationality: 'KAZ' }) as [Printed, Printed];
    const rug = await day.stock('K-001', { price: '10.00', weightG: 1000 });
    const passes: string[] = [];
    for (const document of [one, two]) {
      const pass = await inside(day, 'KZ', document);
      body(await day.sell('K-001', pass, [[rug, 1]]), 201);
      exitOf(await day.close('KZ', exitOf(await day.present('KZ', pass)).id, 'settled'));
      passes.push(pass);
    }
    const holders = [await travellerOf(passes[0] ?? ''), await travellerOf(passes[1] ?? '')];
    body(await decide((await proposed(passes[0] ?? ''))[0]?.id ?? '', 'linked'), 201);
    const exits = Object.entries(await standing(holders)).filter(([key]) => key.endsWith(' 2026-11'));
    expect(exits.map(([, { posted }]) => posted)).toEqual([1]);
    expect(Object.values(await beyond(holders))).toEqual([1]);
  });

  test('is one act: a retry is the same, another body is not, and what is decided is not decided again', async () => {
    const [one, two] = documentsOfOne(2) as [Printed, Printed];
    const pass = await visitWith(one, 3);
    await visitWith(two, 4);
    const link = (await proposed(pass))[0]?.id ?? '';
    const act = id();
    const first = await decide(link, 'linked', act);
    const again = await decide(link, 'linked', act);
    expect([first.status, again.status, again.body]).toEqual([201, 200, first.body]);
    expect((await decide(link, 'separated', act)).status).toBe(409);
    expect(reasonsOf(await decide(link, 'linked'))).toEqual(['link-decided']);
    expect((await decide(id(), 'linked')).status).toBe(404);
    expect((await market.ask(day.at.CN.kiosk, 'POST', `/api/v1/links/${link}/decisions`, {})).status).toBe(403);
  });
});
