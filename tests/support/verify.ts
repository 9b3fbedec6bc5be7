import { asc, eq, sql } from 'drizzle-orm';
import { isTrueLink } from '#db/evidence/link.ts';
import { account, accountEntry, audit, decision, lawPack } from '#db/schema/schema.ts';
import { FIRST_HASH } from '#lib/act/act.ts';
import { checkPack } from '#lib/law/check-pack.ts';
import { decide } from '#lib/law/decide.ts';
import type { Facts } from '#lib/law/decision.ts';
import type { Market } from './a-market.ts';

/** Audit rows whose hash, place or predecessor is not what it must be. */
export async function falseRows(market: Market): Promise<string[]> {
  const rows = await market.serai.engine.read(async (tx) =>
    tx.select().from(audit).orderBy(asc(audit.chain), asc(audit.position)),
  );
  const last = new Map<string, { position: number; hash: string }>();
  return rows.flatMap((row) => {
    const before = last.get(row.chain) ?? { position: 0, hash: FIRST_HASH };
    last.set(row.chain, row);
    const holds = isTrueLink(row) && row.previousHash === before.hash && row.position === before.position + 1;
    return holds ? [] : [row.id];
  });
}

/** Decisions that, made again from their own record, come out otherwise. @returns them with the number of those looked at. */
export async function falseDecisions(market: Market): Promise<{ readonly seen: number; readonly wrong: readonly string[] }> {
  const rows = await market.serai.engine.read(async (tx) =>
    tx
      .select({ id: decision.id, facts: decision.facts, body: decision.body, law: lawPack.body })
      .from(decision)
      .innerJoin(lawPack, eq(lawPack.hash, decision.packHash)),
  );
  const packs = new Map<string, ReturnType<typeof checkPack>>();
  const wrong = rows.filter(({ facts, body, law }) => {
    const key = JSON.stringify(law);
    const checked = packs.get(key) ?? checkPack(law);
    packs.set(key, checked);
    if (!('pack' in checked)) throw new Error('the pack does not read');
    return JSON.stringify(decide(checked.pack, facts as Facts)) !== JSON.stringify(body);
  });
  return { seen: rows.length, wrong: wrong.map(({ id }) => id) };
}

/** Accounts that are not the sum of their entries. */
export async function falseAccounts(market: Market): Promise<readonly string[]> {
  const sum = (more: string, less: string) =>
    sql<number>`coalesce(sum(case ${accountEntry.kind} when ${more} then ${accountEntry.amount} when ${less} then -${accountEntry.amount} else 0 end), 0)`;
  const rows = await market.serai.engine.read(async (tx) =>
    tx
      .select({
        id: account.id,
        posted: account.posted,
        held: account.held,
        entered: sum('post', 'unpost'),
        planned: sum('hold', 'release'),
      })
      .from(account)
      .leftJoin(accountEntry, eq(accountEntry.account, account.id))
      .groupBy(account.id),
  );
  return rows.filter(({ posted, held, entered, planned }) => posted !== entered || held !== planned).map(({ id }) => id);
}
