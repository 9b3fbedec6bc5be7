import { writeFileSync } from 'node:fs';
import { expect, type Page, type TestInfo } from '@playwright/test';
import type { Language } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { type Dots, pngOfDots } from './dots.ts';

/** As many dots of a line may lie astray: what a face rounds otherwise here and there. Whatever is really wrong is many times more. */
export const MOST_STRAY = 0.05;

/** As a person chooses a printer at the till: by its wire, and until it says how it is. */
export async function choosePrinter(
  till: Page,
  language: Language,
  by: 'usb' | 'serial' | 'network',
  until?: string,
): Promise<void> {
  const { printer } = messages[language].till;
  await till.getByRole('button', { name: printer.title }).click();
  await till.getByText(printer.by[by], { exact: true }).click();
  if (by !== 'network') await till.getByRole('button', { name: printer.choose, exact: true }).click();
  await expect(till.getByRole('dialog').getByText(until ?? printer.states.ready)).toBeVisible();
  await till.keyboard.press('Escape');
}

/** Beside the test's report, for a person to look at. */
export async function kept(info: TestInfo, page: Page, name: string, dots: Dots): Promise<Dots> {
  writeFileSync(info.outputPath(`${name}.png`), await pngOfDots(page, dots));
  return dots;
}
