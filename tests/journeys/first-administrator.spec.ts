import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { LANGUAGES } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { test } from './support/journey.ts';

const PORT = Number(process.env.SERAI_TEST_PORT ?? 3177) + 1;
const PHONE = { width: 390, height: 844 };

test('without a demo the printed link makes the first administrator, once, in every language on a phone', async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'serai-first-'));
  const first = await started(folder);
  const page = await (await browser.newContext({ viewport: PHONE })).newPage();
  for (const { code } of LANGUAGES) {
    await page.goto(first.link.replace('#', `?lang=${code}#`));
    await expect(page.getByRole('heading', { name: messages[code].signIn.first.title })).toBeVisible();
    await expect(page).not.toHaveURL(/#/);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await page.goto(first.link.replace('#', '?lang=kk#'));
  const { first: words, password } = messages.kk.signIn;
  await page.getByRole('button', { name: words.act }).click();
  await expect(page.getByText(words.passwordBad)).toBeVisible();
  await page.getByLabel(words.name).fill('Гүлнара А.');
  await page.getByLabel(messages.kk.signIn.login).fill('gulnara');
  await page.getByLabel(password, { exact: true }).fill('three warm carpets');
  await page.getByRole('button', { name: words.act }).click();
  await page.waitForURL('**/office');
  await page.context().clearCookies();
  await page.goto(first.link.replace('#', '?lang=zh#'));
  await page.getByLabel(messages.zh.signIn.first.name).fill('Somebody');
  await page.getByLabel(messages.zh.signIn.login).fill('somebody');
  await page.getByLabel(messages.zh.signIn.password, { exact: true }).fill('three warm carpets');
  await page.getByRole('button', { name: messages.zh.signIn.first.act }).click();
  await expect(page.getByRole('alert').getByText(messages.zh.refusals['first-link-over'].what)).toBeVisible();
  await stopped(first.server);
  const second = await started(folder);
  expect(second.link).toBe('');
  await stopped(second.server);
  rmSync(folder, { recursive: true });
});

/** A market without a demo on a port of its own. `link` is what it prints while nobody runs it. */
async function started(folder: string): Promise<{ readonly server: ChildProcess; readonly link: string }> {
  const { SERAI_NOW: _now, ...environment } = process.env;
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'app/server.ts'], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...environment, NODE_ENV: 'production', PORT: String(PORT), SERAI_DATA: folder, SERAI_DEMO: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  await new Promise<void>((served, failed) => {
    server.once('exit', () => failed(new Error(`The server ended: ${printed}`)));
    server.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (/Serai is served.*\n/.test(printed)) served();
    });
  });
  return { server, link: /http\S+\/sign-in\/first#\S+/.exec(printed)?.[0] ?? '' };
}

async function stopped(server: ChildProcess): Promise<void> {
  const gone = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await gone;
}
