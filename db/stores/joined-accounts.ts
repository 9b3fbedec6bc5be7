import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { withinLimit } from '#lib/traveller/one-account.ts';
import type { Tx } from '../engine/engine.ts';
import { account, accountEntry, excess } from '../schema/allowance.ts';
import { travellerLinkDecision } from '../schema/traveller.ts';
import { visit } from '../schema/visit.ts';
import { type Act, accountId } from './accounts.ts';
import { keep } from './evidence.ts';
import type { Person } from './persons.ts';

type Used = {
  readonly visit: string;
  readonly traveller: string;
  readonly account: string;
  readonly holder: string;
  readonly rule: string;
  readonly period: string;
  readonly unit: string;
  readonly limit: number;
  readonly amount: number;
};

type Laid = {
  readonly moves: readonly Used[];
  readonly beyond: readonly { readonly row: Used; readonly from: Beyond; readonly to: Beyond }[];
};
type Beyond = { readonly holder: string; readonly amount: number };

/**
 * Puts what the visits of persons used into the accounts of those who hold them now, oldest visit first, up to the limit; what
 * lies beyond is excess. What a visit used is what its own acts posted, so that joining and parting any number of times, in any
 * order, comes to the same. None of these visits may hold a plan meanwhile.
 * @param before whose accounts a traveller used before this act. @returns how many postings moved.
 */
export async function layAccounts(
  tx: Tx,
  by: Act,
  persons: readonly Person[],
  of: { before: (traveller: string) => string; outcome: (rule: string) => 'taxed' | 'forbidden' },
): Promise<number> {
  const laid: Laid[] = [];
  for (const person of persons) laid.push(...(await laidOut(tx, person, of.before)));
  // All persons together: what one gives up another may need.
  const moved = await moveEntries(
    tx,
    by,
    laid.flatMap(({ moves }) => moves),
  );
  for (const { row, from, to } of laid.flatMap(({ beyond }) => beyond))
    await moveExcess(tx, by, row, { from, to, outcome: of.outcome(row.rule) });
  return moved;
}

/** For each account of a person what stands and goes, and what comes instead. */
async function laidOut(tx: Tx, person: Person, before: (traveller: string) => string): Promise<readonly Laid[]> {
  const used = grouped(perVisit(await usedBy(tx, person.members, 'own')));
  const standing = grouped(await usedBy(tx, person.members, 'all'));
  const laid: Laid[] = [];
  for (const [key, rows] of used) {
    const target = await targetOf(tx, person.holder, rows);
    const within = withinLimit(
      rows.map(({ amount }) => amount),
      target.limit,
    );
    const stands = standing.get(key) ?? [];
    const stood = (row: Used) => stands.filter(({ visit }) => visit === row.visit).reduce((sum, { amount }) => sum + amount, 0);
    laid.push({
      moves: [
        ...stands.map((row) => ({ ...row, amount: -row.amount })),
        ...rows.map((row, nth) => ({ ...row, account: target.id, amount: within[nth] ?? 0 })),
      ],
      beyond: rows.map((row, nth) => ({
        row,
        from: { holder: before(row.traveller), amount: row.amount - stood(row) },
        to: { holder: person.holder, amount: row.amount - (within[nth] ?? 0) },
      })),
    });
  }
  return laid;
}

/** What visits posted to accounts: by their own acts, or with what linking has moved since. */
async function usedBy(tx: Tx, members: readonly string[], which: 'own' | 'all'): Promise<readonly Used[]> {
  const amount = sql<number>`sum(case ${accountEntry.kind} when 'post' then ${accountEntry.amount} when 'unpost' then -${accountEntry.amount} when 'expire' then -${accountEntry.amount} else 0 end)`;
  return tx
    .select({
      visit: visit.id,
      traveller: visit.traveller,
      account: account.id,
      holder: account.holder,
      rule: account.rule,
      period: account.period,
      unit: account.unit,
      limit: account.limitAmount,
      amount,
    })
    .from(accountEntry)
    .innerJoin(visit, eq(visit.id, accountEntry.visit))
    .innerJoin(account, eq(account.id, accountEntry.account))
    .where(
      and(
        inArray(visit.traveller, [...members]),
        which === 'all'
          ? undefined
          : notInArray(accountEntry.act, tx.select({ id: travellerLinkDecision.id }).from(travellerLinkDecision)),
      ),
    )
    .groupBy(visit.id, account.id)
    .having(sql`${amount} <> 0`)
    .orderBy(visit.enteredAt, visit.id, account.id);
}

/** Of one visit, what its own acts posted to one holder's account and, corrected after a link, to another's, is one amount. */
function perVisit(rows: readonly Used[]): readonly Used[] {
  const visits = new Map<string, Used>();
  for (const row of rows) {
    const key = `${row.visit}|${row.rule}|${row.period}`;
    visits.set(key, { ...row, amount: (visits.get(key)?.amount ?? 0) + row.amount });
  }
  return [...visits.values()].filter(({ amount }) => amount !== 0);
}

function grouped(rows: readonly Used[]): Map<string, Used[]> {
  const groups = new Map<string, Used[]>();
  for (const row of rows) {
    const key = `${row.rule}|${row.period}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

/** The holder's account, with its own limit; one that is new takes the largest of those it comes from. */
async function targetOf(tx: Tx, holder: string, rows: readonly Used[]): Promise<{ id: string; limit: number }> {
  const [first] = rows as [Used, ...Used[]];
  const id = accountId(holder, first.rule, first.period);
  const [known] = await tx.select({ limit: account.limitAmount }).from(account).where(eq(account.id, id));
  if (known !== undefined) return { id, limit: known.limit };
  const limit = Math.max(...rows.map((row) => row.limit));
  const { rule, period, unit } = first;
  await keep(tx, account, { id, holderKind: 'traveller', holder, rule, period, unit, limitAmount: limit, posted: 0, held: 0 });
  return { id, limit };
}

/** Moves accounts by the sum of the wishes for each, taking away first, so that none is ever beyond its limit. */
async function moveEntries(tx: Tx, by: Act, wishes: readonly Used[]): Promise<number> {
  const sums = new Map<string, Used>();
  for (const wish of wishes) {
    const key = `${wish.account}|${wish.visit}`;
    sums.set(key, { ...wish, amount: (sums.get(key)?.amount ?? 0) + wish.amount });
  }
  const moves = [...sums.values()].filter(({ amount }) => amount !== 0).sort((a, b) => a.amount - b.amount);
  for (const move of moves) await enter(tx, by, move.account, move.visit, move.amount);
  return moves.length;
}

/** Moves an account by a posting or by its reversal. */
async function enter(tx: Tx, by: Act, id: string, ofVisit: string, amount: number): Promise<void> {
  await keep(tx, accountEntry, {
    id: by.newId(),
    account: id,
    visit: ofVisit,
    act: by.act,
    kind: amount > 0 ? 'post' : 'unpost',
    amount: Math.abs(amount),
    recordedAt: by.now,
  });
  await tx
    .update(account)
    .set({ posted: sql`${account.posted} + ${amount}` })
    .where(eq(account.id, id));
}

/** Reverses what stood beyond the limit and writes what stands there now; nothing if that is the same. */
async function moveExcess(
  tx: Tx,
  by: Act,
  { visit: id, rule, period, unit }: Used,
  of: { from: Beyond; to: Beyond; outcome: 'taxed' | 'forbidden' },
): Promise<void> {
  const { from, to, outcome } = of;
  if (from.holder === to.holder && from.amount === to.amount) return;
  const row = { rule, period, visit: id, act: by.act, cause: 'documents-linked' as const, unit, outcome, recordedAt: by.now };
  const moves = [
    { holder: from.holder, amount: -from.amount },
    { holder: to.holder, amount: to.amount },
  ];
  for (const { holder, amount } of moves) if (amount !== 0) await keep(tx, excess, { ...row, id: by.newId(), holder, amount });
}
