import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExitView } from '#db/stores/exit-cases.ts';
import type { Decision } from '#lib/law/decision.ts';
import { aMarket, id, type Market, type Who } from '../../support/a-market.ts';
import { aDay, aDocument, body, type Day, inside, reasonsOf } from '../../support/a-visit.ts';
import { exitOf, limitOf, receiptOf } from '../../support/visit-replies.ts';

const RULE = 'KZ-MCPS-FREQ';

let market: Market;
let day: Day;

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
});
afterAll(() => market.close());

type Chosen = { readonly choice: object; readonly decision: Decision; readonly exit: ExitView | null };

const aKazakh = async () => {
  const document = aDocument({ nationality: 'KAZ' });
  return { document, pass: await inside(day, 'KZ', document) };
};
const soap = () => day.stock('K-001', { price: '824.50', weightG: 500 });
const visitOf = async (pass: string): Promise<string> =>
  body<{ pass: { visit: { id: string } } }>(await market.ask(day.at.KZ.gate, 'GET', `/api/v1/passes/${pass}`), 200).pass.visit.id;
const choose = (who: Who, visit: string, choice: 'use' | 'save', rule = RULE) =>
  market.ask(who, 'POST', `/api/v1/visits/${visit}/choices`, { id: id(), rule, choice });
const allowance = async (pass: string) => body<{ decision: Decision }>(await day.allowance('KZ', pass), 200).decision;
const leave = async (pass: string) => {
  const exit = exitOf(await day.present('KZ', pass));
  return exitOf(await day.close('KZ', exit.id, 'settled'));
};

describe('The one duty-free exit of the month', () => {
  test('is used by leaving with goods, and is gone for the next visit', async () => {
    const { document, pass } = await aKazakh();
    receiptOf(await day.sell('K-001', pass, [[await soap(), 1]]));
    expect((await leave(pass)).duty).toBeNull();
    expect(limitOf(await allowance(await inside(day, 'KZ', document)), RULE)).toMatchObject({ used: 1, left: 0 });
  });

  test('is kept by a traveller who pays duty, and is there for the next visit', async () => {
    const { document, pass } = await aKazakh();
    receiptOf(await day.sell('K-001', pass, [[await soap(), 1]]));
    const exit = exitOf(await day.present('KZ', pass));
    expect(exit.choices).toEqual([
      { rule: RULE, period: '2026-11', isSaved: false, using: null, saving: { amount: '30.00', currency: 'EUR' } },
    ]);
    const chosen = body<Chosen>(await choose(day.at.KZ.gate, exit.visit, 'save'), 201);
    expect(chosen.exit).toMatchObject({ settlement: 'amber', duty: { amount: '30.00', currency: 'EUR' } });
    expect(chosen.exit?.choices[0]).toMatchObject({ isSaved: true, using: null });
    expect(exitOf(await day.close('KZ', exit.id, 'settled')).duty).toEqual({ amount: '30.00', currency: 'EUR' });
    const next = await inside(day, 'KZ', document);
    expect(limitOf(await allowance(next), RULE)).toMatchObject({ used: 0, left: 1 });
    receiptOf(await day.sell('K-001', next, [[await soap(), 1]]));
    expect((await leave(next)).settlement).toBe('green');
  });

  test('is the traveller’s to take back until they have left', async () => {
    const { pass } = await aKazakh();
    receiptOf(await day.sell('K-001', pass, [[await soap(), 1]]));
    const exit = exitOf(await day.present('KZ', pass));
    body(await choose(day.at.KZ.gate, exit.visit, 'save'), 201);
    expect(body<Chosen>(await choose(day.at.KZ.gate, exit.visit, 'use'), 201).exit?.settlement).toBe('green');
    expect(exitOf(await day.close('KZ', exit.id, 'settled')).decision.plan.map(({ rule }) => rule)).toContain(RULE);
    expect(reasonsOf(await choose(day.at.KZ.gate, exit.visit, 'save'))).toEqual(['visit-closed']);
  });

  test('chosen at a till stands in every later decision, sale and case of the visit', async () => {
    const { pass } = await aKazakh();
    const visit = await visitOf(pass);
    const till = await day.till('K-001');
    const lines = [{ product: (await soap()).id, quantity: '1' }];
    const asked = body<{ decision: Decision }>(
      await market.ask(till, 'POST', '/api/v1/decisions', { pass, lines, saves: [RULE] }),
      200,
    );
    expect(asked.decision.duty).toEqual({ minor: 30_00, currency: 'EUR' });
    expect(body<Chosen>(await choose(till, visit, 'save'), 201)).toMatchObject({ exit: null });
    expect(reasonsOf(await day.sell('K-001', pass, [[await soap(), 1]]))).toEqual(['duty-not-acknowledged']);
    const sold = receiptOf(
      await day.sell('K-001', pass, [[await soap(), 1]], { acknowledgedDuty: { amount: '30.00', currency: 'EUR' } }),
    );
    expect(sold.decision.reasons.map(({ reason }) => reason)).toContain('allowance-saved');
    expect(exitOf(await day.present('KZ', pass)).choices[0]).toMatchObject({ isSaved: true });
    expect(reasonsOf(await choose(till, visit, 'use'))).toEqual(['visit-presented']);
  });

  test('that is used up is nothing to keep, nor is any other rule', async () => {
    const { document, pass } = await aKazakh();
    receiptOf(await day.sell('K-001', pass, [[await soap(), 1]]));
    await leave(pass);
    const next = await visitOf(await inside(day, 'KZ', document));
    expect(reasonsOf(await choose(day.at.KZ.gate, next, 'save'))).toEqual(['no-exit-to-save']);
    expect(reasonsOf(await choose(day.at.KZ.gate, next, 'save', 'KZ-LAND-VAL'))).toEqual(['no-exit-to-save']);
  });

  test('is not for a gate of the other side, and leaves a record of what either way cost', async () => {
    const { pass } = await aKazakh();
    receiptOf(await day.sell('K-001', pass, [[await soap(), 1]]));
    const visit = await visitOf(pass);
    expect((await choose(day.at.CN.gate, visit, 'save')).status).toBe(404);
    body(await choose(day.at.KZ.gate, visit, 'save'), 201);
    const office = await market.signIn('auditor', 'office');
    const { rows } = body<{ rows: { kind: string; facts: object }[] }>(
      await market.ask(office, 'GET', '/api/v1/office/audit?limit=1'),
      200,
    );
    expect(rows[0]).toMatchObject({
      kind: 'choose-exit',
      facts: { rule: RULE, choice: 'save', dutyUsing: '0.00', dutySaving: '30.00', currency: 'EUR' },
    });
  });
});
