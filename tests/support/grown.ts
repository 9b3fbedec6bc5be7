import { randomUUID } from 'node:crypto';
import { desc, eq, sql } from 'drizzle-orm';
import type { Engine, Tx } from '#db/engine/engine.ts';
import {
  account,
  accountEntry,
  decision,
  payment,
  plan,
  sale,
  saleLine,
  stockMovement,
  tender,
  visit,
} from '#db/schema/schema.ts';
import { rememberAct } from '#db/stores/acts.ts';
import { beginAct, change, keep } from '#db/stores/evidence.ts';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';

const SALES_A_VISIT = 4;
const VISITS_A_COMMIT = 50;

/** Sells the newest sale of a market again and again, to other visits of its traveller: the same rows, each with ids of its own. */
export async function grow(engine: Engine, sales: number): Promise<void> {
  const like = await engine.read(newestSale);
  const visits = Math.ceil(sales / SALES_A_VISIT);
  for (let from = 0; from < visits; from += VISITS_A_COMMIT)
    await Promise.all(
      Array.from({ length: Math.min(VISITS_A_COMMIT, visits - from) }, (_, i) =>
        engine.transact((tx) => aVisit(tx, like, from + i)),
      ),
    );
}

type Like = Awaited<ReturnType<typeof newestSale>>;

async function newestSale(tx: Tx) {
  const [sold] = await tx.select().from(sale).orderBy(desc(sale.recordedAt)).limit(1);
  if (sold === undefined) throw new Error('the market has sold nothing');
  const of = { decision: eq(decision.id, sold.decision), payment: eq(payment.id, sold.payment) };
  const [decided] = await tx.select().from(decision).where(of.decision);
  const [paid] = await tx.select().from(payment).where(of.payment);
  const [stay] = await tx.select().from(visit).where(eq(visit.id, sold.visit));
  const [held] = await tx.select().from(account).innerJoin(accountEntry, eq(accountEntry.account, account.id)).limit(1);
  return {
    sold,
    decided: decided as NonNullable<typeof decided>,
    paid: paid as NonNullable<typeof paid>,
    stay: stay as NonNullable<typeof stay>,
    account: held?.account as NonNullable<typeof held>['account'],
    answer: await answerOf(tx, sold.payment),
    lines: await tx.select().from(saleLine).where(eq(saleLine.sale, sold.id)),
    tenders: await tx.select().from(tender).where(eq(tender.payment, sold.payment)),
    moved: await tx.select().from(stockMovement).where(eq(stockMovement.act, sold.payment)),
  };
}

const answerOf = async (tx: Tx, id: string): Promise<unknown> =>
  JSON.parse((await tx.get<{ answer: string }>(sql`select answer from act where id = ${id}`))?.answer ?? '{}');

async function aVisit(tx: Tx, like: Like, n: number): Promise<void> {
  const till: Actor = { ...MACHINE, kind: 'device', role: 'till', id: `grown-till-${n % 32}`, code: `G-${n % 32}` };
  const stay = randomUUID();
  const purse = `${like.sold.traveller}|GROWN|visit:${stay}`;
  for (let i = 0; i < SALES_A_VISIT; i += 1) {
    beginAct(tx);
    const act = randomUUID();
    const position = Math.floor(n / 32) * SALES_A_VISIT + i + 1;
    if (i === 0) {
      await keep(tx, visit, { ...like.stay, id: stay, state: 'closed', closedAt: like.stay.enteredAt });
      await keep(tx, account, {
        ...like.account,
        id: purse,
        rule: 'GROWN',
        period: `visit:${stay}`,
        limitAmount: 1_000_000,
        posted: 0,
        held: 0,
      });
    }
    await aSale(tx, like, { act, stay, device: till.id, position, number: `${till.code}-${position}` });
    await holdAgain(tx, { purse, stay, act, amount: (i + 1) * 100, before: i * 100, at: like.sold.recordedAt });
    await rememberAct(
      tx,
      { actor: till, now: like.sold.recordedAt, newId: randomUUID },
      {
        id: act,
        kind: 'ring-up-sale',
        bodyHash: act,
        answer: like.answer,
        origin: 'live',
        occurredAt: like.sold.recordedAt,
        subject: act,
        facts: {},
      },
    );
  }
}

async function aSale(
  tx: Tx,
  like: Like,
  { act, stay, ...of }: { act: string; stay: string; device: string; position: number; number: string },
): Promise<void> {
  const decided = randomUUID();
  await keep(tx, decision, { ...like.decided, id: decided, code: decided, visit: stay, act });
  await keep(tx, payment, { ...like.paid, id: act });
  for (const row of like.tenders) await keep(tx, tender, { ...row, id: randomUUID(), payment: act });
  await keep(tx, sale, { ...like.sold, ...of, id: act, payment: act, visit: stay, decision: decided });
  for (const row of like.lines) await keep(tx, saleLine, { ...row, id: randomUUID(), sale: act });
  for (const row of like.moved) await keep(tx, stockMovement, { ...row, id: randomUUID(), act });
  const row = { decision: decided, exitSide: like.stay.side, plannedAt: like.sold.recordedAt };
  if (of.position % SALES_A_VISIT === 1) await keep(tx, plan, { visit: stay, ...row });
  else await change(tx, plan, { visit: stay }, row);
}

async function holdAgain(
  tx: Tx,
  {
    purse,
    stay,
    act,
    amount,
    before,
    at,
  }: { purse: string; stay: string; act: string; amount: number; before: number; at: string },
): Promise<void> {
  const row = { account: purse, visit: stay, act, recordedAt: at };
  await keep(tx, accountEntry, { ...row, id: randomUUID(), kind: 'hold', amount: amount - before });
  await tx.update(account).set({ held: amount }).where(eq(account.id, purse));
}
