import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, payExactly, scan, showAtTill } from './support/doors.ts';
import { test } from './support/journey.ts';
import { meterOf } from './support/limits.ts';
import { documentOf } from './support/people.ts';

const HONEY = '2200000310019';
const RAISINS_KILO = '2200000310194';

test('a mother pays once for two children, each on their own allowance, in Urdu', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'ur');
  const gate = await openGate(browser, 'KZ', 'ur');
  const till = await openTill(browser, 'KZ', 'ur');
  const words = messages.ur.till;
  const of = (number: string, givenNames: string, birthDate: string) =>
    documentOf({ state: 'PAK', surname: 'ABBASI', number, givenNames, birthDate });
  const mother = await passFromKiosk(kiosk, 'ur', of('ZZ8800901', 'SANA', '1987-02-11'));
  const son = await passFromKiosk(kiosk, 'ur', of('ZZ8800902', 'ALI', '2016-06-01'), mother);
  const daughter = await passFromKiosk(kiosk, 'ur', of('ZZ8800903', 'HIRA', '2019-08-09'), mother);
  for (const code of [mother, son, daughter]) await letIn(gate, 'ur', code);

  await showAtTill(till, son);
  await scan(till, HONEY);
  await showAtTill(till, daughter);
  await scan(till, RAISINS_KILO);
  await showAtTill(till, mother);
  await expect(till.getByRole('radiogroup', { name: words.shopper.whose }).getByRole('radio')).toHaveCount(3);
  await payExactly(till, 'ur');
  await expect(till.getByRole('heading', { name: words.receipt.number })).toHaveCount(2);
  await till.getByRole('button', { name: words.receipt.new }).click();

  const weight = meterOf(till, 'ur', 'KZ-LAND-KG');
  for (const [code, grams] of [
    [mother, '0'],
    [son, '340'],
    [daughter, '1030'],
  ] as const) {
    await showAtTill(till, code);
    await expect(weight).toHaveAttribute('aria-valuenow', grams);
  }
});
