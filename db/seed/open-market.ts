import { findMarket, saveMarket, savePack } from '#db/stores/market.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { mustSayRetention } from '#lib/law/retention.ts';
import { makeFirstLink } from '#lib/operations/add-first-administrator.ts';
import type { Context } from '#lib/operations/context.ts';
import { MACHINE, MARKET } from '#lib/staff/actor.ts';
import { markStartingPoint } from '../evidence/starting-point.ts';
import { DEMO, demoDoors, seedDemo } from './demo.ts';
import type { House } from './house.ts';
import { readPack } from './read-pack.ts';
import { writeSearchWords } from './write-search-words.ts';

/**
 * Makes the market in an empty database, with its law and, in the demo market, the people and goods of an ordinary day. There is a demo
 * of one market only: another pack opens an empty one, with no rates but those that its people enter.
 * @returns what to print once it is served. @throws if the database holds another market or the pack does not read.
 */
export async function openMarket(house: House): Promise<(origin: string) => string> {
  const context = house.contextOf(MACHINE);
  const { pack, body } = readPack(house.settings.SERAI_MARKET);
  const held = await context.read(findMarket);
  if (held !== undefined && held !== pack.market.id)
    throw new Error(`This folder holds the market ${held}, not ${pack.market.id}. Give each market its own SERAI_DATA.`);
  const isDemo = house.settings.SERAI_DEMO && pack.market.id === DEMO.market;
  if (held === undefined) mustSayRetention(pack);
  if (held === undefined) await makeMarket(context, pack, body);
  if (held === undefined && isDemo) await seedDemo(house, pack);
  await writeSearchWords(context);
  await markStartingPoint(house.contextOf(MARKET));
  if (isDemo) return (origin) => demoDoors(origin);
  const token = await makeFirstLink(context);
  return (origin) => `Serai is served at ${origin}\n${token === undefined ? '' : firstLink(origin, token)}`;
}

async function makeMarket(context: Context, pack: LawPack, body: unknown): Promise<void> {
  const { now } = context;
  await context.transact(async (tx) => {
    await saveMarket(tx, pack.market.id, now);
    await savePack(tx, pack, body, { market: pack.market.id, version: String(pack.version), effectiveFrom: '2000-01-01', now });
  });
}

/** The secret stands after the #: browsers send that part to nobody, and no log on the way holds it. */
const firstLink = (origin: string, token: string): string =>
  `Nobody runs this market yet. Open this link once to become its administrator (a new start prints a new one):\n  ${origin}/sign-in/first#${token}\n`;
