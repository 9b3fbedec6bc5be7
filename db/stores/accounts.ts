import { eq, sql } from 'drizzle-orm';
import type { Planned } from '#lib/law/decision.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery, keptRow } from '../engine/kept-query.ts';
import { account, accountEntry } from '../schema/allowance.ts';
import { change, find, keep } from './evidence.ts';

export type Act = { readonly act: string; readonly now: string; readonly newId: () => string };

/** An account is its holder's, under its rule and period. */
export const accountId = (holder: string, rule: string, period: string): string => `${holder}|${rule}|${period}`;

/** Most accounts are the traveller's own; a pool is its own holder's. */
export function idOf(
  { account: name, holder }: { readonly account: string; readonly holder?: string },
  own: string,
  visit: string,
): string {
  const [rule = '', period = ''] = name.split('|');
  return accountId(holder ?? own, rule, period === 'visit' ? `visit:${visit}` : period);
}

const goneFrom = keptRow(['account', 'day'], (tx, at) =>
  tx
    .select({
      amount: sql<number>`coalesce(sum(case when ${accountEntry.kind} = 'post' and ${accountEntry.leavesOn} <= ${at.day} then ${accountEntry.amount} when ${accountEntry.kind} = 'expire' or (${accountEntry.kind} = 'unpost' and ${accountEntry.leavesOn} <= ${at.day}) then -${accountEntry.amount} else 0 end), 0)`,
    })
    .from(accountEntry)
    .where(eq(accountEntry.account, at.account)),
);
// Summed up here: they are a few, and a table in memory to group them by costs more than to read them.
const entriesOf = keptQuery(['visit'], (tx, at) =>
  tx
    .select({ account: accountEntry.account, kind: accountEntry.kind, amount: accountEntry.amount })
    .from(accountEntry)
    .where(eq(accountEntry.visit, at.visit)),
);
const moveHeld = keptQuery(['id', 'by'], (tx, at) =>
  tx
    .update(account)
    .set({ held: sql`${account.held} + ${at.by}` })
    .where(eq(account.id, at.id)),
);
const movePosted = keptQuery(['id', 'by'], (tx, at) =>
  tx
    .update(account)
    .set({ posted: sql`${account.posted} + ${at.by}` })
    .where(eq(account.id, at.id)),
);

/** What was posted to a rolling account and is older than its window, but not yet written off. */
export const leftWindow = async (tx: Tx, id: string, day: string): Promise<number> =>
  (await goneFrom(tx, { account: id, day }))?.amount ?? 0;

/** What a visit holds now, account by account, in a fixed order. */
export async function holdsOf(tx: Tx, visit: string): Promise<ReadonlyMap<string, number>> {
  const held = new Map<string, number>();
  for (const { account: id, kind, amount } of await entriesOf(tx, { visit }))
    if (kind === 'hold' || kind === 'release') held.set(id, (held.get(id) ?? 0) + (kind === 'hold' ? amount : -amount));
  return new Map([...held].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Lets go of all that a visit holds. */
export async function releasePlan(tx: Tx, by: Act, visit: string): Promise<void> {
  for (const [id, held] of await holdsOf(tx, visit)) await holdBy(tx, by, { id, visit }, -held);
}

/** Whose accounts a visit uses, and what it holds of them now. */
export type Standing = { readonly holder: string; readonly held: ReadonlyMap<string, number> };

/** Brings what a visit holds to what its plan says: each account moves by the difference, and one that stays as it was not at all. */
export async function holdPlan(
  tx: Tx,
  by: Act,
  { visit, holder, held }: Standing & { readonly visit: string },
  plan: readonly Planned[],
): Promise<void> {
  const parts = plan.map((part) => ({ id: idOf(part, holder, visit), part }));
  const wanted = new Map<string, number>();
  for (const { id, part } of parts) wanted.set(id, (wanted.get(id) ?? 0) + part.amount);
  for (const [id, was] of held) await holdBy(tx, by, { id, visit }, Math.min(0, (wanted.get(id) ?? 0) - was));
  for (const { id, part } of parts) {
    if (part.rollingOn !== undefined) await expire(tx, by, id, part.rollingOn);
    await openAccount(tx, id, part, Math.min(wanted.get(id) ?? 0, held.get(id) ?? 0));
  }
  for (const [id, amount] of wanted) await holdBy(tx, by, { id, visit }, Math.max(0, amount - (held.get(id) ?? 0)));
}

/** Holds more of an account, or lets go of what is less than nothing. */
async function holdBy(tx: Tx, by: Act, { id, visit }: { id: string; visit: string }, more: number): Promise<void> {
  if (more === 0) return;
  await keep(tx, accountEntry, {
    id: by.newId(),
    account: id,
    visit,
    act: by.act,
    kind: more > 0 ? 'hold' : 'release',
    amount: Math.abs(more),
    recordedAt: by.now,
  });
  await moveHeld(tx, { id, by: more });
}

/** Takes back what a closed visit posted, for it to be posted anew; what has left a rolling window already is not there to take. */
export async function withdrawPostings(tx: Tx, by: Act, visit: string): Promise<void> {
  const posted = sql<number>`sum(case ${accountEntry.kind} when 'post' then ${accountEntry.amount} when 'unpost' then -${accountEntry.amount} else 0 end)`;
  const standing = await tx
    .select({ account: accountEntry.account, leavesOn: accountEntry.leavesOn, amount: posted })
    .from(accountEntry)
    .where(eq(accountEntry.visit, visit))
    .groupBy(accountEntry.account, accountEntry.leavesOn)
    .orderBy(accountEntry.account);
  for (const { account: id, leavesOn, amount } of standing) {
    if (amount <= 0 || (leavesOn !== null && leavesOn <= by.now.slice(0, 10))) continue;
    await keep(tx, accountEntry, {
      id: by.newId(),
      account: id,
      visit,
      act: by.act,
      kind: 'unpost',
      amount,
      leavesOn,
      recordedAt: by.now,
    });
    await movePosted(tx, { id, by: -amount });
  }
}

/** Posts a part of what left. */
export async function post(
  tx: Tx,
  by: Act,
  { visit, holder: own }: { visit: string; holder: string },
  part: Planned,
): Promise<void> {
  const id = idOf(part, own, visit);
  if (part.rollingOn !== undefined) await expire(tx, by, id, part.rollingOn);
  await openAccount(tx, id, part, 0);
  if (part.amount === 0 || hasLeftItsWindow(part, by.now)) return;
  await keep(tx, accountEntry, {
    id: by.newId(),
    account: id,
    visit,
    act: by.act,
    kind: 'post',
    amount: part.amount,
    leavesOn: part.leavesOn ?? null,
    recordedAt: by.now,
  });
  await movePosted(tx, { id, by: part.amount });
}

/** Posted late, an amount may have left its window before it comes. */
const hasLeftItsWindow = ({ leavesOn }: Planned, now: string): boolean => leavesOn !== undefined && leavesOn <= now.slice(0, 10);

/** The account with its limit as the law has it now, or up to what stands in it besides the plan's own hold. */
async function openAccount(tx: Tx, id: string, part: Planned, own: number): Promise<void> {
  const known = await find(tx, account, { id });
  if (known !== undefined) {
    const limitAmount = Math.max(part.limit, known.posted + known.held - own);
    if (limitAmount !== known.limitAmount) await change(tx, account, { id }, { limitAmount }, known);
    return;
  }
  const [holder = '', rule = '', period = ''] = id.split('|');
  const holderKind = (part.holder?.split(':')[0] ?? 'traveller') as (typeof account.$inferInsert)['holderKind'];
  const { unit, limit: limitAmount } = part;
  await keep(tx, account, { id, holderKind, holder, rule, period, unit, limitAmount, posted: 0, held: 0 });
}

/** Writes off what a rolling window has let go, before anything else moves in it. */
async function expire(tx: Tx, by: Act, id: string, day: string): Promise<void> {
  const amount = await leftWindow(tx, id, day);
  if (amount <= 0) return;
  await keep(tx, accountEntry, { id: by.newId(), account: id, act: by.act, kind: 'expire', amount, recordedAt: by.now });
  await movePosted(tx, { id, by: -amount });
}
