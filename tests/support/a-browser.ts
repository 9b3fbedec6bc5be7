import { base64url, enrolmentText, KEY_ALGORITHM, requestText, SIGN_ALGORITHM } from '#lib/staff/browser-proof.ts';
import type { Market, Replied } from './a-market.ts';

export type ABrowser = {
  readonly publicKey: string;
  /** With the key that never leaves it. */
  readonly sign: (text: string) => Promise<string>;
  /** What another could copy out of it. */
  readonly cookies: () => string;
  readonly enrol: (code: string) => Promise<Replied>;
  /** Calls the machine door as the door's own screen does; `with` overrides what it would send. */
  readonly call: (
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    but?: Readonly<Record<string, string | null>>,
  ) => Promise<Replied>;
  /** The same call, under a proof made for another one. */
  readonly proofFor: (method: string, path: string, body?: unknown) => Promise<string>;
};

/** A browser with a key of its own, at a door. Everything it knows of the market came over HTTP. */
export async function aBrowser(market: Market, door: string): Promise<ABrowser> {
  const { subtle } = globalThis.crypto;
  const pair = await subtle.generateKey(KEY_ALGORITHM, false, ['sign', 'verify']);
  const publicKey = base64url(new Uint8Array(await subtle.exportKey('spki', pair.publicKey)));
  const sign = async (text: string) =>
    base64url(new Uint8Array(await subtle.sign(SIGN_ALGORITHM, pair.privateKey, new TextEncoder().encode(text))));
  const origin = market.serai.settings.origins[0] ?? '';
  let cookie = '';
  let challenge = '';
  const proofFor = async (method: string, target: string, body?: unknown) =>
    `${challenge}~${await sign(requestText({ method, target, door, body: body === undefined ? '' : JSON.stringify(body), challenge }))}`;
  const send = async (
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string | null>>,
  ): Promise<Replied> => {
    const kept = Object.entries({
      origin,
      cookie,
      'x-serai-door': door,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    }).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as [string, string]]));
    const reply = await market.ask(Object.fromEntries(kept), method, path, body);
    challenge = reply.headers.get('x-serai-challenge') ?? challenge;
    return reply;
  };
  return {
    publicKey,
    sign,
    cookies: () => cookie,
    proofFor,
    async enrol(code) {
      const body = { code, publicKey, proof: await sign(enrolmentText(code)) };
      const reply = await send('POST', '/api/v1/enrolments', body, { cookie: null });
      const given = reply.headers.get('set-cookie')?.split(';')[0];
      if (given !== undefined) cookie = given;
      if (given !== undefined) await send('GET', '/api/v1/market', undefined, {});
      return reply;
    },
    call: async (method, path, body, but = {}) =>
      send(method, path, body, { 'x-serai-proof': await proofFor(method, path, body), ...but }),
  };
}
