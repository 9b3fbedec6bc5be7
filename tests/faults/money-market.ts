import { tillView } from '#db/reads/devices.ts';
import { DEMO } from '#db/seed/demo.ts';
import { findDevice } from '#db/stores/devices.ts';
import { findStall } from '#db/stores/vendors.ts';
import type { Context } from '#lib/operations/context.ts';
import { addDevice } from '#lib/operations/enrol-device.ts';
import type { Answer } from '#lib/operations/perform.ts';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';
import { id, type Market } from '../support/a-market.ts';
import { aDay, type Day, type Goods } from '../support/a-visit.ts';

type Signer = { readonly person: string; readonly pin: string; readonly name: string };

/** A till with people around it: who sells, who owns the stall, and an officer who signs for the market's bank. */
export type MoneyTill = {
  readonly till: Actor;
  readonly stall: string;
  readonly goods: readonly Goods[];
  readonly cashier: Signer;
  readonly owner: Signer;
  readonly officer: Signer;
  /** As the cashier, or as whoever stands there now. */
  readonly as: (operator?: Signer) => Context;
};

/** Prices that no coin is small enough for, beside some that are round. */
const PRICES = {
  CNY: ['0.99', '3.33', '12.34', '7.05', '20.00', '45.55', '119.96'],
  KZT: ['99.50', '512.49', '1000.00', '2345.67', '15.51'],
};

export async function moneyTills(market: Market): Promise<{ readonly day: Day; readonly tills: readonly MoneyTill[] }> {
  const day = await aDay(market);
  const tills = [];
  for (const [stall, currency] of [
    ['A-002', 'CNY'],
    ['K-001', 'KZT'],
  ] as const)
    tills.push(await aMoneyTill(market, day, stall, currency));
  return { day, tills };
}

async function aMoneyTill(market: Market, day: Day, code: string, currency: 'CNY' | 'KZT'): Promise<MoneyTill> {
  const { serai } = market;
  const device = id();
  done(await addDevice(serai.contextOf(MACHINE), { id: device, role: 'till', name: `Money till of ${code}`, stall: code }));
  const stall = await serai.engine.read((tx) => findStall(tx, { code }));
  const row = await serai.engine.read((tx) => findDevice(tx, { id: device }));
  if (stall === undefined || row === undefined) throw new Error(`no stall ${code}`);
  const till: Actor = {
    ...MACHINE,
    kind: 'device',
    id: device,
    role: 'till',
    name: row.name,
    code: row.code,
    side: stall.side,
    stall: stall.id,
    vendor: stall.vendor.id,
    screen: true,
  };
  const view = await serai.engine.read((tx) => tillView(tx, till, serai.now()));
  const of = (people: readonly { id: string; name: string; role?: string }[], role: string | undefined, pin: string): Signer => {
    const found = people.find((each) => each.role === role);
    if (found === undefined) throw new Error(`nobody is ${role} at ${code}`);
    return { person: found.id, pin, name: found.name };
  };
  const cashier = of(view.operators, 'cashier', DEMO.cashierPin);
  const goods = [];
  for (const price of PRICES[currency]) goods.push(await day.stock(code, { price, currency, weightG: 10 }));
  const verifySecret = remembered(serai.contextOf(till).verifySecret);
  return {
    till,
    stall: stall.id,
    goods,
    cashier,
    owner: of(view.operators, 'owner', DEMO.owner.pin),
    officer: of(view.marketStaff, undefined, DEMO.officerPin),
    as: ({ person, name } = cashier) => ({
      ...serai.contextOf({ ...till, operator: { id: person, name, role: 'cashier' } }),
      verifySecret,
    }),
  };
}

/** A PIN is slow to verify on purpose: each is verified once. */
function remembered(verify: Context['verifySecret']): Context['verifySecret'] {
  const known = new Map<string, Promise<boolean>>();
  return (hash, secret) => {
    const asked = `${hash} ${secret}`;
    const answer = known.get(asked) ?? verify(hash, secret);
    known.set(asked, answer);
    return answer;
  };
}

/** What an act answered. @throws if it was refused. */
export function done<Body>(answer: Answer<Body>): Body {
  if (answer.status === 'refused')
    throw new Error(`refused: ${answer.refusals.map(({ reason, facts }) => `${reason} ${JSON.stringify(facts)}`).join(', ')}`);
  return answer.body;
}
