import type { Locator, Page } from '@playwright/test';
import type { Language } from '#lib/words/languages.ts';
import { khorgos } from '../../support/khorgos.ts';

/** The bar of one limit, by the name that the law's pack gives it. Its value is what is taken, in the limit's smallest unit. */
export function meterOf(page: Page, language: Language, rule: string): Locator {
  const name = khorgos.rules.find(({ id }) => id === rule)?.names[language];
  return page.getByRole('meter', { name: name ?? rule, exact: true });
}
