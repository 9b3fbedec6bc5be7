import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { aMarket, type Market } from '../../support/a-market.ts';
import { aDay, aDocument, body, type Day, reasonsOf, seeded } from '../../support/a-visit.ts';

let market: Market;
let day: Day;

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
});
afterAll(() => market.close());

describe('At the kiosk', () => {
  test('a child needs a guardian, and comes in with one', async () => {
    const child = { mrz: seeded('hamza').mrz };
    expect(reasonsOf(await day.issue('KZ', child))).toEqual(['guardian-required']);
    const mother = body<{ pass: PassCard }>(await day.issue('KZ', { mrz: seeded('nadia').mrz }), 201).pass;
    const { pass } = body<{ pass: PassCard }>(await day.issue('KZ', child, { guardianPass: mother.code }), 201);
    expect(pass.traveller.ageClass).toBe('child');
    expect(pass.party).not.toBeNull();
  });

  test('an expired passport is refused with its date', async () => {
    const reply = await day.issue('CN', { mrz: seeded('expired').mrz });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ reason: 'document-expired', facts: { type: 'passport' } });
  });

  test('a faulty check digit names its field and nothing else', async () => {
    const [first, second = ''] = seeded('ma-wentao').mrz.split('\n');
    const reply = await day.issue('CN', {
      mrz: `${first}\n${second.slice(0, 9)}${(Number(second[9]) + 1) % 10}${second.slice(10)}`,
    });
    expect((reply.body as { refusals: unknown[] }).refusals).toEqual([
      { reason: 'mrz-unreadable', facts: { field: 'number', problem: 'check-digit' } },
    ]);
  });

  test('no second pass while a visit is open; an unused one is replaced', async () => {
    const document = aDocument();
    const first = body<{ pass: PassCard }>(await day.issue('CN', document), 201).pass;
    const second = body<{ pass: PassCard }>(await day.issue('CN', document), 201).pass;
    expect(reasonsOf(await day.enter('CN', first.code))).toEqual(['pass-replaced']);
    body(await day.enter('CN', second.qr), 201);
    expect(reasonsOf(await day.issue('CN', document))).toEqual(['visit-open']);
  });

  test('the specimen state UTO is a third country', async () => {
    body(await day.issue('KZ', aDocument({ nationality: 'UTO' })), 201);
  });
});
