import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { openGate, openTill, showAtTill } from './support/doors.ts';
import { noticed, readyForTheStorm, sellOffline, shopperInside } from './support/offline-till.ts';
import { allSent, look, test } from './support/stopped-market.ts';
import { salesOnDisk } from './support/till-disk.ts';

const SCARF = '2100000020010';
const SCARF_MINOR = 101_00;

test('the gate brings in a sale from the receipt of a dark till, which sends it later, and it exists once, in Urdu', async ({
  browser,
}) => {
  const { code } = await shopperInside(browser, 'ur', 'EJ8800781');
  const till = await openTill(browser, 'CN', 'ur');
  await showAtTill(till, code);
  await readyForTheStorm(till);
  // Only this till has lost its network.
  await till.route('**/api/v1/**', (route) => route.abort());
  await noticed(till, 'ur');
  const number = await sellOffline(till, 'ur', code, SCARF);
  const [sale] = (await salesOnDisk(till)) as unknown as readonly { receipt: { saleText: string } }[];
  const text = sale?.receipt.saleText ?? '';
  const gate = await openGate(browser, 'CN', 'ur');
  const words = messages.ur.gate.scan;
  const bringIn = async (receipt: string): Promise<void> => {
    await gate.getByRole('textbox', { name: words.label }).fill(receipt);
    await gate.getByRole('button', { name: words.act, exact: true }).click();
  };

  // The control: another quantity than the till signed.
  const place = Math.floor(text.length / 6) * 3 + 1;
  await bringIn(text.slice(0, place) + (text[place] === '0' ? '1' : '0') + text.slice(place + 1));
  const { refusals } = messages.ur;
  await expect(
    gate.getByText(refusals['receipt-not-genuine'].what).or(gate.getByText(refusals['receipt-unreadable'].what)),
  ).toBeVisible();

  await bringIn(text);
  await expect(gate.getByText(number)).toBeVisible();
  await look(gate, 'brought-in-ur');
  await till.unrouteAll({ behavior: 'wait' });
  await allSent(till, 'ur', code, SCARF_MINOR);
});
