import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cameraVersion } from '#app/camera-door.ts';
import { aMarket, type Market } from '../support/a-market.ts';

let market: Market;
beforeAll(async () => {
  market = await aMarket();
});
afterAll(() => market.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${market.origin}${path}`, { headers });

describe('What reads codes by camera', () => {
  test('comes from the market itself, and only there may WebAssembly be compiled', async () => {
    const { addresses } = cameraVersion();
    expect(addresses).toEqual(['/till/camera/worker.js', '/till/camera/reader.js', '/till/camera/reader.wasm']);
    for (const address of addresses) {
      const answer = await get(address);
      expect([address, answer.status]).toEqual([address, 200]);
      expect(answer.headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
      );
    }
  });
  test('is not sent again to who has it', async () => {
    const first = await get('/till/camera/reader.wasm');
    const bytes = new Uint8Array(await first.arrayBuffer());
    expect([...bytes.slice(0, 4)]).toEqual([0, 0x61, 0x73, 0x6d]);
    const again = await get('/till/camera/reader.wasm', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
  });
  test('reads as a script once its types are erased, and asks nobody else', async () => {
    const asked: string[] = [];
    const reader = { prepareZXingModule: async () => undefined };
    const text = await (await get('/till/camera/worker.js')).text();
    runInNewContext(text, {
      ZXingWASM: reader,
      importScripts: (address: string) => asked.push(address),
      postMessage: () => undefined,
      addEventListener: () => undefined,
    });
    expect(asked).toEqual(['/till/camera/reader.js']);
  });
  test('has no other files', async () => {
    expect((await get('/till/camera/other.js')).headers.get('content-security-policy')).toBeNull();
  });
});
