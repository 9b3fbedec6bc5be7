import { and, eq, inArray, sql } from 'drizzle-orm';
import { accountsOf } from '#lib/law/account-key.ts';
import type { Decision, Facts } from '#lib/law/decision.ts';
import type { Tx } from '../engine/engine.ts';
import { account, accountEntry, decision as decisionTable, excess, plan } from '../schema/allowance.ts';
import { outsideEntry } from '../schema/visit.ts';
import { goodsOfVisit } from './goods.ts';
import { lawRatesOn, type PackInForce, packInForce, settingsOf } from './market.ts';
import { holderOf, personOf } from './persons.ts';
import type { VisitRow } from './visits.ts';

/** All that a decision about a visit is made from, but for the lines of a basket that is not sold yet. */
export type VisitLaw = PackInForce & { readonly facts: Facts };

/**
 * Loads the law, the rates, the goods and what the holder's other visits have used.
 * @param exitSide the side they walk out to; `now` is the planned instant of the exit.
 */
export async function visitLaw(
  tx: Tx,
  visit: VisitRow,
  person: { nationality: string; residence: string },
  exitSide: string,
  now: string,
): Promise<VisitLaw> {
  const inForce = await packInForce(tx, now);
  const traveller = { nationality: person.nationality, residence: person.residence, age: visit.ageYears };
  const settings = await settingsOf(tx);
  const touched = accountsOf(inForce.pack, { exitSide, at: now, traveller, settings });
  const used = await usedByOthers(
    tx,
    visit,
    touched.filter(({ period }) => period !== 'visit'),
  );
  const lines = (await goodsOfVisit(tx, visit.id)).map(({ source, stall, names, quantityMilli, ...line }) => line);
  return {
    ...inForce,
    facts: {
      exitSide,
      entrySide: visit.side,
      at: now,
      traveller,
      lines,
      used,
      rates: await lawRatesOn(tx, now.slice(0, 10)),
      settings,
    },
  };
}

async function usedByOthers(
  tx: Tx,
  visit: VisitRow,
  touched: readonly { rule: string; period: string }[],
): Promise<Record<string, number>> {
  const used: Record<string, number> = {};
  if (touched.length === 0) return used;
  const { holder, members } = await personOf(tx, visit.traveller);
  const own = new Map((await holdsOf(tx, visit.id)).map(({ account: id, held }) => [id, held]));
  const rows = await tx
    .select({ id: account.id, rule: account.rule, period: account.period, posted: account.posted, held: account.held })
    .from(account)
    .where(
      and(
        eq(account.holder, holder),
        inArray(
          account.rule,
          touched.map(({ rule }) => rule),
        ),
        inArray(
          account.period,
          touched.map(({ period }) => period),
        ),
      ),
    );
  for (const row of rows) used[`${row.rule}|${row.period}`] = row.posted + row.held - (own.get(row.id) ?? 0);
  const elsewhere = await tx
    .select()
    .from(outsideEntry)
    .where(inArray(outsideEntry.traveller, [...members]));
  for (const row of elsewhere)
    if (touched.some(({ rule, period }) => rule === row.rule && period === row.period))
      used[`${row.rule}|${row.period}`] = (used[`${row.rule}|${row.period}`] ?? 0) + row.amount;
  return used;
}

export const accountId = (holder: string, rule: string, period: string): string => `${holder}|${rule}|${period}`;

export type Act = { readonly act: string; readonly now: string; readonly newId: () => string };
type Cause = (typeof excess.$inferInsert)['cause'];

/** Keeps a decision with its facts. @returns its id and the short code that opens it. */
export async function saveDecision(
  tx: Tx,
  by: Act,
  of: { visit: string; packHash: string; facts: Facts; decision: Decision; code: string },
): Promise<string> {
  const id = by.newId();
  await tx.insert(decisionTable).values({
    id,
    code: of.code,
    visit: of.visit,
    act: by.act,
    engine: of.decision.engine,
    packHash: of.packHash,
    facts: of.facts,
    body: of.decision,
    recordedAt: by.now,
  });
  return id;
}

/** Reverses the visit's old plan and holds the new one, with what lies beyond as excess. The visit's other acts cannot come between. */
export async function replan(
  tx: Tx,
  by: Act,
  of: { visit: VisitRow; decision: Decision; decisionId: string; cause: Cause },
): Promise<void> {
  await keepDecision(tx, by, of, 'hold');
  const row = { decision: of.decisionId, exitSide: of.decision.exitSide, plannedAt: by.now };
  await tx
    .insert(plan)
    .values({ visit: of.visit.id, ...row })
    .onConflictDoUpdate({ target: plan.visit, set: row });
}

/** Lets go of the plan and posts what left, as decided afresh at the exit. */
export async function postExit(tx: Tx, by: Act, of: { visit: VisitRow; decision: Decision; cause: Cause }): Promise<void> {
  await keepDecision(tx, by, of, 'post');
}

async function keepDecision(
  tx: Tx,
  by: Act,
  of: { visit: VisitRow; decision: Decision; cause: Cause },
  kind: 'hold' | 'post',
): Promise<void> {
  const holder = await holderOf(tx, of.visit.traveller);
  await releasePlan(tx, by, of.visit.id);
  for (const part of of.decision.plan) await move(tx, by, { visit: of.visit.id, holder }, part, kind);
  await reverseExcess(tx, by, of.visit.id, of.cause);
  await saveExcess(tx, by, { ...of, holder });
}

/** What a visit holds now, account by account, in a fixed order. */
async function holdsOf(tx: Tx, visit: string): Promise<readonly { readonly account: string; readonly held: number }[]> {
  return tx
    .select({
      account: accountEntry.account,
      held: sql<number>`sum(case ${accountEntry.kind} when 'hold' then ${accountEntry.amount} when 'release' then -${accountEntry.amount} else 0 end)`,
    })
    .from(accountEntry)
    .where(eq(accountEntry.visit, visit))
    .groupBy(accountEntry.account)
    .orderBy(accountEntry.account);
}

/** Lets go of all that a visit holds. */
export async function releasePlan(tx: Tx, by: Act, visit: string): Promise<void> {
  const holds = await holdsOf(tx, visit);
  for (const { account: id, held } of holds) {
    if (held === 0) continue;
    await tx
      .insert(accountEntry)
      .values({ id: by.newId(), account: id, visit, act: by.act, kind: 'release', amount: held, recordedAt: by.now });
    await tx
      .update(account)
      .set({ held: sql`${account.held} - ${held}` })
      .where(eq(account.id, id));
  }
}

async function move(
  tx: Tx,
  by: Act,
  { visit, holder }: { visit: string; holder: string },
  part: Decision['plan'][number],
  kind: 'hold' | 'post',
): Promise<void> {
  const period = part.period === 'visit' ? `visit:${visit}` : part.period;
  const id = accountId(holder, part.rule, period);
  await tx
    .insert(account)
    .values({
      id,
      holderKind: 'traveller',
      holder,
      rule: part.rule,
      period,
      unit: part.unit,
      limitAmount: part.limit,
      posted: 0,
      held: 0,
    })
    .onConflictDoUpdate({
      target: account.id,
      set: { limitAmount: sql`max(${part.limit}, ${account.posted} + ${account.held})` },
    });
  if (part.amount === 0) return;
  const column =
    kind === 'hold' ? { held: sql`${account.held} + ${part.amount}` } : { posted: sql`${account.posted} + ${part.amount}` };
  await tx
    .insert(accountEntry)
    .values({ id: by.newId(), account: id, visit, act: by.act, kind, amount: part.amount, recordedAt: by.now });
  await tx.update(account).set(column).where(eq(account.id, id));
}

async function reverseExcess(tx: Tx, by: Act, visit: string, cause: Cause): Promise<void> {
  const standing = await tx
    .select({
      holder: excess.holder,
      rule: excess.rule,
      period: excess.period,
      unit: excess.unit,
      outcome: excess.outcome,
      amount: sql<number>`sum(${excess.amount})`,
    })
    .from(excess)
    .where(eq(excess.visit, visit))
    .groupBy(excess.holder, excess.rule, excess.period, excess.unit, excess.outcome);
  for (const { amount, ...row } of standing)
    if (amount !== 0)
      await tx.insert(excess).values({ ...row, id: by.newId(), visit, act: by.act, cause, amount: -amount, recordedAt: by.now });
}

async function saveExcess(
  tx: Tx,
  by: Act,
  { visit, holder, decision, cause }: { visit: VisitRow; holder: string; decision: Decision; cause: Cause },
): Promise<void> {
  for (const part of decision.excess) {
    const period = part.account.slice(part.rule.length + 1);
    await tx.insert(excess).values({
      id: by.newId(),
      holder,
      rule: part.rule,
      period,
      visit: visit.id,
      act: by.act,
      cause,
      amount: part.amount,
      unit: part.unit,
      outcome: part.outcome,
      recordedAt: by.now,
    });
  }
}

/** The duty that the visit's plan owes, as its last act left it. */
export async function plannedDuty(tx: Tx, visit: string): Promise<Decision['duty']> {
  const [row] = await tx
    .select({ body: decisionTable.body })
    .from(plan)
    .innerJoin(decisionTable, eq(decisionTable.id, plan.decision))
    .where(eq(plan.visit, visit));
  return row === undefined ? null : (row.body as Decision).duty;
}
