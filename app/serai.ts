import { randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { hash as argon2, verify } from '@node-rs/argon2';
import { type Logger, pino } from 'pino';
import type { Engine } from '#db/engine/engine.ts';
import { openEngine } from '#db/engine/open-engine.ts';
import { verifyBrowser } from '#db/keys/browser-key.ts';
import { type Keys, openKeys } from '#db/keys/keys.ts';
import { saveRefusalTally } from '#db/stores/acts.ts';
import type { Context } from '#lib/operations/context.ts';
import type { Actor } from '#lib/staff/actor.ts';
import { registrarsOf } from './fiscal-registrars.ts';
import { overNetwork } from './network-printer.ts';
import type { Settings } from './settings.ts';

/** One market in one process: its file, its keys, its clock. */
export type Serai = {
  readonly settings: Settings;
  readonly engine: Engine;
  readonly keys: Keys;
  readonly log: Logger;
  readonly now: () => string;
  readonly contextOf: (actor: Actor, from?: From) => Context;
  readonly tallyRefusal: (refused: RefusedCall) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** How a call reached this process, where it did. */
type From = Partial<Pick<Context, 'proof' | 'address'>>;

type RefusedCall = {
  readonly actor: Pick<Actor, 'id' | 'role' | 'side'>;
  readonly call: string;
  readonly reason: string;
  readonly act: string | null;
};

/** OWASP's minimum for Argon2id: 19 MiB, two passes. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Opens the market of a data folder. @throws if another process owns it. */
export async function openSerai(settings: Settings): Promise<Serai> {
  const engine = await openEngine(settings);
  const keys = openKeys(settings.SERAI_KEYS ?? join(settings.SERAI_DATA, 'keys'));
  const log = pino({ level: settings.SERAI_LOG });
  return seraiOver({ settings, engine, keys, log });
}

export function seraiOver({ settings, engine, keys, log }: Pick<Serai, 'settings' | 'engine' | 'keys' | 'log'>): Serai {
  const clock = clockOf(settings.SERAI_NOW);
  const now = () => new Date(clock()).toISOString();
  const newId = () => uuidv7(clock());
  const registrars = registrarsOf(settings);
  return {
    settings,
    engine,
    keys,
    log,
    now,
    contextOf: (actor, { proof = null, address = null } = {}) => ({
      actor,
      proof,
      address,
      now: now(),
      transact: engine.transact,
      read: engine.read,
      keys,
      hashSecret: (secret) => argon2(keys.peppered(secret), ARGON2),
      verifySecret: (hash, secret) => verify(hash ?? NO_HASH, keys.peppered(secret), ARGON2),
      verifyBrowser,
      overNetwork,
      registrarOf: (adapter) => registrars[adapter],
      newId,
      randomBytes: (count) => Uint8Array.from(randomBytes(count)),
    }),
    tallyRefusal: ({ actor: { id, role, side }, ...refused }) =>
      engine.transact((tx) => saveRefusalTally(tx, { ...refused, id: newId(), at: now(), actor: id, role, side })),
    async close() {
      await engine.close();
      keys.close();
    },
  };
}

/** Verified where there is nobody to verify, so that a wrong name takes as long as a wrong password. */
const NO_HASH = '$argon2id$v=19$m=19456,t=2,p=1$c2VyYWktbm8tc3VjaC1wZXJzb24$3c2GdFVLG4nYZXPCN8kPPD4gsGhQvYqcVvxC0LZzQ8Y';

/** The process's clock; a demo market may start it at another instant. */
function clockOf(start: string | undefined): () => number {
  const ahead = start === undefined ? 0 : Date.parse(start) - Date.now();
  return () => Date.now() + ahead;
}

let lastMs = 0;
let lastCount = 0;
/** Fetched for many ids at once: a call into the system for each costs more than the rest of the id. */
const randomness = Buffer.alloc(4096);
let unused = 0;

/** Random bytes that nobody else was given. @param count at most 4096. */
function randomBytes(count: number): Uint8Array {
  if (unused < count) unused = randomFillSync(randomness).length;
  unused -= count;
  return randomness.subarray(unused, unused + count);
}

/** RFC 9562 version 7, rising within a millisecond too. */
function uuidv7(ms: number): string {
  lastCount = ms <= lastMs ? lastCount + 1 : 0;
  lastMs = Math.max(ms, lastMs);
  const bytes = Buffer.from(randomBytes(16));
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | (lastCount & 0x0fff), 6);
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const place = globalThis as { serai?: Serai };

/** The one market of this process. Next bundles its own copy of every module, so it is found through globalThis. */
export function theSerai(): Serai {
  if (place.serai === undefined) throw new Error('The market is not open in this process: start it with npm start.');
  return place.serai;
}

export function setTheSerai(serai: Serai): void {
  place.serai = serai;
}
