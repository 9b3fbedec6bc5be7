import { saveLawRates, saveTillRates } from '#db/stores/rates.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { addProduct } from '#lib/operations/add-product.ts';
import { addStaff } from '#lib/operations/add-staff.ts';
import type { Context } from '#lib/operations/context.ts';
import { giveEnrolmentCode } from '#lib/operations/enrol-browser.ts';
import { addDevice } from '#lib/operations/enrol-device.ts';
import { licenseVendor } from '#lib/operations/run-vendors.ts';
import { setDiscountLimit } from '#lib/operations/set-discount-limit.ts';
import { setOfflineFloor } from '#lib/operations/set-offline-floor.ts';
import { setScaleCodes } from '#lib/operations/set-scale-codes.ts';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';
import { seedProducts } from './goods/products.ts';
import { seedStalls } from './goods/stalls.ts';
import type { House } from './house.ts';
import { seedIds } from './ids.ts';
import { ratesOn } from './rates.ts';
import { SCALE_CODES } from './scale-codes.ts';
import { done, type SeededDevices, type SeededStall } from './seeded.ts';
import { seedTraffic } from './traffic.ts';

/** What the demo prints: fixed, so that nobody has to look for it. */
export const DEMO = {
  market: 'khorgos',
  administrator: { login: 'administrator', password: 'demo-administrator' },
  otherAdministrator: { login: 'administrator2', password: 'demo-administrator-2' },
  auditor: { login: 'auditor', password: 'demo-auditor' },
  owner: { login: 'owner', password: 'demo-owner-1', stall: 'A-002', pin: '864209' },
  otherOwner: { login: 'owner2', password: 'demo-owner-2', stall: 'K-001', pin: '864209' },
  cashierPin: '246810',
  officerPin: '135790',
  kiosks: { 'CN-1': '10000001', 'KZ-1': '10000002' },
  gates: { 'CN-1': '20000001', 'CN-2': '20000003', 'KZ-1': '20000002', 'KZ-2': '20000004' },
  tills: { 'A-002': '30000001', 'A-009': '30000005', 'B-007': '30000003', 'K-001': '30000002', 'K-008': '30000004' },
  desk: '40000001',
} as const;

/** What a careful market lets a till sell on one pass while nobody can ask it. */
const OFFLINE_FLOORS = [
  { amount: '500.00', currency: 'CNY' },
  { amount: '35000.00', currency: 'KZT' },
];

/** What a cashier may take off a price alone. */
const CASHIERS_DISCOUNT = '10';

/** Makes a believable market by what people do: vendors licensed, goods shelved, staff and devices added, a morning of visits. */
export async function seedDemo(house: House, pack: LawPack): Promise<void> {
  const ids = seedIds('serai-demo');
  const as = (actor: Actor): Context => ({ ...house.contextOf(actor), newId: ids.next, randomBytes: ids.bytes });
  const machine = as(MACHINE);
  await machine.transact(async (tx) => {
    await saveLawRates(tx, ratesOn(machine.now.slice(0, 10), 'law'), machine.now);
    await saveTillRates(tx, ratesOn(machine.now.slice(0, 10), 'till'), machine.now);
  });
  for (const floor of OFFLINE_FLOORS) await done(setOfflineFloor(machine, { id: ids.next(), floor }));
  const stalls = await licenseStalls(machine, ids.next);
  await shelveGoods(as, stalls, ids.next);
  const officers = await addPeople(machine, stalls, ids.next);
  const devices = await addDevices(machine, stalls, ids.next);
  await seedTraffic({ as, ids, pack, now: house.now, stalls, devices, officers });
  for (const { side, codes } of SCALE_CODES) await done(setScaleCodes(machine, { id: ids.next(), side, codes: [...codes] }));
  const before = new Date(Date.parse(machine.now) - 3_600_000).toISOString();
  for (const stall of stalls) {
    const owner = { ...as(ownerOf(stall)), now: before };
    await done(setDiscountLimit(owner, { id: ids.next(), stall: stall.id, percent: CASHIERS_DISCOUNT }));
  }
  const desk = ids.next();
  await done(addDevice(machine, { id: desk, role: 'desk', name: 'Central desk' }));
  await giveEnrolmentCode(machine, desk, DEMO.desk);
}

async function licenseStalls(machine: Context, next: () => string): Promise<readonly SeededStall[]> {
  const rows = seedStalls();
  const keys = [...new Set(rows.map(({ vendor }) => vendor.key))];
  const seeded: SeededStall[] = [];
  for (const key of keys) {
    const own = rows
      .filter(({ vendor }) => vendor.key === key)
      .map((row) => ({ ...row, id: next(), vendorId: '', cashier: next() }));
    const [{ vendor }] = own as [SeededStall];
    const id = next();
    await done(
      licenseVendor(machine, {
        id,
        name: vendor.name,
        company: vendor.name,
        taxId: vendor.taxId,
        country: vendor.country,
        stalls: own.map(({ id, code, name, side }) => ({ id, code, name, side })),
      }),
    );
    seeded.push(...own.map((row) => ({ ...row, vendorId: id })));
  }
  return seeded.sort((a, b) => (a.code < b.code ? -1 : 1));
}

async function shelveGoods(as: (actor: Actor) => Context, stalls: readonly SeededStall[], next: () => string): Promise<void> {
  const byCode = new Map(stalls.map((stall) => [stall.code, stall]));
  await Promise.all(
    seedProducts().map(({ key: _key, priceMinor, currency, onHand, stall: code, ...rest }) => {
      const stall = byCode.get(code) as SeededStall;
      const price = { amount: (priceMinor / 100).toFixed(2), currency };
      return done(addProduct(as(ownerOf(stall)), { ...rest, id: next(), stall: stall.id, price, onHand: String(onHand) }));
    }),
  );
}

const ownerOf = (stall: SeededStall): Actor => ({
  ...MACHINE,
  id: `owner-of-${stall.vendorId}`,
  role: 'owner',
  name: stall.vendor.name,
  code: stall.vendor.key,
  vendor: stall.vendorId,
});

const CASHIERS = [
  'Aliya',
  'Bekzat',
  'Chen Yu',
  'Dana',
  'Erlan',
  'Fang',
  'Gulnaz',
  'Hasan',
  'Irina',
  'Jiang',
  'Kamila',
  'Liu Na',
  'Murat',
  'Nurlan',
  'Oksana',
];

async function addPeople(machine: Context, stalls: readonly SeededStall[], next: () => string): Promise<readonly string[]> {
  await done(addStaff(machine, { id: next(), role: 'administrator', name: 'Market administrator', ...DEMO.administrator }));
  await done(addStaff(machine, { id: next(), role: 'administrator', name: 'Second administrator', ...DEMO.otherAdministrator }));
  await done(addStaff(machine, { id: next(), role: 'auditor', name: 'Auditor', ...DEMO.auditor }));
  for (const { stall: code, ...account } of [DEMO.owner, DEMO.otherOwner]) {
    const vendor = (stalls.find((stall) => stall.code === code) as SeededStall).vendorId;
    await done(addStaff(machine, { id: next(), role: 'owner', name: `Owner of ${code}`, vendor, ...account }));
  }
  const pinned = stalls.filter(({ code }) => code in DEMO.tills);
  for (const [i, stall] of pinned.entries()) {
    await done(
      addStaff(machine, {
        id: stall.cashier,
        role: 'cashier',
        name: CASHIERS[i % CASHIERS.length] as string,
        pin: DEMO.cashierPin,
        vendor: stall.vendorId,
      }),
    );
  }
  const officers = [next(), next()];
  for (const [i, id] of officers.entries())
    await done(
      addStaff(machine, { id, role: 'officer', name: ['Officer Wang', 'Officer Sadykov'][i] as string, pin: DEMO.officerPin }),
    );
  return officers;
}

async function addDevices(machine: Context, stalls: readonly SeededStall[], next: () => string): Promise<SeededDevices> {
  const devices = { kiosk: new Map<string, string>(), gate: new Map<string, string>(), till: new Map<string, string>() };
  const add = async (role: 'kiosk' | 'gate' | 'till', place: string, code: string | undefined) => {
    const id = next();
    await done(
      addDevice(machine, {
        id,
        role,
        name: `${role === 'till' ? 'Till' : role === 'gate' ? 'Gate' : 'Kiosk'} ${place}`,
        ...(role === 'till' ? { stall: place } : { gate: place }),
      }),
    );
    if (code !== undefined) await giveEnrolmentCode(machine, id, code);
    devices[role].set(place, id);
  };
  for (const [gate, code] of Object.entries(DEMO.kiosks)) await add('kiosk', gate, code);
  for (const [gate, code] of Object.entries(DEMO.gates)) await add('gate', gate, code);
  for (const { code } of stalls) await add('till', code, (DEMO.tills as Record<string, string>)[code]);
  return devices;
}

/** The doors of a demo market: a link that enrols, or an account. */
export function demoDoors(origin: string): string {
  const link = (code: string) => `${origin}/enrol?code=${code}`;
  return [
    `Serai is served at ${origin}`,
    '',
    `  Kiosk, China side        ${link(DEMO.kiosks['CN-1'])}`,
    `  Kiosk, Kazakhstan side   ${link(DEMO.kiosks['KZ-1'])}`,
    `  Gate CN-1                ${link(DEMO.gates['CN-1'])}   officer PIN ${DEMO.officerPin}`,
    `  Gate KZ-1                ${link(DEMO.gates['KZ-1'])}   officer PIN ${DEMO.officerPin}`,
    `  Till, A-002 clothes      ${link(DEMO.tills['A-002'])}   cashier PIN ${DEMO.cashierPin}`,
    `  Till, A-009 bags         ${link(DEMO.tills['A-009'])}   cashier PIN ${DEMO.cashierPin}`,
    `  Till, K-001 honey        ${link(DEMO.tills['K-001'])}   cashier PIN ${DEMO.cashierPin}`,
    `  Till, B-007 phones       ${link(DEMO.tills['B-007'])}   cashier PIN ${DEMO.cashierPin}`,
    `  Till, K-008 wine         ${link(DEMO.tills['K-008'])}   cashier PIN ${DEMO.cashierPin}`,
    `  Market desk              ${link(DEMO.desk)}   officer PIN ${DEMO.officerPin}`,
    `  Office                   ${origin}/office   ${DEMO.administrator.login} / ${DEMO.administrator.password}`,
    `  Office, second signature ${origin}/office   ${DEMO.otherAdministrator.login} / ${DEMO.otherAdministrator.password}`,
    `  Shop (stall A-002)       ${origin}/shop   ${DEMO.owner.login} / ${DEMO.owner.password}`,
    `  Storefronts              ${origin}/market`,
    `  My pass                  ${origin}/pass`,
    '',
  ].join('\n');
}
