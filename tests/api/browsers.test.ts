import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#db/reads/audit-trail.ts';
import { DEMO } from '#db/seed/demo.ts';
import { giveEnrolmentCode } from '#lib/operations/enrol-browser.ts';
import { addDevice } from '#lib/operations/enrol-device.ts';
import { suspend } from '#lib/operations/suspend.ts';
import { MACHINE } from '#lib/staff/actor.ts';
import { aBrowser } from '../support/a-browser.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, inside, reasonsOf } from '../support/a-visit.ts';
import { TEST_NOW } from '../support/test-now.ts';

let market: Market;
beforeAll(async () => {
  market = await aMarket();
});
afterAll(() => market.close());

const machine = () => market.serai.contextOf(MACHINE);
const minutesLater = (minutes: number, seconds = 0) =>
  new Date(Date.parse(TEST_NOW) + (minutes * 60 + seconds) * 1000).toISOString();

/** A till of a stall as the office makes it, with the code that enrols a browser as it. */
async function aNewTill(stall = 'B-007'): Promise<{ device: string; code: string }> {
  const device = id();
  await addDevice(machine(), { id: device, role: 'till', name: `Till of ${stall}`, stall });
  return { device, code: (await giveEnrolmentCode(machine(), device)).code };
}

async function anEnrolledTill() {
  const till = await aBrowser(market, 'till');
  const { device, code } = await aNewTill();
  body(await till.enrol(code), 201);
  return { till, device };
}

const deviceOf = (reply: { status: number; body: never }) =>
  body<{ device: { id: string; name: string } }>(reply as never, 200).device;

describe('A code of the office', () => {
  test('enrols a browser once, and no second one', async () => {
    const { device, code } = await aNewTill();
    const first = await aBrowser(market, 'till');
    body(await first.enrol(code), 201);
    expect(deviceOf(await first.call('GET', '/api/v1/till')).id).toBe(device);
    const second = await aBrowser(market, 'till');
    expect(reasonsOf(await second.enrol(code))).toEqual(['code-unknown']);
    expect((await first.call('GET', '/api/v1/till')).status).toBe(200);
  });

  test('lives ten minutes', async () => {
    const inTime = await aNewTill();
    const late = await aNewTill();
    const browser = await aBrowser(market, 'till');
    market.at(minutesLater(10));
    const last = await browser.enrol(inTime.code);
    market.at(minutesLater(10, 1));
    const over = await browser.enrol(late.code);
    market.at(TEST_NOW);
    expect([last.status, reasonsOf(over)]).toEqual([201, ['code-unknown']]);
  });

  test('moves a device to another browser: the one that had it is nobody', async () => {
    const { till, device } = await anEnrolledTill();
    const next = await aBrowser(market, 'till');
    body(await next.enrol((await giveEnrolmentCode(machine(), device)).code), 201);
    expect(deviceOf(await next.call('GET', '/api/v1/till')).id).toBe(device);
    expect((await till.call('GET', '/api/v1/till')).status).toBe(401);
  });

  test('is not given for a key that somebody else holds', async () => {
    const { till } = await anEnrolledTill();
    const thief = await aBrowser(market, 'till');
    const { code } = await aNewTill();
    const proof = (await thief.proofFor('POST', '/api/v1/enrolments')).split('~')[1];
    const reply = await market.ask(null, 'POST', '/api/v1/enrolments', { code, publicKey: till.publicKey, proof });
    expect(reasonsOf(reply)).toEqual(['key-not-proven']);
    expect((await till.call('GET', '/api/v1/till')).status).toBe(200);
  });

  test('leaves a record of the device that was enrolled', async () => {
    const { device } = await anEnrolledTill();
    const { rows } = await market.serai.engine.read((tx) => auditTrail(tx, { q: device, limit: 5 }));
    expect(rows.map(({ kind }) => kind)).toEqual(['enrol-browser', 'add-device']);
  });
});

describe('A copied cookie', () => {
  test('without the key is a 401 that says why, whatever it asks', async () => {
    const { till } = await anEnrolledTill();
    const thief = { 'x-serai-proof': null };
    for (const reply of [
      await till.call('GET', '/api/v1/till', undefined, thief),
      await till.call('POST', '/api/v1/till-sessions', { id: id(), float: [] }, thief),
      await till.call('GET', '/api/v1/events?door=till', undefined, thief),
      await till.call('GET', '/api/v1/till', undefined, { ...thief, 'x-serai-door': null }),
    ]) {
      expect(reply.status).toBe(401);
      expect(reply.headers.get('content-type')).toBe('application/problem+json');
      expect(reply.body).toMatchObject({ status: 401, reason: 'key-not-proven', detail: expect.stringContaining('Enrol') });
    }
  });

  test('with another key’s proof is refused, and so it is as a bearer token', async () => {
    const { till } = await anEnrolledTill();
    const { till: other } = await anEnrolledTill();
    const proof = await other.proofFor('GET', '/api/v1/till');
    expect((await till.call('GET', '/api/v1/till', undefined, { 'x-serai-proof': proof })).status).toBe(401);
    const bearer = `Bearer ${till.cookies().split('=')[1]}`;
    expect((await market.ask(bearer, 'GET', '/api/v1/till')).status).toBe(401);
  });

  test('with a proof of another call, body or door is refused', async () => {
    const { till } = await anEnrolledTill();
    const sign = { id: id(), operator: id(), pin: '000000' };
    const path = '/api/v1/operator-sessions';
    for (const stolen of [
      await till.proofFor('GET', path, sign),
      await till.proofFor('POST', '/api/v1/till-sessions', sign),
      await till.proofFor('POST', path, { ...sign, pin: '000001' }),
      await till.proofFor('POST', `${path}?`, sign),
      'nonsense',
      '~',
    ])
      expect((await till.call('POST', path, sign, { 'x-serai-proof': stolen })).status).toBe(401);
    expect((await till.call('GET', '/api/v1/till', undefined, { 'x-serai-door': null })).status).toBe(401);
    expect((await till.call('POST', path, sign)).status).not.toBe(401);
  });

  test('with a proof of six minutes ago is refused, and told the challenge of now', async () => {
    const { till } = await anEnrolledTill();
    const old = await till.proofFor('GET', '/api/v1/till');
    market.at(minutesLater(4));
    const soon = await till.call('GET', '/api/v1/till', undefined, { 'x-serai-proof': old });
    market.at(minutesLater(6));
    const late = await till.call('GET', '/api/v1/till', undefined, { 'x-serai-proof': old });
    const renewed = await till.call('GET', '/api/v1/till');
    market.at(TEST_NOW);
    expect([soon.status, late.status, renewed.status]).toEqual([200, 401, 200]);
    expect(late.headers.get('x-serai-challenge')).toMatch(/^\d+\./);
  });
});

describe('A device that is stopped', () => {
  test('is refused at the next call, whatever it proves', async () => {
    const { till, device } = await anEnrolledTill();
    expect((await till.call('GET', '/api/v1/till')).status).toBe(200);
    await suspend(machine(), { id: id(), kind: 'device', subject: device, reason: 'left in the rain' });
    const reply = await till.call('GET', '/api/v1/till');
    expect([reply.status, (reply.body as { reason?: string }).reason]).toEqual([401, undefined]);
  });
});

describe('Two tablets at one till of the demo', () => {
  test('stand side by side, each with receipts and a drawer of its own', async () => {
    const code = DEMO.tills['A-002'];
    const [one, two] = [await aBrowser(market, 'till'), await aBrowser(market, 'till')];
    body(await one.enrol(code), 201);
    body(await two.enrol(code), 201);
    const day = await aDay(market);
    const pass = await inside(day, 'CN', aDocument());
    const silk = await day.stock('A-002', { price: '10.00' });
    const numbers: string[] = [];
    for (const till of [one, two, one]) {
      const { operators, session, operator } = body<{
        operators: { id: string }[];
        session: { id: string } | null;
        operator: { id: string } | null;
      }>(await till.call('GET', '/api/v1/till'), 200);
      if (operator === null)
        body(
          await till.call('POST', '/api/v1/operator-sessions', { id: id(), operator: operators[0]?.id, pin: DEMO.cashierPin }),
          201,
        );
      if (session === null) body(await till.call('POST', '/api/v1/till-sessions', { id: id(), float: [] }), 201);
      const { receipt } = body<{ receipt: { number: string } }>(
        await till.call('POST', '/api/v1/sales', {
          id: id(),
          pass,
          lines: [{ product: silk.id, quantity: '1' }],
          tenders: [{ kind: 'cash', amount: { amount: '10.00', currency: 'CNY' } }],
        }),
        201,
      );
      numbers.push(receipt.number);
    }
    expect(new Set(numbers).size).toBe(3);
    const [first, second] = [deviceOf(await one.call('GET', '/api/v1/till')), deviceOf(await two.call('GET', '/api/v1/till'))];
    expect(first.id).not.toBe(second.id);
    expect(second.name).toBe(`${first.name} (2)`);
  });

  test('a browser that opens its link again is who it was, operator and all', async () => {
    const code = DEMO.tills['K-001'];
    const [one, two] = [await aBrowser(market, 'till'), await aBrowser(market, 'till')];
    for (const browser of [one, two]) body(await browser.enrol(code), 201);
    const before = deviceOf(await two.call('GET', '/api/v1/till'));
    const { operators } = body<{ operators: { id: string }[] }>(await two.call('GET', '/api/v1/till'), 200);
    body(
      await two.call('POST', '/api/v1/operator-sessions', { id: id(), operator: operators[0]?.id, pin: DEMO.cashierPin }),
      201,
    );
    body(await two.enrol(code), 201);
    const after = await two.call('GET', '/api/v1/till');
    expect(deviceOf(after)).toEqual(before);
    expect(body<{ operator: { id: string } | null }>(after, 200).operator?.id).toBe(operators[0]?.id);
    expect((await one.call('GET', '/api/v1/till')).status).toBe(200);
  });
});
