import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answer } from '#app/api/answer.ts';
import { type Call, parametersOf, rolesOf } from '#app/api/call.ts';
import { CALLS } from '#app/api/calls.ts';
import type { Reply } from '#app/api/problem.ts';
import { type Actor, MACHINE, type Role } from '#lib/staff/actor.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { faultsOfAnswer } from '../support/api-document.ts';
import { contentsOf } from '../support/contents.ts';

const RUNS = process.env.SERAI_FULL ? 10_000 : 150;

let market: Market;
beforeAll(async () => {
  market = await aMarket();
});
afterAll(() => market.close());

/** Anything but what is wanted: half a body, wrong types, hostile strings, deep nesting, or no JSON at all. */
const hostile = fc.oneof(
  fc.constantFrom('', '\u0000', "' OR 1=1 --", '../../etc/passwd', '\ud800', '٣', '1e999', '-0', '__proto__', 'a'.repeat(5000)),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { depthSize: 'small' },
  hostile,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.anything(), { maxLength: 3 }),
  fc.dictionary(hostile, fc.anything(), { maxKeys: 3 }),
);
/** What stands in the path where an id should. */
const place = fc.constantFrom('%', '%E0%A4%A', "'--", '%00', '%2e%2e%2f', 'x'.repeat(700), '__proto__', '-1', randomUUID());

const actorOf = (call: Call): Actor => ({ ...MACHINE, id: randomUUID(), role: rolesOf(call)[0] as Role });
const pathOf = (call: Call, parameter: string) =>
  parametersOf(call).reduce((path, name) => path.replace(`{${name}}`, () => parameter), call.path);
const named = (method: string) => CALLS.filter((call) => call.method === method).map((call) => [call.path, call] as const);

/** A problem of the caller's, as the document has it. */
function expectProblem(call: Call, { status, body, headers }: Reply): void {
  const said = JSON.stringify(body).slice(0, 300);
  expect(status, said).toBeGreaterThanOrEqual(400);
  expect(status, said).toBeLessThan(500);
  const contentType = headers?.['content-type'] ?? null;
  expect(contentType).toBe('application/problem+json');
  const path = pathOf(call, 'x');
  expect(faultsOfAnswer({ method: call.method, path, status, contentType, body: JSON.parse(JSON.stringify(body)) })).toEqual([]);
}

describe('Malformed requests', () => {
  test.each(named('POST'))('POST %s answers only problems and writes nothing', async (_, call) => {
    const before = await contentsOf(market.serai.engine);
    const fields = Object.keys(call.input.shape).filter((name) => !parametersOf(call).includes(name));
    const actor = actorOf(call);
    const body = fc.oneof(
      fc.json(),
      hostile,
      fc
        .record(Object.fromEntries(fields.map((name) => [name, value])), { requiredKeys: [] })
        .map((record) => JSON.stringify(record)),
    );
    await fc.assert(
      fc.asyncProperty(body, place, async (text, parameter) => {
        const asked = { method: 'POST', path: pathOf(call, parameter), query: {}, contentType: 'application/json', actor };
        expectProblem(call, await answer(market.serai, { ...asked, body: text ?? 'undefined' }));
      }),
      { numRuns: RUNS },
    );
    expect(await contentsOf(market.serai.engine)).toEqual(before);
  });

  test.each(named('GET'))('GET %s answers only problems and writes nothing', async (_, call) => {
    const who = await whoMay(call);
    const before = await contentsOf(market.serai.engine);
    await fc.assert(
      fc.asyncProperty(faultyQuery(call), place, async (query, parameter) => {
        const response = await fetch(`${market.origin}${pathOf(call, parameter)}?${query}`, { headers: who });
        const headers = { 'content-type': response.headers.get('content-type') ?? '' };
        expectProblem(call, { status: response.status, body: await response.json(), headers });
      }),
      { numRuns: RUNS },
    );
    expect(await contentsOf(market.serai.engine)).toEqual(before);
  });

  test('a body over 256 KiB is 413, another content type 415, a wrong method 405, an address over 16 KiB 431', async () => {
    const till = await market.token('till', 'A-001');
    const send = (init: RequestInit) =>
      fetch(`${market.origin}/api/v1/sales`, { ...init, headers: { authorization: till, ...init.headers } });
    expect(
      (await send({ method: 'POST', body: `{"x":"${'a'.repeat(300_000)}"}`, headers: { 'content-type': 'application/json' } }))
        .status,
    ).toBe(413);
    expect(
      (await send({ method: 'POST', body: 'id=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } })).status,
    ).toBe(415);
    expect((await send({ method: 'DELETE' })).status).toBe(405);
    expect((await market.ask(till, 'GET', `/api/v1/products?q=${'a'.repeat(20_000)}`)).body).toMatchObject({ status: 431 });
  });
});

/** A query with a name that the call does not know, a value that is not what is asked for, or the same name twice. */
function faultyQuery(call: Call): fc.Arbitrary<string> {
  const fields = Object.entries(call.input.shape).filter(([name]) => !parametersOf(call).includes(name));
  const pairs = fc.oneof(
    fc.tuple(hostile, hostile).filter(([name]) => !(name in call.input.shape)),
    ...fields.map(([name, type]) =>
      hostile.filter((text) => !z.safeParse(type, text).success).map((text) => [name, text] as [string, string]),
    ),
  );
  const twice = fields.map(([name]) => fc.constantFrom('1', 'a', '').map((text) => [name, text, name, text]));
  return fc.oneof(
    fc.array(pairs, { minLength: 1, maxLength: 3 }).map((all) => new URLSearchParams(all).toString()),
    fc.constantFrom(
      '=',
      '%=%',
      '%E0%A4%A=1',
      '?',
      '__proto__=1',
      'constructor=x',
      `x=${'9'.repeat(6000)}`,
      `x=${'9'.repeat(20_000)}`,
    ),
    ...twice.map((both) => both.map(([name, text]) => `${name}=${text}&${name}=${text}`)),
  );
}

/** Somebody who may make a call. */
async function whoMay(call: Call): Promise<Record<string, string>> {
  if (call.action === 'public') return {};
  const [role] = rolesOf(call);
  if (role === 'administrator') return { ...((await market.signIn('administrator', 'office')) as object) };
  if (role === 'owner') return { ...((await market.signIn('owner', 'shop')) as object) };
  return { authorization: await market.token(role as Role, role === 'till' ? 'A-001' : 'CN-1') };
}
