import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersOf, type Call, parametersOf, problemsOf, rolesOf } from '#app/api/call.ts';
import { CALLS } from '#app/api/calls.ts';
import type { Role } from '#lib/staff/actor.ts';
import { aMarket, id, type Market, type Who } from '../support/a-market.ts';
import { aDay, aDocument, inside } from '../support/a-visit.ts';
import { apiDocument, faultsOfAnswer } from '../support/api-document.ts';
import { askAboutFiscal } from '../support/every-call/about-fiscal.ts';
import { askAboutTheLaw, askForRates } from '../support/every-call/about-law.ts';
import { askAboutPersons, askToEnrol } from '../support/every-call/about-persons.ts';
import { askAtAShop, askAtTheOffice } from '../support/every-call/at-desks.ts';
import { askAtDevices } from '../support/every-call/at-devices.ts';
import { type Heard, listeningTo } from '../support/every-call/heard.ts';

/** Answers that no caller can bring about: a fault of ours, and 5,000 acts waiting. Nor is there an id of a person that no act made. */
const UNPROVOKED = (call: Call): readonly number[] => [500, 503, ...(call.path === '/api/v1/cashiers' ? [422] : [])];

let market: Market;
let heard: Heard;
/** A cookie without the key that it belongs to. */
let copied: Who;
beforeAll(async () => {
  market = await aMarket();
  heard = listeningTo(market);
  await askAtDevices(heard);
  await askAtTheOffice(heard);
  await askAboutFiscal(heard);
  await askAtAShop(heard);
  await askAboutPersons(heard);
  await askAboutTheLaw(heard);
  await askForRates(heard);
  copied = await askToEnrol(heard);
});
afterAll(() => market.close());

/** A market that has an administrator makes no first one: tests/api/first-administrator.test.ts asks one that has none. */
const ASKED = CALLS.filter(({ path }) => path !== '/api/v1/first-administrator');

const nameOf = ({ method, path }: Call) => `${method} ${path}`;

describe('The OpenAPI document', () => {
  test('is valid OpenAPI 3.1, and each of its references leads somewhere', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(apiDocument));
    expect(errors ?? []).toEqual([]);
    expect([valid, validator.version]).toEqual([true, '3.1']);
    const references = [...JSON.stringify(apiDocument).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path as string);
    const target = (path: string) =>
      path.split('/').reduce((at: unknown, part) => (at as Record<string, unknown>)?.[part], apiDocument);
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((path) => target(path) === undefined)).toEqual([]);
  });

  test('names every call and nothing else, with its roles', () => {
    const named = Object.entries(apiDocument.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation['x-roles']]),
    );
    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(CALLS.map((call) => [nameOf(call), rolesOf(call)])));
  });

  test('rejects an answer with a field more, a field less, another type, status or content type', () => {
    const fine = { method: 'GET', path: '/api/v1/sales', status: 200, contentType: 'application/json', body: { sales: [] } };
    expect(faultsOfAnswer(fine)).toEqual([]);
    for (const wrong of [
      { body: { sales: [], more: 1 } },
      { body: {} },
      { body: { sales: 'none' } },
      { status: 201 },
      { contentType: 'text/html' },
      { path: '/api/v1/nothing' },
    ])
      expect(faultsOfAnswer({ ...fine, ...wrong })).toHaveLength(1);
  });
});

describe('Every call', () => {
  test('is answered well in this test', () => {
    expect([...heard.wellAsked.keys()].sort()).toEqual(ASKED.map(nameOf).sort());
  });

  test.each(ASKED.map((call) => [nameOf(call), call] as const))('%s answers every status it declares', async (name, call) => {
    const asked = heard.wellAsked.get(name);
    if (asked === undefined) throw new Error('never answered well');
    const { who, path, sent } = asked;
    const post = call.method === 'POST';
    const strangers = await whos();
    await heard.ask(who, call.method, path, sent);
    if (post) {
      for (const text of ['[]', '{"id":']) await heard.send(who, 'POST', path, { text, type: 'application/json' });
      await heard.send(who, 'POST', path, {
        text: `{"x":"${'a'.repeat((call.mostBytes ?? 262_144) + 40_000)}"}`,
        type: 'application/json',
      });
      await heard.send(who, 'POST', path, { text: 'id=1', type: 'application/x-www-form-urlencoded' });
      await heard.ask(who, 'POST', path, withId(sent, id()));
      await heard.ask(who, 'POST', path, withId(sent, usedId));
      await heard.ask({ origin: 'https://elsewhere.example' }, 'POST', path, sent);
    } else await heard.ask(who, 'GET', `${path.split('?')[0]}?nothing=known`);
    await heard.ask(null, call.method, path, sent);
    await heard.ask(copied, call.method, path, sent);
    await heard.ask({ 'x-long': 'a'.repeat(20_000) }, call.method, path, sent);
    const stranger = Object.entries(strangers).find(([role]) => !rolesOf(call).includes(role as Role));
    if (stranger !== undefined) await heard.ask(stranger[1], call.method, path, sent);
    if (parametersOf(call).length > 0) {
      const elsewhere = call.path.replace(/\{\w+\}/g, () => id());
      for (const asker of [who, ...(rolesOf(call).includes('shopper') ? [strangers.shopper] : [])])
        await heard.ask(asker, call.method, elsewhere, withId(sent, id()));
    } else if (call.hides === true && post)
      await heard.ask(who, 'POST', path, withId({ ...(sent as object), stall: id() }, id()));

    const declared = [...answersOf(call), ...problemsOf(call)].filter((status) => !UNPROVOKED(call).includes(status));
    expect([...(heard.seen.get(name) ?? [])].sort()).toEqual(declared.sort());
  });
});

/** The id of an act that was done. */
let usedId: string;
let known: { readonly [role in 'kiosk' | 'till' | 'auditor' | 'owner' | 'shopper']: Who } | undefined;

/** Somebody of several roles, so that each call has one who may not make it. */
async function whos() {
  if (known !== undefined) return known;
  const day = await aDay(market);
  usedId = id();
  await market.ask(day.at.KZ.kiosk, 'POST', '/api/v1/passes', { id: usedId, document: aDocument() });
  known = {
    kiosk: day.at.CN.kiosk,
    till: await day.till('K-001'),
    auditor: await market.signIn('auditor', 'office'),
    owner: await market.signIn('owner', 'shop'),
    shopper: `Pass ${await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }))}`,
  };
  return known;
}

/** The same body as another act. */
function withId(sent: unknown, act: string): unknown {
  if (sent === undefined) return undefined;
  const { person } = sent as { person?: object };
  return person === undefined
    ? { ...(sent as object), ...('id' in (sent as object) ? { id: act } : {}) }
    : { person: { ...person, id: act } };
}
