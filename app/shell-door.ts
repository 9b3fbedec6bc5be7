import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as nodeModule from 'node:module';
import { LANGUAGES } from '#lib/words/languages.ts';
import { cameraVersion } from './camera-door.ts';

const PATH = '/till/worker.js';
/** What bin/build.mjs hashed: the same sources are the same shell, whichever process serves it. */
const BUILT = '.next/serai-built';

/** In Node since 22.13; the types are of 20. */
const { stripTypeScriptTypes } = nodeModule as unknown as { readonly stripTypeScriptTypes: (code: string) => string };

type Handle = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Serves the worker that lets the till open offline. Its text names the build: another build is another worker, which fetches a shell of its
 * own. Pages that are built as they are asked for (`npm run dev`) have none.
 */
export function shellDoor(): Handle {
  const text = workerText();
  return (request, response) => {
    if (text === undefined || request.url !== PATH) return false;
    response.writeHead(200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'service-worker-allowed': '/till',
      'x-content-type-options': 'nosniff',
    });
    response.end(text);
    return true;
  };
}

function workerText(): string | undefined {
  if (process.env.NODE_ENV === 'development' || !existsSync(BUILT)) return undefined;
  const code = stripTypeScriptTypes(readFileSync('app/till/shell-worker.ts', 'utf8'));
  const build = readFileSync(BUILT, 'utf8').trim();
  const camera = cameraVersion();
  const version = createHash('sha256').update(`${build} ${camera.tags} ${code}`).digest('hex').slice(0, 16);
  const shell = { version, languages: LANGUAGES.map((language) => language.code), camera: camera.addresses };
  return `const SHELL = ${JSON.stringify(shell)};\n${code}`;
}
