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
const heldBy = keptQuery(['visit'], (tx, at) =>
  tx
    .select({
      account: accountEntry.account,
      held: sql<number>`sum(case ${accountEntry.kind} when 'hold' then ${accountEntry.amount} when 'release' then -${accountEntry.amount} else 0 end)`,
    })
    .from(accountEntry)
    .where(eq(accountEntry.visit, at.visit))
    .groupBy(accountEntry.account)
    .orderBy(accountEntry.account),
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
export const holdsOf = (tx: Tx, visit: string): Promise<readonly { readonly account: string; readonly held: number }[]> =>
  heldBy(tx, { visit });

/** Lets go of all that a visit holds. */
export async function releasePlan(tx: Tx, by: Act, visit: string): Promise<void> {
  const holds = await holdsOf(tx, visit);
  for (const { account: id, held } of holds) {
    if (held === 0) continue;
    await keep(tx, accountEntry, {
      id: by.newId(),
      account: id,
      visit,
      act: by.act,
      kind: 'release',
      amount: held,
      recordedAt: by.now,
    });
    await moveHeld(tx, { id, by: -held });
  }
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

export async function move(
  tx: Tx,
  by: Act,
  { visit, holder: own }: { visit: string; holder: string },
  part: Planned,
  kind: 'hold' | 'post',
): Promise<void> {
  const id = idOf(part, own, visit);
  await openAccount(tx, id, part);
  if (part.rollingOn !== undefined) await expire(tx, by, id, part.rollingOn);
  if (part.amount === 0 || hasLeftItsWindow(part, kind, by.now)) return;
  await keep(tx, accountEntry, {
    id: by.newId(),
    account: id,
    visit,
    act: by.act,
    kind,
    amount: part.amount,
    leavesOn: kind === 'post' ? (part.leavesOn ?? null) : null,
    recordedAt: by.now,
  });
  await (kind === 'hold' ? moveHeld : movePosted)(tx, { id, by: part.amount });
}

/** Posted late, an amount may have left its window before it comes. */
const hasLeftItsWindow = ({ leavesOn }: Planned, kind: 'hold' | 'post', now: string): boolean =>
  kind === 'post' && leavesOn !== undefined && leavesOn <= now.slice(0, 10);

/** The account with its limit as the law has it now, or up to what stands in it. */
async function openAccount(tx: Tx, id: string, part: Planned): Promise<void> {
  const known = await find(tx, account, { id });
  if (known !== undefined) {
    const limitAmount = Math.max(part.limit, known.posted + known.held);
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
