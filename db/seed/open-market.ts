import { findMarket, saveLawRates, saveMarket, savePack, saveTillRates } from '#db/stores/market.ts';
import { findPerson } from '#db/stores/staff.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { retentionOf } from '#lib/law/retention.ts';
import { addStaff } from '#lib/operations/add-staff.ts';
import type { Context } from '#lib/operations/context.ts';
import { MACHINE } from '#lib/staff/actor.ts';
import { demoDoors, seedDemo } from './demo.ts';
import type { House } from './house.ts';
import { ratesOn } from './rates.ts';
import { readPack } from './read-pack.ts';

/**
 * Makes the market in an empty database, with its law and, in a demo, the people and goods of an ordinary day.
 * @returns what to print once it is served. @throws if the database holds another market or the pack does not read.
 */
export async function openMarket(house: House): Promise<(origin: string) => string> {
  const context = house.contextOf(MACHINE);
  const { pack, body } = readPack(house.settings.SERAI_MARKET);
  retentionOf(pack);
  const held = await context.read(findMarket);
  if (held !== undefined && held !== pack.market.id)
    throw new Error(`This folder holds the market ${held}, not ${pack.market.id}. Give each market its own SERAI_DATA.`);
  if (held === undefined) await makeMarket(context, pack, body);
  if (house.settings.SERAI_DEMO) {
    if (held === undefined) await seedDemo(house, pack);
    return (origin) => demoDoors(origin);
  }
  const password = await firstAdministrator(context);
  return (origin) =>
    `Serai is served at ${origin}\n${password === undefined ? '' : `First administrator: sign in at ${origin}/office as administrator with ${password} (shown once)\n`}`;
}

async function makeMarket(context: Context, pack: LawPack, body: unknown): Promise<void> {
  const { now } = context;
  await context.transact(async (tx) => {
    await saveMarket(tx, pack.market.id, now);
    await savePack(tx, pack, body, { market: pack.market.id, version: String(pack.version), effectiveFrom: '2000-01-01', now });
    await saveLawRates(tx, ratesOn(now.slice(0, 10), 'law'), now);
    await saveTillRates(tx, ratesOn(now.slice(0, 10), 'till'), now);
  });
}

/** Where there is no demo, somebody has to be first. @returns the password, shown once; undefined if there is an administrator already. */
async function firstAdministrator(context: Context): Promise<string | undefined> {
  const known = await context.read((tx) => findPerson(tx, { login: 'administrator' }));
  if (known !== undefined) return undefined;
  const password = Buffer.from(context.randomBytes(15)).toString('base64url');
  await addStaff(context, {
    id: context.newId(),
    role: 'administrator',
    name: 'Administrator',
    login: 'administrator',
    password,
  });
  return password;
}
