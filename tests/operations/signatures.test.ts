import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyMarket } from '#db/evidence/verify.ts';
import { aBrowser } from '../support/a-browser.ts';
import { fileOf } from '../support/a-file.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, type Day, inside } from '../support/a-visit.ts';

let market: Market;
let day: Day;
beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
});
afterAll(() => market.close());

describe('A signature', () => {
  test('that its key did not make is named: the browser\u2019s own, or the market\u2019s for a device without one', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const said = () => ({
      id: randomUUID(),
      rule: 'CN-ICBC-VAL',
      amount: 7_700,
      happenedAt: '2026-11-18T01:00:00Z',
      knownFrom: 'stamp',
      reason: 'a stamp of this morning',
    });
    const browser = await aBrowser(market, 'gate');
    body(await browser.enrol('20000001'), 201);
    const [own, markets] = [said(), said()];
    const path = `/api/v1/passes/${pass}/outside-entries`;
    body(await browser.call('POST', path, own), 201);
    body(await market.ask(day.at.CN.gate, 'POST', path, markets), 201);
    const { passKeyId, verifyPass } = market.serai.keys;
    const signed = (text: string, signature: string) =>
      verifyPass(passKeyId, Buffer.from(text), Buffer.from(signature, 'base64url'));
    const falseAfter = (sql: string, ...values: readonly string[]): readonly string[] => {
      const file = fileOf(market);
      file.prepare(sql).run(...values);
      const { faults } = verifyMarket(file, { marketKey: { id: passKeyId, signed } });
      file.close();
      return faults.flatMap(({ id, wrong }) => (wrong === 'is not what its key signed' ? id : []));
    };
    const changed = "UPDATE act_signature SET text = replace(text, '7700', '77') WHERE act = ?";
    expect(falseAfter(changed, 'nobody')).toEqual([]);
    expect(falseAfter(changed, own.id)).toEqual([own.id]);
    expect(falseAfter(changed, markets.id)).toEqual([markets.id]);
    // What the market signed is no word of a browser, nor of another market.
    expect(falseAfter('UPDATE act_signature SET key = ? WHERE act = ?', browser.publicKey, markets.id)).toEqual([markets.id]);
    expect(falseAfter('UPDATE act_signature SET key = ? WHERE act = ?', '0badc0de', markets.id)).toEqual([markets.id]);
  });
});
