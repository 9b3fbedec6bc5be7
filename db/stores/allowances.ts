import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import { dayIn } from '#lib/calendar/zone.ts';
import { type AccountTerms, accountsOf } from '#lib/law/account-key.ts';
import type { Decision, Facts, Planned, TravellerFacts } from '#lib/law/decision.ts';
import type { LawPack, Rule, Side } from '#lib/law/pack.ts';
import { sideOf } from '#lib/law/rules-in-force.ts';
import { rateDayOf } from '#lib/law/scales.ts';
import { settled } from '#lib/law/settings.ts';
import type { Tx } from '../engine/engine.ts';
import { account, accountEntry, decision as decisionTable, excess, plan } from '../schema/allowance.ts';
import { outsideEntry } from '../schema/visit.ts';
import { goodsOfVisit } from './goods.ts';
import { lawRatesOn, type PackInForce, packInForce, settingsOf } from './market.ts';
import { holderOf, personOf } from './persons.ts';
import { partyOf } from './travellers.ts';
import { crossingsOf, type VisitRow } from './visits.ts';

/** All that a decision about a visit is made from, but for the lines of a basket that is not sold yet. */
export type VisitLaw = PackInForce & { readonly facts: Facts };

type Person = { readonly nationality: string; readonly residence: string; readonly category?: string };

/**
 * Loads the law, the rates, the goods and what the holder's other visits have used.
 * @param exitSide the side they walk out to; `now` is the planned instant of the exit.
 */
export async function visitLaw(tx: Tx, visit: VisitRow, person: Person, exitSide: string, now: string): Promise<VisitLaw> {
  const inForce = await packInForce(tx, now, exitSide);
  const side = sideOf(inForce.pack, exitSide);
  const today = dayIn(side.zone, now);
  const settings = await settingsOf(tx, today);
  const lines = (await goodsOfVisit(tx, visit.id)).map(({ source, stall, names, quantityMilli, ...line }) => line);
  const traveller = await travellerFacts(tx, visit, person, rulesOf(inForce.pack, exitSide));
  const crossing = { exitSide, at: now, enteredAt: visit.enteredAt, traveller, settings };
  return {
    ...inForce,
    facts: {
      ...crossing,
      entrySide: visit.side,
      traveller,
      lines,
      used: await usedByOthers(tx, visit, accountsOf(inForce.pack, { ...crossing, lines })),
      rates: await ratesFor(tx, sideOf(settled(inForce.pack, settings).pack, exitSide), { ...crossing, lines }),
    },
  };
}

/** The newest official rates on each day whose rate the law may ask for: today's, for goods that lie in a basket yet, and the days of the lines. */
async function ratesFor(tx: Tx, side: Side, facts: Pick<Facts, 'at' | 'enteredAt' | 'lines'>): Promise<Facts['rates']> {
  const days = new Set([{}, ...facts.lines].map((line) => rateDayOf(side, facts, line)));
  const found = new Map<string, Facts['rates'][number]>();
  for (const day of [...days].sort())
    for (const rate of await lawRatesOn(tx, day)) found.set(`${rate.base}/${rate.quote} ${rate.date}`, rate);
  return [...found.values()];
}

const rulesOf = ({ rules }: LawPack, side: string): readonly Rule[] => rules.filter((rule) => rule.side === side);

/** Few laws ask how often somebody crossed, or with whom they came: the others need not load it. */
async function travellerFacts(tx: Tx, visit: VisitRow, person: Person, rules: readonly Rule[]): Promise<TravellerFacts> {
  const { nationality, residence, category = 'visitor' } = person;
  const looksBack = rules.some(({ who, measure }) => who?.crossings !== undefined || measure.kind === 'days');
  const pools = rules.some(({ holder }) => holder?.kind === 'party');
  const party = pools ? await partyOf(tx, visit.traveller) : undefined;
  return {
    nationality,
    residence,
    age: visit.ageYears,
    ...(rules.some(({ who }) => who?.classes !== undefined) ? { classes: [category] } : {}),
    ...(looksBack ? { crossings: await crossingsOf(tx, (await personOf(tx, visit.traveller)).members, visit.id) } : {}),
    ...(party === undefined ? {} : { party }),
  };
}

/** What the holders of these accounts used in other visits: posted and held, less what a rolling window has let go. */
async function usedByOthers(tx: Tx, visit: VisitRow, touched: readonly AccountTerms[]): Promise<Record<string, number>> {
  const used: Record<string, number> = {};
  const { holder, members } = await personOf(tx, visit.traveller);
  const lasting = new Map(
    touched.flatMap((each) => (each.period === 'visit' ? [] : [[idOf(each, holder, visit.id), each] as const])),
  );
  if (lasting.size === 0) return used;
  const own = new Map((await holdsOf(tx, visit.id)).map(({ account: id, held }) => [id, held]));
  const rows = await tx
    .select({ id: account.id, posted: account.posted, held: account.held })
    .from(account)
    .where(inArray(account.id, [...lasting.keys()]));
  for (const { id, posted, held } of rows) {
    const terms = lasting.get(id) as AccountTerms;
    const gone = terms.rollingOn === undefined ? 0 : await leftWindow(tx, id, terms.rollingOn);
    used[terms.account] = posted + held - (own.get(id) ?? 0) - gone;
  }
  const elsewhere = await tx
    .select()
    .from(outsideEntry)
    .where(inArray(outsideEntry.traveller, [...members]));
  for (const row of elsewhere) {
    const terms = touched.find(({ rule, period }) => rule === row.rule && period === row.period);
    if (terms !== undefined) used[terms.account] = (used[terms.account] ?? 0) + row.amount;
  }
  return used;
}

/** What was posted to a rolling account and is older than its window, but not yet written off. */
async function leftWindow(tx: Tx, id: string, day: string): Promise<number> {
  const [row] = await tx
    .select({
      amount: sql<number>`coalesce(sum(case when ${accountEntry.kind} = 'post' and ${accountEntry.leavesOn} <= ${day} then ${accountEntry.amount} when ${accountEntry.kind} = 'expire' then -${accountEntry.amount} else 0 end), 0)`,
    })
    .from(accountEntry)
    .where(eq(accountEntry.account, id));
  return row?.amount ?? 0;
}

/** An account is its holder's, under its rule and period. */
export const accountId = (holder: string, rule: string, period: string): string => `${holder}|${rule}|${period}`;

/** Most accounts are the traveller's own; a pool is its own holder's. */
function idOf(
  { account: name, holder }: { readonly account: string; readonly holder?: string },
  own: string,
  visit: string,
): string {
  const [rule = '', period = ''] = name.split('|');
  return accountId(holder ?? own, rule, period === 'visit' ? `visit:${visit}` : period);
}

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
  { visit, holder: own }: { visit: string; holder: string },
  part: Planned,
  kind: 'hold' | 'post',
): Promise<void> {
  const id = idOf(part, own, visit);
  const [holder = '', rule = '', period = ''] = id.split('|');
  await tx
    .insert(account)
    .values({
      id,
      holderKind: (part.holder?.split(':')[0] ?? 'traveller') as (typeof account.$inferInsert)['holderKind'],
      holder,
      rule,
      period,
      unit: part.unit,
      limitAmount: part.limit,
      posted: 0,
      held: 0,
    })
    .onConflictDoUpdate({
      target: account.id,
      set: { limitAmount: larger(part.limit, sql`${account.posted} + ${account.held}`) },
    });
  if (part.leavesOn !== undefined) await expire(tx, by, id, by.now.slice(0, 10));
  if (part.amount === 0) return;
  const column =
    kind === 'hold' ? { held: sql`${account.held} + ${part.amount}` } : { posted: sql`${account.posted} + ${part.amount}` };
  await tx.insert(accountEntry).values({
    id: by.newId(),
    account: id,
    visit,
    act: by.act,
    kind,
    amount: part.amount,
    leavesOn: kind === 'post' ? (part.leavesOn ?? null) : null,
    recordedAt: by.now,
  });
  await tx.update(account).set(column).where(eq(account.id, id));
}

/** Writes off what a rolling window has let go, before anything else moves in it. */
async function expire(tx: Tx, by: Act, id: string, day: string): Promise<void> {
  const amount = await leftWindow(tx, id, day);
  if (amount <= 0) return;
  await tx.insert(accountEntry).values({ id: by.newId(), account: id, act: by.act, kind: 'expire', amount, recordedAt: by.now });
  await tx
    .update(account)
    .set({ posted: sql`${account.posted} - ${amount}` })
    .where(eq(account.id, id));
}

/** The larger of two numbers: no name for it is known to every engine. */
const larger = (one: number, other: SQL): SQL => sql`case when ${one} > (${other}) then ${one} else ${other} end`;

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
    const [, period = ''] = part.account.split('|');
    await tx.insert(excess).values({
      id: by.newId(),
      holder: part.holder ?? holder,
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
