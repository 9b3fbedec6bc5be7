import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';

/** A Chromium with a disk of its own, as a tablet has: it can be killed, and started again with what reached the disk. */
export class OwnChromium {
  readonly #disk = mkdtempSync(join(tmpdir(), 'serai-tablet-'));
  #process: ChildProcess | undefined;

  /** Starts it. @returns its only page. */
  async start(): Promise<Page> {
    const port = join(this.#disk, 'DevToolsActivePort');
    rmSync(port, { force: true });
    this.#process = spawn(
      process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      [...FLAGS, `--user-data-dir=${this.#disk}`, 'about:blank'],
      {
        detached: true,
        stdio: 'ignore',
      },
    );
    while (!existsSync(port) || readFileSync(port, 'utf8').split('\n').length < 2) await after(50);
    const [number] = readFileSync(port, 'utf8').split('\n');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`);
    const [context = await browser.newContext()] = browser.contexts();
    return context.pages()[0] ?? (await context.newPage());
  }

  /** Lets it write down what it still holds, as a person who closes the window does. */
  async close(page: Page): Promise<void> {
    const gone = this.#gone();
    const session = await page.context().newCDPSession(page);
    await session.send('Browser.close').catch(() => undefined);
    await gone;
  }

  /** All of its processes at once, in the middle of whatever they do. */
  async kill(): Promise<void> {
    const gone = this.#gone();
    process.kill(-(this.#process?.pid ?? 0), 'SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    if (this.#process?.exitCode === null && this.#process.signalCode === null) await this.kill();
    rmSync(this.#disk, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #gone(): Promise<unknown> {
    return new Promise((done) => this.#process?.once('exit', done));
  }
}

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
  '--window-size=1280,800',
];
