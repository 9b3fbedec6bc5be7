import { encode } from 'next-auth/jwt';
import { afterEach, describe, expect, test } from 'vitest';
import { signInOptions } from '#app/_session/sign-in.ts';
import { setTheSerai } from '#app/serai.ts';
import { readSettings } from '#app/settings.ts';
import { DEMO } from '#db/seed/demo.ts';
import { findPerson, startSignIn } from '#db/stores/staff.ts';
import { aBrowser } from '../support/a-browser.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { body } from '../support/a-visit.ts';
import { TEST_NOW } from '../support/test-now.ts';

const BEHIND_HTTPS = readSettings({ SERAI_LOG: 'silent', SERAI_ORIGIN: 'https://market.example,http://127.0.0.1:3000' });

let market: Market;
afterEach(() => market.close());

async function anEnrolledTill() {
  const till = await aBrowser(market, 'till');
  const enrolled = await till.enrol(DEMO.tills['A-002']);
  body(enrolled, 201);
  return { till, cookie: enrolled.headers.get('set-cookie') ?? '' };
}

/** The cookie of the demo's administrator, as next-auth would have written it. */
async function administratorsToken(): Promise<string> {
  const sid = id();
  await market.serai.engine.transact(async (tx) => {
    const person = await findPerson(tx, { login: DEMO.administrator.login });
    await startSignIn(tx, { id: sid, person: person?.id ?? '', startedAt: TEST_NOW });
  });
  return encode({ token: { sid }, secret: market.serai.keys.sessionSecret });
}

const asked = async (path: string, init: RequestInit) => {
  const response = await fetch(`${market.origin}${path}`, init);
  return { status: response.status, body: (await response.json()) as Record<string, Record<string, unknown>> };
};

describe('A write by cookie', () => {
  test('of a device comes from a listed origin, or is refused', async () => {
    market = await aMarket();
    const { till } = await anEnrolledTill();
    const from = async (origin: string | null) =>
      (await till.call('POST', '/api/v1/operator-sessions/close', { id: id() }, { origin })).status;
    for (const origin of ['https://elsewhere.example', 'null', 'http://localhost:3000.example', null])
      expect([origin, await from(origin)]).toEqual([origin, 403]);
    for (const origin of market.serai.settings.origins) expect([origin, await from(origin)]).toEqual([origin, 422]);
  });

  test('of a person comes from a listed origin, or is refused; reading needs none', async () => {
    market = await aMarket();
    const cookie = `next-auth.session-token=${await administratorsToken()}`;
    const post = async (origin: Record<string, string>) =>
      (
        await asked('/api/v1/vendors', {
          method: 'POST',
          headers: { cookie, 'x-serai-door': 'office', 'content-type': 'application/json', ...origin },
          body: '{}',
        })
      ).status;
    expect(await post({})).toBe(403);
    expect(await post({ origin: 'https://elsewhere.example' })).toBe(403);
    expect(await post({ origin: market.serai.settings.origins[0] ?? '' })).toBe(400);
    expect((await asked('/api/v1/office/overview', { headers: { cookie, 'x-serai-door': 'office' } })).status).toBe(200);
  });

  test('is not what a bearer token makes: that needs no origin', async () => {
    market = await aMarket();
    const till = await market.token('till', 'A-002');
    expect((await market.ask(till, 'POST', '/api/v1/sales', {})).status).toBe(400);
  });
});

describe('What a client says of where it came from', () => {
  test('reaches no page and no call', async () => {
    market = await aMarket();
    const said = {
      'x-forwarded-host': 'elsewhere.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '10.0.0.1',
      forwarded: 'host=elsewhere.example',
      'x-middleware-subrequest': 'proxy:proxy:proxy',
      'x-harmless': 'kept',
    };
    const { asked: headers } = (await asked('/office', { headers: said })).body;
    expect(Object.keys(headers ?? {}).filter((name) => name in said)).toEqual(['x-harmless']);
  });
});

describe('Cookies', () => {
  test('behind https are Secure, of this host only, and hidden from scripts', async () => {
    market = await aMarket(TEST_NOW, BEHIND_HTTPS);
    const { till, cookie } = await anEnrolledTill();
    expect(cookie).toMatch(/^__Host-serai-till=srs_[\w-]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/);
    expect((await till.call('GET', '/api/v1/till')).status).toBe(200);
    setTheSerai(market.serai);
    expect(signInOptions()).toMatchObject({
      useSecureCookies: true,
      cookies: {
        sessionToken: {
          name: '__Host-next-auth.session-token',
          options: { httpOnly: true, sameSite: 'strict', path: '/', secure: true },
        },
      },
    });
    const token = await administratorsToken();
    const overview = (name: string) =>
      asked('/api/v1/office/overview', { headers: { cookie: `${name}=${token}`, 'x-serai-door': 'office' } });
    expect((await overview('__Host-next-auth.session-token')).status).toBe(200);
    expect((await overview('next-auth.session-token')).status).toBe(401);
  });

  test('without https are plain, or no browser would keep them', async () => {
    market = await aMarket();
    const { cookie } = await anEnrolledTill();
    expect(cookie).toMatch(/^serai-till=srs_[\w-]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    setTheSerai(market.serai);
    expect(signInOptions().cookies?.sessionToken?.options.secure).toBe(false);
  });
});
