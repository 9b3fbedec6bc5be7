import { findGoods } from '#db/reads/goods.ts';
import { drawerSums } from '#db/stores/drawers.ts';
import { openTillSession } from '#db/stores/tills.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { closeExit } from '#lib/operations/close-exit.ts';
import { closeTillSession } from '#lib/operations/close-till-session.ts';
import type { Context } from '#lib/operations/context.ts';
import { issuePass } from '#lib/operations/issue-pass.ts';
import { presentExit } from '#lib/operations/present-exit.ts';
import { recordEntry } from '#lib/operations/record-entry.ts';
import { ringUpSale } from '#lib/operations/ring-up-sale.ts';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';
import { type DrawerSum, drawerOf } from '#lib/till/drawer.ts';
import { seedTravellers } from './goods/travellers.ts';
import type { seedIds } from './ids.ts';
import { done, type SeededDevices, type SeededStall } from './seeded.ts';

export type Morning = {
  readonly as: (actor: Actor) => Context;
  readonly ids: ReturnType<typeof seedIds>;
  readonly pack: LawPack;
  readonly now: () => string;
  readonly stalls: readonly SeededStall[];
  readonly devices: SeededDevices;
  readonly officers: readonly string[];
};

/** Travellers who are not for the newcomer to meet at the kiosk: they came in before. */
const INSIDE: readonly (readonly [traveller: string, gate: string, stall: string, share: number])[] = [
  ['ma-wentao', 'CN-1', 'A-002', 0.9],
  ['oleg', 'KZ-1', 'K-002', 0.5],
  ['dilnoza', 'KZ-1', 'K-002', 0.3],
];

/** A morning: somebody at nine tenths of a limit, two more inside, one whose pass is spent, a till that came out short. */
export async function seedTraffic(morning: Morning): Promise<void> {
  const passes = new Map<string, string>();
  for (const [key, gate, stall, share] of INSIDE) {
    passes.set(key, await comeIn(morning, key, gate));
    await buy(morning, stall, passes.get(key) as string, share);
  }
  const spent = await comeIn(morning, 'anna', 'CN-2');
  await buy(morning, 'A-002', spent, 0.05);
  await leave(morning, spent, 'CN-2');
  await closeShort(morning, 'A-002');
}

async function comeIn({ as, ids, devices, now }: Morning, key: string, gate: string): Promise<string> {
  const traveller = seedTravellers(now().slice(0, 10)).find((each) => each.key === key);
  if (traveller === undefined) throw new Error(`no seed traveller ${key}`);
  const id = ids.next();
  const place = gate as 'CN-1';
  const desk: Actor = {
    ...MACHINE,
    kind: 'device',
    id: devices.gate.get(place) ?? 'gate',
    role: 'gate',
    code: gate,
    gate,
    side: gate.slice(0, 2),
  };
  await done(issuePass(as(desk), { id, document: { mrz: traveller.mrz }, residence: traveller.residence }));
  await done(recordEntry(as(desk), { id: ids.next(), pass: id }));
  return id;
}

/** Buys until about that share of the value limit is used. */
async function buy({ as, ids, stalls, devices }: Morning, code: string, pass: string, share: number): Promise<void> {
  const stall = stalls.find((each) => each.code === code) as SeededStall;
  const till = as(tillActor(stall, devices));
  const { products } = await till.read((tx) => findGoods(tx, { stall: stall.id, limit: 50 }));
  const wanted = Math.round(8000_00 * share);
  let spent = 0;
  const lines: { product: string; quantity: string }[] = [];
  const sober = products.filter(({ category }) => !/spirits|wine|beer|cig|tobacco/.test(category));
  for (const product of [...sober].sort((a, b) => Number(b.price.amount) - Number(a.price.amount))) {
    const minor = Math.round(Number(product.price.amount) * 100) / (product.price.currency === 'KZT' ? 73 : 1);
    if (minor === 0 || spent + minor > wanted || product.packedWeightG > 6000) continue;
    const count = Math.min(3, Math.floor((wanted - spent) / minor));
    lines.push({ product: product.id, quantity: String(count) });
    spent += minor * count;
  }
  if (lines.length === 0) return;
  const total = lines.reduce(
    (sum, line) =>
      sum + Math.round(Number(products.find(({ id }) => id === line.product)?.price.amount ?? 0) * 100) * Number(line.quantity),
    0,
  );
  const currency = products[0]?.price.currency ?? 'CNY';
  await done(
    ringUpSale(till, {
      id: ids.next(),
      pass,
      lines,
      tenders: [{ kind: 'cash', amount: { amount: (total / 100).toFixed(2), currency } }],
      acknowledgedDuty: { amount: '500.00', currency: stall.side === 'KZ' ? 'EUR' : 'CNY' },
    }),
  );
}

async function leave({ as, ids, devices }: Morning, pass: string, gate: 'CN-2'): Promise<void> {
  const desk: Actor = {
    ...MACHINE,
    kind: 'device',
    id: devices.gate.get(gate) ?? 'gate',
    role: 'gate',
    code: gate,
    gate,
    side: gate.slice(0, 2),
  };
  const { exit } = await done(presentExit(as(desk), { id: ids.next(), pass }));
  await done(closeExit(as(desk), { id: ids.next(), exit: exit.id, outcome: 'settled' }));
}

async function closeShort({ as, ids, stalls, devices }: Morning, code: string): Promise<void> {
  const stall = stalls.find((each) => each.code === code) as SeededStall;
  const till = as(tillActor(stall, devices));
  const { session, cash } = await till.read(async (tx) => {
    const session = await openTillSession(tx, till.actor.id);
    return {
      session: session?.id ?? '',
      cash: session === undefined ? 0 : cnyIn(await drawerSums(tx, session)),
    };
  });
  await done(
    closeTillSession(till, {
      id: ids.next(),
      session,
      counted: [{ amount: (Math.max(0, cash - 50_00) / 100).toFixed(2), currency: 'CNY' }],
    }),
  );
}

const cnyIn = (sums: readonly DrawerSum[]): number => drawerOf(sums).find(({ currency }) => currency === 'CNY')?.expected ?? 0;

const tillActor = (stall: SeededStall, devices: SeededDevices): Actor => ({
  ...MACHINE,
  kind: 'device',
  id: devices.till.get(stall.code) ?? 'till',
  role: 'till',
  name: `Till ${stall.code}`,
  code: `T${stall.code}`,
  side: stall.side,
  stall: stall.id,
  vendor: stall.vendorId,
});
