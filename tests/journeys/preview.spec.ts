import { expect } from '@playwright/test';
import { letIn, openDoor, openGate, openTill, passFromKiosk, scan, showAtTill } from './support/doors.ts';
import { test } from './support/journey.ts';
import { meterOf } from './support/limits.ts';
import { documentOf } from './support/people.ts';
import { countOnDisk } from './support/till-disk.ts';

const QUILT = '2100000020133';
const LATENCY_MS = 400;

test('the meter moves with each line before the server has answered, on a slow network, in Chinese', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'zh');
  const gate = await openGate(browser, 'CN', 'zh');
  const till = await openTill(browser, 'CN', 'zh');
  const code = await passFromKiosk(
    kiosk,
    'zh',
    documentOf({ state: 'CHN', number: 'EJ8800661', surname: 'KE', givenNames: 'LIN' }),
  );
  await letIn(gate, 'zh', code);
  // Before the till's own scanner hears it, which keeps it to itself.
  await till.addInitScript(() =>
    window.addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Enter') document.body.dataset.enter = String(performance.now());
      },
      { capture: true },
    ),
  );
  await till.reload();
  await expect(till.getByRole('searchbox')).toBeVisible();
  const network = await till.context().newCDPSession(till);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  const learnt = till.waitForResponse((response) => /\/facts(\?|$)/.test(response.url()));
  await showAtTill(till, code);
  await learnt;
  const value = meterOf(till, 'zh', 'CN-ICBC-VAL');
  await expect(value).toHaveAttribute('aria-valuenow', '0');
  await expect.poll(() => countOnDisk(till, 'packs')).toBe(1);

  // The server's answers are held back altogether: what is painted now the tablet decided.
  const release: (() => void)[] = [];
  const isHeld = new Promise<void>((done) => release.push(done));
  await till.route('**/api/v1/decisions', async (route) => {
    await isHeld;
    await route.continue();
  });
  const painted = till.evaluate(paintedAfterEnter, '今日金额');
  await scan(till, QUILT);
  await expect(value).toHaveAttribute('aria-valuenow', '68000');
  await expect(till.locator('[aria-busy="true"]')).toHaveCount(1);
  test.info().annotations.push({ type: 'scan to painted meter', description: `${(await painted).toFixed(0)} ms` });
  const faults: string[] = [];
  till.on('request', (request) => request.url().endsWith('/preview-faults') && faults.push(request.url()));
  for (const done of release) done();
  await expect(till.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(value).toHaveAttribute('aria-valuenow', '68000');
  expect(faults).toEqual([]);
});

/** Milliseconds from the Enter that ends a scan to the frame in which the named meter has moved. */
function paintedAfterEnter(name: string): Promise<number> {
  return new Promise((done) => {
    const meter = document.querySelector(`[role="meter"][aria-label="${name}"]`);
    if (meter === null) throw new Error(`no meter ${name}`);
    const moved = () =>
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - Number(document.body.dataset.enter))));
    new MutationObserver(moved).observe(meter, { attributes: true });
  });
}
