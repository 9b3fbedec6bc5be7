import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { test } from './support/journey.ts';
import { signIn } from './support/sign-in.ts';

const OFFICE = [
  '/office',
  '/office/vendors',
  '/office/staff',
  '/office/devices',
  '/office/passes',
  '/office/persons',
  '/office/law',
  '/office/rates',
  '/office/audit',
];
const SHOP = ['/shop', '/shop/products', '/shop/cashiers'];
const OPEN = ['/', '/market', '/pass', '/enrol', '/kiosk', '/gate', '/till', '/till/display'];

const PEOPLE = [
  { login: 'administrator', password: 'demo-administrator', own: OFFICE, others: SHOP },
  { login: 'auditor', password: 'demo-auditor', own: OFFICE, others: SHOP },
  { login: 'owner', password: 'demo-owner-1', own: SHOP, others: OFFICE },
] as const;

const wrongRole = messages.en.signIn.wrongRole.title;

test('nobody sees a page of the office or of a shop without signing in', async ({ browser }) => {
  const context = await browser.newContext();
  for (const path of [...OFFICE, ...SHOP]) {
    const reply = await context.request.get(path, { maxRedirects: 0 });
    expect([path, reply.status(), reply.headers().location]).toEqual([path, 307, expect.stringContaining('/sign-in')]);
  }
  for (const path of OPEN) expect([path, (await context.request.get(path)).status()]).toEqual([path, 200]);
});

test('every page has the market’s own icon', async ({ browser }) => {
  const page = await browser.newPage();
  await page.goto('/');
  const icon = await page.locator('link[rel=icon]').getAttribute('href');
  const reply = await page.request.get(icon ?? '/no-icon');
  expect([reply.status(), reply.headers()['content-type']]).toEqual([200, 'image/svg+xml']);
});

for (const { login, password, own, others } of PEOPLE) {
  test(`${login} sees their own door’s pages and no other’s`, async ({ browser }) => {
    const page = await signIn(browser, login, password, own[0] ?? '/');
    for (const path of own) {
      await page.goto(path);
      await expect(page.getByRole('navigation').first()).toBeVisible();
      await expect(page.getByRole('heading', { name: wrongRole })).toHaveCount(0);
    }
    for (const path of others) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: wrongRole })).toBeVisible();
    }
  });
}

test('an owner’s browser cannot ask the office’s questions, nor another origin any', async ({ browser }) => {
  const context = (await signIn(browser, 'owner', 'demo-owner-1', '/shop')).context();
  const ask = (path: string, headers: Record<string, string>) => context.request.get(path, { headers });
  expect((await ask('/api/v1/office/overview', { 'x-serai-door': 'office' })).status()).toBe(403);
  expect((await ask('/api/v1/shop/day', { 'x-serai-door': 'shop' })).status()).toBe(200);
  const forged = await context.request.post('/api/v1/cashiers', {
    headers: { 'x-serai-door': 'shop', origin: 'https://elsewhere.example' },
    data: {},
  });
  expect(forged.status()).toBe(403);
});

test('a suspended person is out at the next request', async ({ browser }) => {
  const office = (await signIn(browser, 'administrator', 'demo-administrator', '/office')).context();
  const shop = (await signIn(browser, 'owner2', 'demo-owner-2', '/shop')).context();
  const headers = { 'x-serai-door': 'office', origin: new URL(office.pages()[0]?.url() ?? '').origin };
  const { staff } = (await (await office.request.get('/api/v1/office/staff', { headers })).json()) as {
    staff: { id: string; login: string }[];
  };
  const owner = staff.find(({ login }) => login === 'owner2')?.id ?? '';
  const asShop = () => shop.request.get('/api/v1/shop/day', { headers: { 'x-serai-door': 'shop' } });
  expect((await asShop()).status()).toBe(200);
  const suspend = await office.request.post(`/api/v1/staff/${owner}/suspensions`, {
    headers,
    data: { id: crypto.randomUUID(), reason: 'asked to leave' },
  });
  expect(suspend.status()).toBe(201);
  expect((await asShop()).status()).toBe(401);
  await office.request.post(`/api/v1/staff/${owner}/reinstatements`, { headers, data: { id: crypto.randomUUID() } });
  expect((await asShop()).status()).toBe(401);
});
