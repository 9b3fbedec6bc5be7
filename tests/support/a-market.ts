import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { encode } from 'next-auth/jwt';
import { pino } from 'pino';
import { sessionCookie } from '#app/_session/cookies.ts';
import { enrolByCommand } from '#app/enrol-by-command.ts';
import { httpServer } from '#app/http-server.ts';
import { type Serai, seraiOver } from '#app/serai.ts';
import { readSettings, type Settings } from '#app/settings.ts';
import type { Engine } from '#db/engine/engine.ts';
import { openKeys } from '#db/keys/keys.ts';
import { openMarket } from '#db/seed/open-market.ts';
import { findPerson, startSignIn } from '#db/stores/staff.ts';
import { faultsOfAnswer } from './api-document.ts';
import { testEngine } from './test-engine.ts';
import { TEST_NOW } from './test-now.ts';

export type Replied = { readonly status: number; readonly body: never; readonly headers: Headers };
/** An authorization header, or the headers of a signed-in browser. */
export type Who = string | Readonly<Record<string, string>>;
type Sent = { readonly text: string; readonly type: string };

export type Market = {
  readonly serai: Serai;
  readonly origin: string;
  /** Enrols a device as `npm run enrol` does. */
  readonly token: (role: string, place?: string) => Promise<string>;
  /** Signs a person of the seed in, as the sign-in page does. */
  readonly signIn: (login: string, door: 'office' | 'shop') => Promise<Who>;
  /** Asks over HTTP. @throws if the answer is not what the OpenAPI document promises. */
  readonly ask: (who: Who | null, method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Replied>;
  /** The same with a body that may be anything. */
  readonly send: (who: Who | null, method: 'GET' | 'POST', path: string, body?: Sent) => Promise<Replied>;
  /** Moves the market's clock to an instant. */
  readonly at: (instant: string) => void;
  readonly close: () => Promise<void>;
};

const SETTINGS = readSettings({ SERAI_LOG: 'silent' });

/** A fresh copy of the seeded market behind the real machine door on a port of its own. */
export const aMarket = (now: string = TEST_NOW, settings: Settings = SETTINGS): Promise<Market> =>
  testEngine('seeded').then((engine) => marketOver(engine, settings, now));

/** A market that nobody runs yet, as `SERAI_DEMO=0 npm start` makes it. `start` starts its process once more. @returns what each start prints. */
export async function anUnseededMarket(
  pack = 'khorgos',
): Promise<{ readonly market: Market; readonly start: () => Promise<string> }> {
  const settings = readSettings({ SERAI_LOG: 'silent', SERAI_DEMO: '0', SERAI_MARKET: pack });
  const market = await marketOver(await testEngine('empty'), settings, TEST_NOW);
  return { market, start: async () => (await openMarket(market.serai))(market.origin) };
}

/** A market over an engine that a test opened itself. */
export async function marketOver(engine: Engine, settings: Settings = SETTINGS, now: string = TEST_NOW): Promise<Market> {
  const over = seraiOver({
    settings,
    engine,
    keys: openKeys(join(process.env.SERAI_TEST_FOLDER ?? '', 'keys')),
    log: pino({ level: process.env.SERAI_TEST_LOG ?? 'silent' }),
  });
  let clock = now;
  const serai: Serai = {
    ...over,
    now: () => clock,
    contextOf: (actor, from) => ({ ...over.contextOf(actor, from), now: clock }),
  };
  const server = httpServer(serai, (request, response) => {
    // Where a page would stand: it says with which headers it was asked.
    response.end(JSON.stringify({ asked: request.headers }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send: Market['send'] = async (who, method, path, body) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(typeof who === 'string' ? { authorization: who } : who),
        ...(body === undefined ? {} : { 'content-type': body.type }),
      },
      ...(body === undefined ? {} : { body: body.text }),
    });
    const { status, headers } = response;
    const replied = { status, body: (await response.json()) as never, headers };
    // News is a stream and no call: the document does not describe it.
    const faults = path.startsWith('/api/v1/events')
      ? []
      : faultsOfAnswer({ method, path, contentType: headers.get('content-type'), ...replied });
    if (faults.length > 0) throw new Error(`not as the document says: ${faults.join('; ')}`);
    return replied;
  };
  return {
    serai,
    origin,
    async token(role, place) {
      const enrolled = await enrolByCommand(serai, {
        role,
        ...(role === 'till' || role === 'desk' ? { stall: place } : { gate: place }),
      });
      if ('fault' in enrolled) throw new Error(enrolled.fault);
      return `Bearer ${enrolled.token}`;
    },
    async signIn(login, door) {
      const sid = randomUUID();
      await engine.transact(async (tx) => {
        const person = await findPerson(tx, { login });
        if (person === undefined) throw new Error(`nobody signs in as ${login}`);
        await startSignIn(tx, { id: sid, person: person.id, startedAt: clock });
      });
      const token = await encode({ token: { sid }, secret: serai.keys.sessionSecret });
      return { cookie: `${sessionCookie(settings)}=${token}`, origin: SETTINGS.origins[0] ?? '', 'x-serai-door': door };
    },
    send,
    ask: (who, method, path, body) =>
      send(who, method, path, body === undefined ? undefined : { text: JSON.stringify(body), type: 'application/json' }),
    at(instant) {
      clock = instant;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await serai.close();
    },
  };
}

export const id = (): string => randomUUID();
