import { expect, type Page } from '@playwright/test';
import { countryName } from '#app/_ui/countries.ts';
import { LANGUAGES, type Language } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { seeded } from '../../support/a-visit.ts';
import { openDoor, passFromKiosk, scan, startAtKiosk } from '../support/doors.ts';
import { test } from '../support/looks.ts';
import { documentOf } from '../support/people.ts';

LANGUAGES.forEach(({ code: language }, place) => {
  const { kiosk: words, everywhere } = messages[language];
  const of = (number: string, givenNames: string, birthDate: string) =>
    documentOf({ state: 'PAK', surname: 'MAZHAR', number: `ZL8${place}${number}`, givenNames, birthDate });

  test(`the kiosk is whole and readable, from the first touch to the pass: ${language}`, async ({ browser, look }) => {
    test.setTimeout(240_000);
    const kiosk = await openDoor(browser, 'kiosk', 'KZ', language);
    await look(kiosk, 'languages');
    const mother = await passFromKiosk(kiosk, language, of('0001', 'SANA', '1987-02-11'));

    await startAtKiosk(kiosk, language);
    await look(kiosk, 'document');
    await scan(kiosk, 'P<NOT<A<DOCUMENT\nNOTHING<OF<USE');
    await expect(kiosk.getByText(words.scan.failedNext)).toBeVisible();
    await look(kiosk, 'document unreadable');
    await kiosk.getByRole('button', { name: words.scan.lines }).click();
    await look(kiosk, 'lines by hand');
    await kiosk.getByRole('button', { name: everywhere.back }).click();

    await scan(kiosk, of('0002', 'ALI', '2016-06-01'));
    await expect(kiosk.getByText(words.check.privacy)).toBeVisible();
    await look(kiosk, 'check');
    await kiosk.getByRole('button', { name: `${everywhere.change}: ${words.check.residence}` }).click();
    await expect(kiosk.getByRole('heading', { name: words.residence.title })).toBeVisible();
    await look(kiosk, 'residence');
    await kiosk.getByRole('button', { name: everywhere.back }).click();
    await kiosk.getByRole('button', { name: words.check.issue }).click();
    await expect(kiosk.getByRole('heading', { name: words.guardian.title })).toBeVisible();
    await look(kiosk, 'guardian');
    await scan(kiosk, mother);
    await expect(kiosk.getByText(words.check.guardian)).toBeVisible();
    await look(kiosk, 'check with a guardian');
    await kiosk.getByRole('button', { name: words.check.issue }).click();
    await expect(kiosk.getByText(words.pass.ready)).toBeVisible();
    await expect(kiosk.getByRole('meter').first()).toBeVisible();
    await look(kiosk, 'pass');
    await kiosk.getByRole('button', { name: words.finish }).click();

    await startAtKiosk(kiosk, language);
    await scan(kiosk, seeded('expired').mrz);
    await kiosk.getByRole('button', { name: words.check.issue }).click();
    await expect(kiosk.getByRole('alert').first()).toBeVisible();
    await look(kiosk, 'refused');
  });

  test(`the kiosk is whole and readable, field by field: ${language}`, async ({ browser, look }) => {
    test.setTimeout(240_000);
    const kiosk = await openDoor(browser, 'kiosk', 'KZ', language);
    await startAtKiosk(kiosk, language);
    await kiosk.getByRole('button', { name: words.scan.type }).click();
    const next = () => kiosk.getByRole('button', { name: everywhere.next, exact: true }).click();
    await look(kiosk, 'kind of document');
    await kiosk.getByRole('button', { name: words.field.passport }).click();
    await expect(kiosk.getByRole('heading', { name: words.field.issuer })).toBeVisible();
    await look(kiosk, 'issuer');
    await kiosk.getByRole('button', { name: words.field.otherCountry }).click();
    await look(kiosk, 'issuer, list open');
    await kiosk.keyboard.press('Escape');
    await country(kiosk, language);
    await next();
    await expect(kiosk.getByText(words.field.missing)).toBeVisible();
    await look(kiosk, 'number missing');
    await kiosk.getByLabel(words.field.number, { exact: true }).fill('L898902C3');
    await next();
    await country(kiosk, language);
    await next();
    await look(kiosk, 'names missing');
    await kiosk.getByLabel(words.field.surname, { exact: true }).fill('ERIKSSON');
    await next();
    await kiosk.getByLabel(words.field.day, { exact: true }).fill('31');
    await kiosk.getByLabel(words.field.month, { exact: true }).fill('2');
    await kiosk.getByLabel(words.field.year, { exact: true }).fill('1974');
    await next();
    await expect(kiosk.getByText(words.field.noSuchDate)).toBeVisible();
    await look(kiosk, 'no such date');
    await kiosk.getByLabel(words.field.month, { exact: true }).fill('1');
    await next();
    await look(kiosk, 'sex');
  });
});

/** The question for a country, answered by its own button. */
const country = (kiosk: Page, language: Language) =>
  kiosk.getByRole('button', { name: countryName('PAK', language), exact: true }).click();
