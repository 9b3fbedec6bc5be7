import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { keptQuery } from '../engine/kept-query.ts';
import { allowanceChoice } from '../schema/allowance.ts';
import { keep } from './evidence.ts';

const wordsOf = keptQuery(['visit'], (tx, at) =>
  tx
    .select({ rule: allowanceChoice.rule, saves: allowanceChoice.saves })
    .from(allowanceChoice)
    .where(eq(allowanceChoice.visit, at.visit))
    .orderBy(allowanceChoice.place),
);

/** The rules whose allowance the traveller of a visit saves for another time; of several words on one rule the newest stands. */
export async function savedRulesOf(tx: Tx, visit: string): Promise<readonly string[]> {
  const words = await wordsOf(tx, { visit });
  const newest = new Map(words.map(({ rule, saves }) => [rule, saves]));
  return [...newest]
    .filter(([, saves]) => saves)
    .map(([rule]) => rule)
    .sort();
}

export async function saveAllowanceChoice(tx: Tx, row: Omit<typeof allowanceChoice.$inferInsert, 'place'>): Promise<void> {
  const [last] = await tx
    .select({ place: sql<number>`coalesce(max(${allowanceChoice.place}), 0)` })
    .from(allowanceChoice)
    .where(eq(allowanceChoice.visit, row.visit));
  await keep(tx, allowanceChoice, { ...row, place: (last?.place ?? 0) + 1 });
}
