import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';
import { CHALLENGE_HEADER, PROOF_HEADER } from '#lib/staff/browser-proof.ts';
import { may } from '#lib/staff/permissions.ts';
import { actorOf, type Known } from './_session/actor.ts';
import { challengeAt, proofOf } from './_session/browser-proof.ts';
import { cookiesOf, deviceCookieHeader } from './_session/cookies.ts';
import { type Asked, answer } from './api/answer.ts';
import { CALLS } from './api/calls.ts';
import { openApi } from './api/openapi.ts';
import { problem, type Reply } from './api/problem.ts';
import { metricsOf } from './metrics.ts';
import { readinessOf } from './readiness.ts';
import type { Serai } from './serai.ts';

const MOST_BYTES = 256 * 1024;
const LARGE = new Map(CALLS.flatMap(({ path, mostBytes }) => (mostBytes === undefined ? [] : [[path, mostBytes] as const])));
const PULSE_MS = 15_000;

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Everything that is not a page: the API, its document, its live events, health and metrics. Every request passes here first.
 * @returns a handler that says whether it answered.
 */
export function machineDoor(serai: Serai): Handle {
  const { registry, calls, seconds, previews } = metricsOf(serai);
  const readiness = readinessOf(serai);
  return async (request, response) => {
    dropForwarded(request);
    const url = new URL(request.url ?? '/', 'http://serai');
    const path = url.pathname;
    if (path === '/healthz') return send(response, { status: 200, body: { live: true } });
    if (path === '/readyz') return send(response, await readiness());
    if (path === '/metrics') return sendText(response, registry.contentType, await registry.metrics());
    if (!path.startsWith('/api/v1')) return false;
    if (path === '/api/v1/openapi.json') return send(response, { status: 200, body: openApi(serai.settings.origins[0] ?? '') });
    const stop = seconds.startTimer();
    const who = await whoAsks(serai, request, url);
    if (path === '/api/v1/events' && proofIn(serai, request, who, '') !== undefined) return events(serai, request, response, who);
    const reply = await replyTo(serai, request, url, who);
    stop();
    if (path === '/api/v1/preview-faults' && reply.status === 200) {
      previews.inc();
      serai.log.error({ device: who?.actor.code }, 'a till decided otherwise than the server');
    }
    calls.inc({ method: request.method ?? '', status: String(reply.status) });
    return send(response, withCookie(serai, withChallenge(serai, reply, who)));
  };
}

/** Nothing here stands behind a proxy unless it says so by its own origin: a client's word about where it came from is dropped. */
function dropForwarded(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers))
    if (name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-middleware-subrequest')
      delete request.headers[name];
}

/** An event stream cannot send headers, so its door stands in the address. */
async function whoAsks(serai: Serai, request: IncomingMessage, url: URL): Promise<Known | undefined> {
  if (url.pathname === '/api/v1/enrolments') return undefined;
  const header = request.headers['x-serai-door'];
  const door =
    typeof header === 'string'
      ? header
      : url.pathname === '/api/v1/events'
        ? (url.searchParams.get('door') ?? undefined)
        : undefined;
  return actorOf(serai, { authorization: request.headers.authorization, cookies: cookiesOf(request.headers.cookie), door });
}

async function replyTo(serai: Serai, request: IncomingMessage, url: URL, who: Known | undefined): Promise<Reply> {
  const method = request.method ?? '';
  const { origin } = request.headers;
  // A write by cookie needs a listed origin; a bearer or a pass in a header cannot be forged by another site.
  if (
    method !== 'GET' &&
    who?.by !== 'bearer' &&
    who?.by !== 'pass' &&
    (origin !== undefined || who !== undefined) &&
    !serai.settings.origins.includes(origin ?? '')
  )
    return problem(403);
  const body = method === 'GET' ? '' : await bodyOf(request, mostBytes(url.pathname, who));
  if (body === undefined) return problem(413);
  const proof = proofIn(serai, request, who, body);
  if (proof === undefined) return problem(401, { detail: NOT_PROVEN, reason: 'key-not-proven', facts: {} });
  return answer(serai, {
    method,
    path: url.pathname,
    query: queryOf(url.searchParams),
    contentType: request.headers['content-type'] ?? '',
    body,
    actor: who?.actor,
    proof,
    address: request.socket.remoteAddress ?? null,
  });
}

const NOT_PROVEN =
  'The cookie is known, but the request is not signed with the key of the browser that was enrolled. Enrol this browser by a code of its own.';

/** Only who may make such a call may send it. */
const mostBytes = (path: string, who: Known | undefined): number =>
  who !== undefined && may(who.actor, 'see-shop') ? (LARGE.get(path) ?? MOST_BYTES) : MOST_BYTES;

/** A browser that is a device signs every request with the key it was enrolled with; nobody else has anything to prove here, which is null. */
function proofIn(serai: Serai, request: IncomingMessage, who: Known | undefined, body: string): Asked['proof'] {
  if (who?.publicKey === undefined) return null;
  const { [PROOF_HEADER]: proof, 'x-serai-door': door } = request.headers;
  const signed = {
    method: request.method ?? '',
    target: request.url ?? '',
    door: typeof door === 'string' ? door : '',
    body,
  };
  const at = { secret: serai.keys.sessionSecret, now: serai.now() };
  return proofOf(typeof proof === 'string' ? proof : undefined, who.publicKey, signed, at);
}

/** What the browser's next proof has to be about. */
function withChallenge(serai: Serai, reply: Reply, who: Known | undefined): Reply {
  if (who?.publicKey === undefined) return reply;
  return { ...reply, headers: { ...reply.headers, [CHALLENGE_HEADER]: challengeAt(serai.keys.sessionSecret, serai.now()) } };
}

/** A name that stands twice has no one value: no call takes the list that it becomes. */
const queryOf = (given: URLSearchParams): Asked['query'] =>
  Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const values = given.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );

function bodyOf(request: IncomingMessage, most: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((read, broke) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
    });
    request.on('end', () => read(size > most ? undefined : Buffer.concat(chunks).toString('utf8')));
    request.on('error', broke);
  });
}

/** The browser's new cookie leaves as an HttpOnly cookie and never as something a script could read. */
function withCookie(serai: Serai, reply: Reply): Reply {
  const { 'x-device-cookie': cookie, ...headers } = reply.headers ?? {};
  if (cookie === undefined) return reply;
  const { role } = reply.body as { role: string };
  return { ...reply, headers: { ...headers, 'set-cookie': deviceCookieHeader(serai.settings, role, cookie) } };
}

/** Tells the office that something was written; the office asks for what it shows. */
function events(serai: Serai, request: IncomingMessage, response: ServerResponse, who: Known | undefined): boolean {
  if (who === undefined || !(may(who.actor, 'see-office') || may(who.actor, 'see-own-gate') || may(who.actor, 'see-shop')))
    return send(response, problem(who === undefined ? 401 : 403));
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  let count = 0;
  let waiting: NodeJS.Timeout | undefined;
  const tell = () => {
    waiting = undefined;
    count += 1;
    response.write(`id: ${count}\nevent: market\ndata: {"seq":${count}}\n\n`);
  };
  const stop = serai.engine.onCommit(() => {
    waiting ??= setTimeout(tell, 250);
  });
  const pulse = setInterval(() => response.write(': pulse\n\n'), PULSE_MS);
  request.on('close', () => {
    stop();
    clearInterval(pulse);
    clearTimeout(waiting);
  });
  tell();
  return true;
}

function send(response: ServerResponse, { status, body, headers }: Reply): true {
  const text = JSON.stringify(body);
  const write = (bytes: string | Buffer, how: Readonly<Record<string, string>> = {}): void => {
    response.writeHead(status, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-length': Buffer.byteLength(bytes),
      ...how,
      ...headers,
    });
    response.end(bytes);
  };
  if (text.length < WORTH_PACKING || !/\bgzip\b/.test(String(response.req.headers['accept-encoding'] ?? ''))) write(text);
  else gzip(text, { level: 1 }, (fault, packed) => (fault === null ? write(packed, PACKED) : write(text)));
  return true;
}

/** A page of goods, and hardly anything else, is longer: the shelf of a large stall comes in a quarter of the bytes. */
const WORTH_PACKING = 32_768;
const PACKED = { 'content-encoding': 'gzip', vary: 'accept-encoding' };

function sendText(response: ServerResponse, type: string, text: string): true {
  response.writeHead(200, { 'content-type': type });
  response.end(text);
  return true;
}
