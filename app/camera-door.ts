import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as nodeModule from 'node:module';

/** In Node since 22.13; the types are of 20. */
const { stripTypeScriptTypes } = nodeModule as unknown as { readonly stripTypeScriptTypes: (code: string) => string };

/** Under the till's path, so that the till's own worker stands before it and keeps it for the storm. */
const FOLDER = '/till/camera';
const READER = 'node_modules/zxing-wasm/dist';

type File = { readonly type: string; readonly bytes: Buffer; readonly tag: string };
type Handle = (request: IncomingMessage, response: ServerResponse) => boolean;

/** What reading codes by camera takes, by address. */
export const cameraFiles = (): ReadonlyMap<string, File> =>
  new Map([
    [`${FOLDER}/worker.js`, file('text/javascript; charset=utf-8', workerText())],
    [`${FOLDER}/reader.js`, file('text/javascript; charset=utf-8', readFileSync(`${READER}/iife/reader/index.js`))],
    [`${FOLDER}/reader.wasm`, file('application/wasm', readFileSync(`${READER}/reader/zxing_reader.wasm`))],
  ]);

/** The addresses, and which contents they have. */
export function cameraVersion(): { readonly addresses: readonly string[]; readonly tags: string } {
  const files = cameraFiles();
  return { addresses: [...files.keys()], tags: [...files.values()].map(({ tag }) => tag).join() };
}

/**
 * Serves what reads codes in a camera's picture. It runs in a worker of its own under a policy of its own: there alone may WebAssembly be
 * compiled, and no page of the market may.
 */
export function cameraDoor(): Handle {
  const files = cameraFiles();
  return (request, response) => {
    const found = files.get(request.url ?? '');
    if (found === undefined) return false;
    const headers = {
      'content-type': found.type,
      'cache-control': 'no-cache',
      etag: found.tag,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    };
    const isKept = request.headers['if-none-match'] === found.tag;
    response.writeHead(isKept ? 304 : 200, headers);
    response.end(isKept ? undefined : found.bytes);
    return true;
  };
}

const workerText = (): Buffer => Buffer.from(stripTypeScriptTypes(readFileSync('app/_ui/camera/code-worker.ts', 'utf8')));

const file = (type: string, bytes: Buffer): File => ({
  type,
  bytes,
  tag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`,
});
