import { decode } from 'next-auth/jwt';
import type { Tx } from '#db/engine/engine.ts';
import { type DeviceRow, deviceOfBrowser, findDevice, operatorAt } from '#db/stores/devices.ts';
import { packInForce } from '#db/stores/market.ts';
import { findPerson, type PersonRow, personOfSignIn } from '#db/stores/staff.ts';
import { findStall, suspensionOf } from '#db/stores/vendors.ts';
import { secretHashOf } from '#lib/operations/parts/device-secret.ts';
import { isRefusal, passInHand } from '#lib/operations/parts/pass-in-hand.ts';
import type { Actor } from '#lib/staff/actor.ts';
import type { Serai } from '../serai.ts';
import { deviceCookie, sessionCookie } from './cookies.ts';

/** What a request carries that says who acts. */
export type Credentials = {
  readonly authorization: string | undefined;
  readonly cookies: Readonly<Record<string, string>>;
  /** The door that the screen belongs to: one browser may hold several devices and a person. */
  readonly door: string | undefined;
};

export type Known = {
  readonly actor: Actor;
  readonly by: 'bearer' | 'cookie' | 'pass';
  /** The key that the request has still to prove: a device's cookie alone may be a copy. */
  readonly publicKey: string | undefined;
};

const DEVICE_DOORS = ['kiosk', 'gate', 'till'];
const PERSON_DOORS = ['office', 'shop'];

/**
 * Turns credentials into an actor, or nobody. A revoked or suspended device, an ended session and an unknown pass are nobody; so is a
 * browser at a door that has no actor of its own.
 */
export async function actorOf(serai: Serai, { authorization, cookies, door }: Credentials): Promise<Known | undefined> {
  const [scheme, secret] = authorization?.split(/ (.+)/s) ?? [];
  return serai.engine.read(async (tx) => {
    if (scheme !== undefined && secret !== undefined) {
      if (/^bearer$/i.test(scheme)) return known(await tokenActor(tx, serai, secret), 'bearer');
      if (/^pass$/i.test(scheme)) return known(await shopperActor(tx, serai, secret), 'pass');
      return undefined;
    }
    const doors = door === undefined ? DEVICE_DOORS : DEVICE_DOORS.filter((each) => each === door);
    const cookie = doors.map((each) => cookies[deviceCookie(serai.settings, each)]).find((value) => value !== undefined);
    const browser = cookie === undefined ? undefined : await browserActor(tx, serai, cookie);
    if (browser !== undefined) return browser;
    return door === undefined || PERSON_DOORS.includes(door) ? known(await personActor(tx, serai, cookies), 'cookie') : undefined;
  });
}

const known = (actor: Actor | undefined, by: Known['by'], publicKey?: string): Known | undefined =>
  actor === undefined ? undefined : { actor, by, publicKey };

async function tokenActor(tx: Tx, serai: Serai, token: string): Promise<Actor | undefined> {
  const device = await findDevice(tx, { secretHash: secretHashOf(token) });
  return device === undefined ? undefined : deviceActor(tx, serai, device, false);
}

async function browserActor(tx: Tx, serai: Serai, cookie: string): Promise<Known | undefined> {
  const browser = await deviceOfBrowser(tx, secretHashOf(cookie));
  return browser === undefined
    ? undefined
    : known(await deviceActor(tx, serai, browser.device, true), 'cookie', browser.publicKey);
}

async function deviceActor(tx: Tx, serai: Serai, device: DeviceRow, screen: boolean): Promise<Actor | undefined> {
  if (device.revokedAt !== null || (await suspensionOf(tx, device.id)) !== undefined) return undefined;
  const stall = device.stall === null ? undefined : await findStall(tx, { id: device.stall });
  const session = await operatorAt(tx, device.id);
  const operator = session === undefined ? undefined : await findPerson(tx, { id: session.person });
  const here = operator !== undefined && (await suspensionOf(tx, operator.id)) === undefined;
  return {
    kind: 'device',
    id: device.id,
    role: device.role,
    name: device.name,
    code: device.code,
    side: (await sideOfGate(tx, serai, device.gate)) ?? stall?.side ?? null,
    gate: device.gate,
    stall: device.stall,
    vendor: stall?.vendor.id ?? null,
    operator: here ? { id: operator.id, name: operator.name, role: operator.role } : null,
    pass: null,
    screen,
  };
}

async function sideOfGate(tx: Tx, serai: Serai, gate: string | null): Promise<string | null> {
  if (gate === null) return null;
  const { pack } = await packInForce(tx, serai.now());
  return pack.gates.find(({ code }) => code === gate)?.side ?? null;
}

async function personActor(tx: Tx, serai: Serai, cookies: Credentials['cookies']): Promise<Actor | undefined> {
  const token = cookies[sessionCookie(serai.settings)];
  if (token === undefined) return undefined;
  const claims = await decode({ token, secret: serai.keys.sessionSecret }).catch(() => null);
  if (typeof claims?.sid !== 'string') return undefined;
  const person = await personOfSignIn(tx, claims.sid);
  return person === undefined || (await suspensionOf(tx, person.id)) !== undefined ? undefined : actorOfPerson(person);
}

const actorOfPerson = (person: PersonRow): Actor => ({
  kind: 'person',
  id: person.id,
  role: person.role,
  name: person.name,
  code: person.login ?? person.name,
  side: null,
  gate: null,
  stall: null,
  vendor: person.vendor,
  operator: null,
  pass: null,
  screen: true,
});

async function shopperActor(tx: Tx, serai: Serai, shown: string): Promise<Actor | undefined> {
  const pass = await passInHand(tx, serai, shown);
  if (isRefusal(pass)) return undefined;
  return {
    kind: 'shopper',
    id: pass.id,
    role: 'shopper',
    name: '',
    code: pass.code,
    side: pass.side,
    gate: null,
    stall: null,
    vendor: null,
    operator: null,
    pass: pass.id,
    screen: true,
  };
}
