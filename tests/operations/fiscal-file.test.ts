import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileIn } from '#app/fiscal-file.ts';
import type { FiscalPaper } from '#lib/fiscal/fiscal-document.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { documentsOf, sentUntil, setAdapter, settingsWith, waitingAt } from '../support/a-fiscal-side.ts';
import { aMarket } from '../support/a-market.ts';
import { aDay, aDocument, body, inside } from '../support/a-visit.ts';
import { TEST_NOW } from '../support/test-now.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serai-fiscal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const aPaper = (number: number, of: Partial<FiscalPaper> = {}): FiscalPaper => ({
  id: `document ${number}`,
  type: 'sale',
  side: 'CN',
  register: 'T1',
  shift: 1,
  number,
  sale: `sale ${number}`,
  taxId: '1',
  total: { amount: '1.00', currency: 'CNY' },
  tenders: [{ kind: 'cash', amount: { amount: '1.00', currency: 'CNY' } }],
  occurredAt: '2026-11-01T10:00:00.000Z',
  autonomousSign: '000000000001',
  late: false,
  ...of,
});
const day = () => join(folder, 'CN-2026-11-01.jsonl');
const numbersIn = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as FiscalPaper).number);

describe('Documents that go into a file', () => {
  test('are lines of the file of their side and day, each whole and once, also when they are told again', async () => {
    const register = fileIn(folder);
    for (const number of [1, 2, 1]) expect((await register(aPaper(number))).state).toBe('registered');
    await register(aPaper(3, { side: 'KZ', occurredAt: '2026-11-02T10:00:00.000Z' }));
    expect(numbersIn(day())).toEqual([1, 2]);
    expect(readdirSync(folder).sort()).toEqual(['CN-2026-11-01.jsonl', 'KZ-2026-11-02.jsonl']);
  });

  test('are not written again by a process that starts after one that wrote them and told nobody', async () => {
    await fileIn(folder)(aPaper(1));
    await fileIn(folder)(aPaper(1));
    await fileIn(folder)(aPaper(2));
    expect(numbersIn(day())).toEqual([1, 2]);
  });

  test('follow half a line of a power cut, which is taken off', async () => {
    await fileIn(folder)(aPaper(1));
    writeFileSync(day(), '{"id":"document 2","ty', { flag: 'a' });
    await fileIn(folder)(aPaper(2));
    expect(numbersIn(day())).toEqual([1, 2]);
  });

  test('wait where the folder cannot be written, and go there once it can', async () => {
    const file = join(folder, 'in the way');
    writeFileSync(file, '');
    const register = fileIn(file);
    expect(await register(aPaper(1))).toEqual({ state: 'away' });
    rmSync(file);
    mkdirSync(file);
    expect((await register(aPaper(1))).state).toBe('registered');
  });
});

test('A market whose side documents its sales in a file has one line for each, and its receipts say that it is registered', async () => {
  const market = await aMarket(TEST_NOW, settingsWith({ SERAI_FISCAL_FOLDER: folder }));
  const office = await market.signIn('administrator', 'office');
  body(await setAdapter(market, office, 'CN', 'file'), 201);
  const at = await aDay(market);
  const goods = await at.stock('A-001', { price: '10.00' });
  const pass = await inside(at, 'CN', aDocument());
  const { receipt } = body<{ receipt: Receipt }>(await at.sell('A-001', pass, [[goods, 1]]), 201);
  await sentUntil(market, async () => (await waitingAt(market, office, 'CN')).waiting === 0);
  const [line] = readFileSync(join(folder, `CN-${TEST_NOW.slice(0, 10)}.jsonl`), 'utf8').split('\n');
  expect(JSON.parse(line ?? '')).toMatchObject({ sale: receipt.id, total: receipt.total, number: 1 });
  expect((await documentsOf(market, receipt.id)).map(({ state }) => state)).toEqual(['registered']);
  await market.close();
});
