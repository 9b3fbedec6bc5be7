import { type Browser, expect, type Page } from '@playwright/test';
import type { Language } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { letIn, openDoor, openGate, passFromKiosk, scan, showAtTill } from './doors.ts';
import { documentOf } from './people.ts';

/** A shopper inside the market. @returns the code of their pass and the text of its QR. */
export async function shopperInside(
  browser: Browser,
  language: Language,
  number: string,
): Promise<{ readonly code: string; readonly qr: string }> {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', language);
  const document = documentOf({ state: 'CHN', number, surname: 'MA', givenNames: 'LAN' });
  const issued = kiosk.waitForResponse(
    (answer) => answer.url().endsWith('/api/v1/passes') && answer.request().method() === 'POST',
  );
  const code = await passFromKiosk(kiosk, language, document);
  const { pass } = (await (await issued).json()) as { pass: { qr: string } };
  const gate = await openGate(browser, 'CN', language);
  await letIn(gate, language, code);
  await kiosk.context().close();
  await gate.context().close();
  return { code, qr: pass.qr };
}

/** The worker has all of the shell and stands before the network; the law and the goods are on disk. */
export async function readyForTheStorm(till: Page): Promise<void> {
  await till.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null) await new Promise((again) => setTimeout(again, 50));
    // Slices of the Han face go on coming for a while.
    const fonts = await caches.open('serai.till.fonts');
    for (let before = -1, now = 0; before !== now; ) {
      before = now;
      await new Promise((again) => setTimeout(again, 1500));
      now = (await fonts.keys()).length;
    }
  });
}

/** The till has noticed that nobody answers. */
export const noticed = (till: Page, language: Language) =>
  expect(till.getByText(messages[language].offline.link.server.name, { exact: true })).toBeVisible({ timeout: 40_000 });

/** Sells goods to a pass while nobody answers, up to the provisional receipt. @returns its number. */
export async function sellOffline(till: Page, language: Language, code: string, gtin: string): Promise<string> {
  await showAtTill(till, code);
  await scan(till, gtin);
  await payOffline(till, language);
  await expect(till.getByRole('heading', { name: messages[language].offline.sale.title })).toBeVisible();
  return (
    (await till
      .getByText(/^[A-Z0-9-]+-X\d{6}$/)
      .first()
      .textContent()) ?? ''
  );
}

export async function payOffline(till: Page, language: Language): Promise<void> {
  const { till: words, offline } = messages[language];
  await till.getByRole('button', { name: new RegExp(`^${words.foot.pay}`) }).click();
  await till.getByRole('button', { name: words.pay.exact }).click();
  await till.getByRole('button', { name: offline.sale.confirm }).click();
}

/** The market has said that it holds so many lines for a tab. */
export const holds = (tab: Page, lines: number) =>
  tab.waitForResponse(
    (answer) => answer.url().endsWith('/api/v1/leases') && answer.ok() && answer.request().postDataJSON()?.lines.length === lines,
  );
