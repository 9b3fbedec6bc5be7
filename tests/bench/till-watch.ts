import type { CDPSession, Page } from '@playwright/test';

/** What the page itself sees, by its own clock, which begins with its navigation. */
type Watch = {
  /** When the first line was painted, and when Pay opened. */
  line?: number;
  pay?: number;
  /** When the last key came, and the frame after the last change that can be seen. */
  key: number;
  painted: number;
  /** The frame that shows the line which came last. */
  lined: number;
};
declare global {
  interface Window {
    watch: Watch;
  }
}

/** Watches every document of a page from its first moment; the first tile that comes is pressed as soon as it is there. */
export const watch = (page: Page, words: { readonly tiles: string; readonly lines: string; readonly pay: string }) =>
  page.addInitScript(({ tiles, lines, pay }) => {
    const seen: Watch = { key: 0, painted: 0, lined: 0 };
    window.watch = seen;
    const afterPaint = (tell: () => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = tell;
        port2.postMessage(0);
      });
    const list = () => document.querySelector(`ul[aria-label="${lines}"]`);
    const look = () => {
      if (seen.line === undefined && list() === null)
        document.querySelector<HTMLElement>(`[aria-label="${tiles}"] button`)?.click();
      if (seen.line === undefined && list() !== null) {
        seen.line = 0;
        afterPaint(() => {
          seen.line = performance.now();
        });
      }
      const open = [...document.querySelectorAll('button')].some(
        (each) => !each.disabled && each.textContent?.startsWith(pay) === true,
      );
      if (open) seen.pay = performance.now();
      else requestAnimationFrame(look);
    };
    if (location.pathname === '/till') requestAnimationFrame(look);
    const painted = () => {
      seen.painted = performance.now();
    };
    const lined = () => {
      seen.lined = performance.now();
    };
    const keyed = () => {
      seen.key = performance.now();
    };
    addEventListener('keydown', keyed, { capture: true });
    /** Below the edge of the screen nobody sees anything change. */
    const isSeen = (node: Node): boolean => {
      const element = node instanceof Element ? node : node.parentElement;
      const box = element?.getBoundingClientRect();
      return box !== undefined && box.height > 0 && box.top < innerHeight;
    };
    const changes = new MutationObserver((records) => {
      const isVisible = records.some(
        ({ target, addedNodes, removedNodes }) =>
          [...addedNodes].some(isSeen) || ((addedNodes.length === 0 || removedNodes.length > 0) && isSeen(target)),
      );
      if (isVisible) afterPaint(painted);
      const ul = list();
      if (ul !== null && records.some(({ target, addedNodes }) => addedNodes.length > 0 && [target, ...addedNodes].includes(ul)))
        afterPaint(lined);
    });
    // What finds the same goods as before changes no more than the field.
    addEventListener('input', () => afterPaint(painted), { capture: true });
    document.addEventListener('DOMContentLoaded', () =>
      changes.observe(document.body, { childList: true, subtree: true, characterData: true }),
    );
  }, words);

/** Sends what one press of a key, a reader or an input method sends. @returns milliseconds from it to the frame that shows all it changed, or `until` the new line is shown. */
export async function fromKeyToPaint(
  page: Page,
  press: () => Promise<void>,
  until: 'painted' | 'lined' = 'painted',
): Promise<number> {
  await press();
  await page.waitForFunction((moment) => window.watch[moment] > window.watch.key, until);
  await page.waitForTimeout(SETTLED_MS);
  return page.evaluate((moment) => window.watch[moment] - window.watch.key, until);
}

/** Past what a wedge or a hand leaves between two keys. */
const SETTLED_MS = 500;

/** A key that writes a sign, of whatever layout. */
export async function type(keyboard: CDPSession, sign: string): Promise<void> {
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key: sign, text: sign });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: sign });
}

/** A wedge: digits ten milliseconds apart by their own account, however late a busy machine sends them, and Enter. */
export async function readBarcode(keyboard: CDPSession, gtin: string): Promise<void> {
  const began = Date.now();
  for (const [place, sign] of [...gtin, 'Enter'].entries()) {
    const key =
      sign === 'Enter'
        ? { key: sign, code: sign, windowsVirtualKeyCode: 13, text: '\r' }
        : { key: sign, code: `Digit${sign}`, text: sign };
    const timestamp = (began + 10 * place) / 1000;
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, timestamp });
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, text: '', timestamp });
    await new Promise((next) => setTimeout(next, 10));
  }
}
