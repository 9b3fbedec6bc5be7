import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Certified, certify } from '#app/certify.ts';
import { httpServer } from '#app/http-server.ts';
import { readSettings } from '#app/settings.ts';
import { aMarket, type Market } from '../support/a-market.ts';

let market: Market;
let folder: string;
let made: Certified;
beforeAll(async () => {
  market = await aMarket();
  folder = mkdtempSync(join(tmpdir(), 'serai-tls-'));
  made = await certify(folder, ['till.market.lan', '127.0.0.1'], new Date());
});
afterAll(async () => {
  await market.close();
  rmSync(folder, { recursive: true });
});

/** Asks the market over TLS, believing this authority. */
async function asked(authority: string, servername: string): Promise<number> {
  const settings = { ...market.serai.settings, SERAI_TLS_CERT: made.cert, SERAI_TLS_KEY: made.key };
  const server = httpServer({ ...market.serai, settings }, () => {});
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((answer, fail) => {
      const options = { host: '127.0.0.1', port, path: '/healthz', ca: readFileSync(authority), servername, agent: false };
      request(options, (response) => answer(response.resume().statusCode ?? 0))
        .on('error', fail)
        .end();
    });
  } finally {
    server.close();
  }
}

describe('A market with a certificate', () => {
  test('answers over HTTPS whoever trusts its authority, by each of its names', async () => {
    expect(await asked(made.authority, 'till.market.lan')).toBe(200);
    const { subjectAltName, ca } = new X509Certificate(readFileSync(made.cert));
    expect([subjectAltName, ca]).toEqual(['DNS:till.market.lan, IP Address:127.0.0.1', false]);
  });

  test('is believed by nobody under another name, or by another authority', async () => {
    await expect(asked(made.authority, 'another.market.lan')).rejects.toThrow(/altnames/);
    const stranger = mkdtempSync(join(tmpdir(), 'serai-tls-'));
    const other = await certify(stranger, ['till.market.lan'], new Date());
    await expect(asked(other.authority, 'till.market.lan')).rejects.toThrow(/signature|certificate|issuer/);
    rmSync(stranger, { recursive: true });
  });

  test('keeps its authority when the certificate is made anew, so that no tablet has to be touched', async () => {
    const before = readFileSync(made.authority, 'utf8');
    const again = await certify(folder, ['till.market.lan'], new Date());
    expect([readFileSync(made.authority, 'utf8'), again.fingerprint]).toEqual([before, made.fingerprint]);
    expect(await asked(made.authority, 'till.market.lan')).toBe(200);
    for (const file of ['authority-key.pem', 'market-key.pem']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  });

  test('needs both of its files, and its own origins are https', () => {
    expect(() => readSettings({ SERAI_TLS_CERT: 'a.pem' })).toThrow('give both, or neither');
    expect(readSettings({ SERAI_TLS_CERT: 'a.pem', SERAI_TLS_KEY: 'b.pem' }).origins[0]).toBe('https://localhost:3000');
  });
});
