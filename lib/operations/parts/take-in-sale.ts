import type { Tx } from '#db/engine/engine.ts';
import { findLease } from '#db/stores/leases.ts';
import { cashUnitsAt } from '#db/stores/market.ts';
import { isOfflineNumberTaken, offlineFloorIn, saveOfflineSale } from '#db/stores/offline-sales.ts';
import { plannedDuty } from '#db/stores/plans.ts';
import { findPerson } from '#db/stores/staff.ts';
import { isTheirOwn } from '#db/stores/staff-travellers.ts';
import { findTillSession } from '#db/stores/tills.ts';
import { findStall } from '#db/stores/vendors.ts';
import { visitAt } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { moneyOf } from '#lib/money/money.ts';
import { passStateOf } from '#lib/pass/pass-state.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { refusalsOf } from '#lib/sale/rules.ts';
import { readBeacon } from '#lib/till/beacon.ts';
import { covers } from '#lib/till/lease.ts';
import { flagsOf, happenedAt, offlineNumber, type SaidTime, type UploadedSale } from '#lib/till/offline-sale.ts';
import type { Context } from '../context.ts';
import { type Answer, perform } from '../perform.ts';
import { type Basket, saveBasket } from './basket.ts';
import { discountWord } from './discount-limit.ts';
import { putAway } from './drawer.ts';
import { declareLateGoods } from './late-goods.ts';
import { basketSold, goodsSold, moneyTaken } from './offline-basket.ts';
import { isRefusal, passInHand } from './pass-in-hand.ts';
import { saleFacts } from './sale-facts.ts';
import type { OfflineSaleInput } from './sale-input.ts';

/**
 * Writes a sale that a till made without a network. It is a fact by now: whatever the market would have refused stands beside it as a
 * flag, its goods are decided with all others of the visit, and what lies over a limit is excess. Refused is only what can be no sale:
 * an unknown pass or product, an amount that does not read. A live attempt of the same sale is the same act, and so is a gate's.
 * @param context of the till that made it; `gate` read it from its receipt.
 */
export async function takeInSale(
  context: Context,
  input: OfflineSaleInput,
  gate?: string | null,
): Promise<Answer<{ receipt: Receipt }>> {
  const { origin: _origin, occurredAt: _occurredAt, offline, ...sale } = input;
  // Nobody stands and waits for what a till sends of its own accord.
  const how = { canWait: gate === undefined };
  const run = async (tx: Tx) => {
    const read = await readSold(tx, context, input);
    if ('refused' in read) return read;
    const { basket, settled, occurredAt, tillSession, flags } = read;
    const isTaken = await isOfflineNumberTaken(tx, context.actor.id, offline.number, input.id);
    const number = offlineNumber(context.actor.code, offline.number);
    const seller = await asAtTheTill(tx, context, offline.operator);
    await putAway(tx, seller, { payment: input.id, tillSession, custody: basket.stall.custody, settled });
    const receipt = await saveBasket(tx, seller, basket, {
      sale: input.id,
      act: input.id,
      payment: input.id,
      tillSession,
      settled,
      offline: {
        occurredAt,
        number: isTaken ? `${number}-${input.id.slice(-6)}` : number,
        replans: basket.visit.state !== 'closed',
      },
    });
    const all = isTaken ? [...flags, refusal('offline-number-taken', { code: number })] : flags;
    await saveOfflineSale(tx, { ...rowOf(input, read.time), device: context.actor.id, flags: all });
    await declareLateGoods(tx, context, { visit: basket.visit, sale: input.id, act: input.id });
    return {
      body: { receipt: { ...receipt, flags: all } },
      subject: input.id,
      happened: { origin: 'offline' as const, occurredAt },
      facts: {
        ...saleFacts(receipt),
        flags: all.map(({ reason }) => reason).join(' '),
        ...(gate == null ? {} : { gate }),
      },
    };
  };
  return perform(context, 'ring-up-sale', sale, run, how);
}

type Sold = Pick<Parameters<typeof putAway>[2], 'settled' | 'tillSession'> & {
  readonly basket: Basket;
  readonly time: SaidTime;
  readonly occurredAt: string;
  readonly flags: readonly Refusal[];
};

/** The sale as a fact, with all that is odd about it. */
async function readSold(
  tx: Tx,
  context: Context,
  input: OfflineSaleInput,
): Promise<Sold | { readonly refused: readonly Refusal[] }> {
  const { actor, now } = context;
  const stall = actor.stall === null ? undefined : await findStall(tx, { id: actor.stall });
  if (stall === undefined) return { refused: [refusal('stall-unknown')] };
  const pass = await passInHand(tx, context, input.pass);
  if (isRefusal(pass)) return { refused: [pass] };
  const time = timeSaid(context, input);
  const occurredAt = happenedAt(time);
  const visit = await visitAt(tx, pass, occurredAt);
  if (visit === undefined) return { refused: [refusal('not-entered', { validUntil: pass.validUntil })] };
  const goods = await goodsSold(tx, context, input, stall.id);
  if ('refused' in goods) return goods;
  const seller = await asAtTheTill(tx, context, input.offline.operator);
  const word = await discountWord(tx, {
    actor: seller.actor,
    stall,
    at: occurredAt,
    tillSession: input.offline.session,
    payment: input.id,
    approval: input.approval,
    ...goods,
    currency: goods.total.currency,
  });
  const approval = 'reason' in word ? null : word.approval;
  const basket = await basketSold(tx, context, input, { stall, pass, visit, occurredAt, goods, approval });
  const money = moneyTaken(basket, input, await cashUnitsAt(tx, occurredAt));
  if ('reason' in money) return { refused: [money] };
  const session = await sessionOf(tx, actor.id, input.offline.session);
  const { total, decision } = basket;
  const flags = flagsOf({
    time,
    pass: passStateOf(pass, now),
    visit: visit.state,
    refusals: refusalsOf({
      suspended: stall.suspended,
      basket: goods.lines.map(({ fact }) => fact.id),
      decision,
      dutyBefore: (decision.duty?.minor ?? 0) === 0 ? null : await plannedDuty(tx, visit.id),
      acknowledgedDuty: input.acknowledgedDuty === undefined ? null : (moneyOf(input.acknowledgedDuty) ?? null),
    }),
    lease: await leaseOf(tx, context, basket),
    total,
    floor: await offlineFloorIn(tx, total.currency),
    asked: goods.asked,
    listed: goods.listed,
    discount: 'reason' in word ? word : undefined,
    money: money.odd,
    isSessionOver: session.isOver,
    isOwnPass: await isTheirOwn(tx, seller.actor, visit.traveller),
  });
  return { basket, time, occurredAt, flags, settled: money.settled, tillSession: session.id };
}

function timeSaid({ actor, keys, now }: Context, { occurredAt, offline }: OfflineSaleInput): SaidTime {
  const beacon = readBeacon(offline.beacon, (bytes, signature) => keys.verifyPass(keys.passKeyId, bytes, signature));
  return { saidAt: utc(occurredAt), beaconAt: beacon?.device === actor.id ? beacon.at : undefined, now };
}

/** Whether the goods were held for this till when it sold them. */
async function leaseOf(tx: Tx, { actor }: Context, { name, visit, lines }: Basket): Promise<UploadedSale['lease']> {
  const lease = name === undefined ? undefined : await findLease(tx, name);
  if (lease === undefined || lease.device !== actor.id || lease.visit !== visit.id) return 'none';
  if (lease.state === 'recalled') return 'recalled';
  const sold = lines.map(({ fact }) => fact);
  return lease.state === 'held' && covers(lease.lines, sold) ? 'held' : 'none';
}

/** The drawer that the money went into. One that was closed in between stays as it was counted. */
async function sessionOf(tx: Tx, device: string, id: string | null): Promise<{ id: string | null; isOver: boolean }> {
  if (id === null) return { id, isOver: false };
  const session = await findTillSession(tx, id);
  const isOver = session?.device !== device || session.closedAt !== null;
  return { id: isOver ? null : id, isOver };
}

/** Whoever stood at the till when it sold, whoever stands there now. */
async function asAtTheTill(tx: Tx, context: Context, operator: string | null): Promise<Context> {
  const person = operator === null ? undefined : await findPerson(tx, { id: operator });
  const found = person === undefined ? null : { id: person.id, name: person.name, role: person.role };
  return { ...context, actor: { ...context.actor, operator: found } };
}

const rowOf = ({ id, offline }: OfflineSaleInput, { saidAt, beaconAt }: SaidTime) => ({
  sale: id,
  number: offline.number,
  beaconAt: beaconAt ?? null,
  clock: offline.clock,
  saidAt,
  deviceClock: utc(offline.deviceClock),
});

const utc = (instant: string): string => new Date(instant).toISOString();
