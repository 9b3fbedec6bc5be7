import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { encode } from 'next-auth/jwt';
import { pino } from 'pino';
import { SESSION_COOKIE } from '#app/_session/cookies.ts';
import { enrolByCommand } from '#app/enrol-by-command.ts';
import { machineDoor } from '#app/machine-door.ts';
import { type Serai, seraiOver } from '#app/serai.ts';
import { readSettings } from '#app/settings.ts';
import { openInMemory } from '#db/engine/sqlite.ts';
import { openKeys } from '#db/keys/keys.ts';
import { findPerson, startSignIn } from '#db/stores/staff.ts';
import { faultsOfAnswer } from './api-document.ts';
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
export async function aMarket(now: string = TEST_NOW): Promise<Market> {
  const folder = process.env.SERAI_TEST_FOLDER ?? '';
  const engine = openInMemory(readFileSync(join(folder, 'image.db')));
  const over = seraiOver({
    settings: SETTINGS,
    engine,
    keys: openKeys(join(folder, 'keys')),
    log: pino({ level: process.env.SERAI_TEST_LOG ?? 'silent' }),
  });
  let clock = now;
  const serai: Serai = { ...over, now: () => clock, contextOf: (actor) => ({ ...over.contextOf(actor), now: clock }) };
  const door = machineDoor(serai);
  const server = createServer(async (request, response) => {
    if (!(await door(request, response))) response.writeHead(404).end();
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
    const faults = faultsOfAnswer({ method, path, contentType: headers.get('content-type'), ...replied });
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
      return { cookie: `${SESSION_COOKIE}=${token}`, origin: SETTINGS.origins[0] ?? '', 'x-serai-door': door };
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
