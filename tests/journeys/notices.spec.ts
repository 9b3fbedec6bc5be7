import { expect, type Page } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, scan, settleExit, showAtTill } from './support/doors.ts';
import { test } from './support/journey.ts';
import { documentOf } from './support/people.ts';

const HONEY = '2200000310019';
const RAISINS_KILO = '2200000310194';
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 1080, height: 1920 },
];

test('a notice covers no button of a dialog, at any size, right to left', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'ur');
  const gate = await openGate(browser, 'KZ', 'ur');
  const till = await openTill(browser, 'KZ', 'ur');
  const pass = await passFromKiosk(
    kiosk,
    'ur',
    documentOf({ state: 'PAK', number: 'ZZ7702201', surname: 'BUTT', givenNames: 'SANA' }),
  );
  await letIn(gate, 'ur', pass);
  await showAtTill(till, pass);
  for (const gtin of [HONEY, RAISINS_KILO]) await scan(till, gtin);
  await expect(till.getByText(messages.ur.till.foot.pay).first()).toBeEnabled();
  // Asked about the month's exit first, Pay would lead there and not to the dialog.
  await settleExit(till, 'ur');
  await till.keyboard.press('Delete');
  await expect(till.getByRole('status').getByText(messages.ur.till.basket.removed)).toBeVisible();
  await till.getByRole('button', { name: new RegExp(`^${messages.ur.till.foot.pay}`) }).click();
  const said = till.getByRole('dialog').getByRole('status').getByText(messages.ur.till.basket.removed);
  await expect(said).toBeVisible();
  for (const size of SIZES) {
    await till.setViewportSize(size);
    expect([size.width, await covered(till)]).toEqual([size.width, []]);
  }
  await expect(said).toBeVisible();
});

/** Names of the dialog's buttons on which a notice lies, where they are not scrolled away. */
const covered = (page: Page): Promise<readonly string[]> =>
  page.getByRole('dialog').evaluate((dialog) => {
    const boxes = [...dialog.querySelectorAll('[role=status] > *')].map((notice) => notice.getBoundingClientRect());
    const inSight = (button: Element) => {
      const own = button.getBoundingClientRect();
      let holder = button.parentElement;
      while (holder !== null && !/auto|scroll/.test(getComputedStyle(holder).overflowY)) holder = holder.parentElement;
      const frame = (holder ?? document.documentElement).getBoundingClientRect();
      return { ...side(own), top: Math.max(own.top, frame.top), bottom: Math.min(own.bottom, frame.bottom) };
    };
    const side = ({ left, right }: DOMRect) => ({ left, right });
    return [...dialog.querySelectorAll('button')]
      .filter((button) => button.closest('[role=status]') === null && button.checkVisibility())
      .filter((button) => {
        const own = inSight(button);
        return boxes.some(
          ({ left, right, top, bottom }) =>
            Math.min(right, own.right) - Math.max(left, own.left) > 1 &&
            Math.min(bottom, own.bottom) - Math.max(top, own.top) > 1,
        );
      })
      .map((button) => button.textContent ?? '');
  });
