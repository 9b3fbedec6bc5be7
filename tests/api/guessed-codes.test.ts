import { expect, test } from 'vitest';
import { aBrowser } from '../support/a-browser.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { body, reasonsOf } from '../support/a-visit.ts';
import { TEST_NOW } from '../support/test-now.ts';

const secondsLater = (seconds: number): string => new Date(Date.parse(TEST_NOW) + seconds * 1000).toISOString();

async function aCode(market: Market): Promise<string> {
  const office = await market.signIn('administrator', 'office');
  const place = { id: id(), role: 'kiosk', name: 'Kiosk to guess', gate: 'CN-2' };
  const { device } = body<{ device: { id: string } }>(await market.ask(office, 'POST', '/api/v1/devices', place), 201);
  const given = await market.ask(office, 'POST', `/api/v1/devices/${device.id}/enrolment-codes`, {});
  return body<{ code: string }>(given, 201).code;
}

/** Tries this many codes that nobody gave. @returns why each was refused. */
async function guess(market: Market, times: number): Promise<readonly string[]> {
  const reasons: string[] = [];
  const browser = await aBrowser(market, 'kiosk');
  for (let nth = 0; nth < times; nth += 1) reasons.push(...reasonsOf(await browser.enrol(`9999000${nth}`)));
  return reasons;
}

test('five wrong enrolment codes from a place make it wait a minute, with the right one too', async () => {
  const market = await aMarket();
  const code = await aCode(market);
  expect(await guess(market, 6)).toEqual([...Array(5).fill('code-unknown'), 'code-locked']);
  const browser = await aBrowser(market, 'kiosk');
  market.at(secondsLater(59));
  expect(reasonsOf(await browser.enrol(code))).toEqual(['code-locked']);
  market.at(secondsLater(61));
  body(await browser.enrol(code), 201);
  await market.close();
});

test('the wait doubles with each wrong code after it, and four wrong ones cost nothing', async () => {
  const market = await aMarket();
  await guess(market, 4);
  const browser = await aBrowser(market, 'kiosk');
  body(await browser.enrol(await aCode(market)), 201);
  await guess(market, 5);
  market.at(secondsLater(61));
  expect(await guess(market, 1)).toEqual(['code-unknown']);
  market.at(secondsLater(61 + 119));
  expect(await guess(market, 1)).toEqual(['code-locked']);
  market.at(secondsLater(61 + 121));
  expect(await guess(market, 1)).toEqual(['code-unknown']);
  await market.close();
});
