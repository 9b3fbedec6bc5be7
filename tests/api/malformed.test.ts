import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '#app/api/answer.ts';
import { parametersOf, rolesOf } from '#app/api/call.ts';
import { CALLS } from '#app/api/calls.ts';
import { type Actor, MACHINE, type Role } from '#lib/staff/actor.ts';
import { aMarket, type Market } from '../support/a-market.ts';

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

describe('Malformed requests', () => {
  test.each(CALLS.filter(({ method }) => method === 'POST').map((call) => [call.path, call] as const))(
    'POST %s answers only problems and writes nothing',
    async (_, call) => {
      const before = await contents();
      const fields = Object.keys(call.input.shape).filter((name) => !parametersOf(call).includes(name));
      const actor: Actor = { ...MACHINE, id: randomUUID(), role: rolesOf(call)[0] as Role };
      const body = fc.oneof(
        fc.json(),
        hostile,
        fc
          .record(Object.fromEntries(fields.map((name) => [name, value])), { requiredKeys: [] })
          .map((record) => JSON.stringify(record)),
      );
      const path = fc.constantFrom(...['%', '%E0%A4%A', randomUUID(), "'--", '%00', 'x'.repeat(700)]);
      await fc.assert(
        fc.asyncProperty(body, path, async (text, parameter) => {
          const reply = await answer(market.serai, {
            method: 'POST',
            path: parametersOf(call).reduce((p, name) => p.replace(`{${name}}`, parameter), call.path),
            query: {},
            contentType: 'application/json',
            body: text ?? 'undefined',
            actor,
          });
          expect(reply.status, JSON.stringify(reply.body)).toBeGreaterThanOrEqual(400);
          expect(reply.status).toBeLessThan(500);
          expect(reply.headers?.['content-type']).toBe('application/problem+json');
        }),
        { numRuns: RUNS },
      );
      expect(await contents()).toEqual(before);
    },
  );

  test('a body over 256 KiB is 413, another content type 415, a wrong method 405', async () => {
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
  });
});

/** Rows of every table but the door's own tally of refusals. */
async function contents(): Promise<Record<string, number>> {
  return market.serai.engine.read(async (tx) => {
    const tables = await tx.all<{ name: string }>(
      sql`select name from sqlite_master where type = 'table' and name <> 'refusal_tally' order by name`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables)
      counts[name] = (await tx.get<{ n: number }>(sql.raw(`select count(*) as n from "${name}"`)))?.n ?? 0;
    return counts;
  });
}
