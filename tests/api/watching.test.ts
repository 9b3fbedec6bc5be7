import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DiskFull, type Engine } from '#db/engine/engine.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, type Day, inside } from '../support/a-visit.ts';

let market: Market;
let day: Day;
let said = '';
beforeAll(async () => {
  market = await aMarket();
  const lines = new PassThrough();
  lines.on('data', (line) => {
    said += line;
  });
  Object.assign(market.serai, { log: pino({ level: 'debug' }, lines) });
  day = await aDay(market);
});
afterAll(() => market.close());

const figure = async (name: string) => {
  const text = await (await fetch(`${market.origin}/metrics`)).text();
  return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, 'm').exec(text)?.[1]);
};

describe('The log', () => {
  test('tells every call of a whole visit and names nobody', async () => {
    const somebody = aDocument({ surname: 'ZHUZHEVA', givenNames: 'GULBAHOR', number: 'ZZ7654321', birthDate: '1977-07-17' });
    const pass = await inside(day, 'CN', somebody);
    body(await day.sell('A-001', pass, [[await day.stock('A-001', { price: '123.00' }), 1]]), 201);
    const { exit } = body<{ exit: { id: string } }>(await day.present('CN', pass), 201);
    body(await day.close('CN', exit.id, 'settled'), 201);
    // What does not read and what is refused is where a careless log repeats the caller.
    await day.issue('CN', { ...somebody, birthDate: 'no date ZHUZHEVA' });
    await day.issue('CN', { ...somebody, expiresOn: '2001-01-01' });
    const calls = said.split('\n').filter((line) => line.includes('"msg":"call"'));
    expect(calls.length).toBeGreaterThan(5);
    expect(calls.join('\n')).toContain('POST /api/v1/exits/{exit}/close');
    for (const word of [somebody.surname, somebody.givenNames, somebody.number, somebody.birthDate, pass])
      expect([word, said.toUpperCase().includes(word.toUpperCase())]).toEqual([word, false]);
  });

  test('of a fault says where it broke and still names nobody', async () => {
    const broken = { ...market.serai.engine, transact: () => Promise.reject(new Error('broke on purpose')) } as unknown as Engine;
    const { contextOf } = market.serai;
    Object.assign(market.serai, {
      contextOf: (...of: Parameters<typeof contextOf>) => ({ ...contextOf(...of), transact: broken.transact }),
    });
    const reply = await day.issue('CN', aDocument({ surname: 'BROKENNAME' }));
    Object.assign(market.serai, { contextOf });
    expect(reply.status).toBe(500);
    expect([said.includes('broke on purpose'), said.includes('BROKENNAME')]).toEqual([true, false]);
  });
});

describe('Metrics', () => {
  test('count acts, commits, what waits, and the links of the chains', async () => {
    const [acts, links, chains] = [await figure('serai_acts'), await figure('serai_chain_links'), await figure('serai_chains')];
    body(await day.issue('CN', aDocument()), 201);
    expect((await figure('serai_acts')) - acts).toBeGreaterThanOrEqual(1);
    expect((await figure('serai_chain_links')) - links).toBe(1);
    expect([chains > 5, await figure('serai_queue_acts'), await figure('serai_disk_full')]).toEqual([true, 0, 0]);
    expect(await figure('serai_commits')).toBeGreaterThan(5);
    expect(await figure('serai_call_seconds_count')).toBeGreaterThan(5);
  });
});

describe('Ready', () => {
  test('means that a row could be written, and says what to do if not', async () => {
    const ask = async () => {
      const reply = await fetch(`${market.origin}/readyz`);
      return { status: reply.status, retry: reply.headers.get('retry-after'), body: (await reply.json()) as { reason?: string } };
    };
    expect(await ask()).toMatchObject({ status: 200, body: { ready: true } });
    const { engine } = market.serai;
    Object.assign(market.serai, { engine: { ...engine, transact: () => Promise.reject(new DiskFull()) } });
    await new Promise((later) => setTimeout(later, 2_100));
    expect(await ask()).toMatchObject({ status: 503, retry: '30', body: { reason: 'disk-full' } });
    Object.assign(market.serai, { engine });
  });
});
