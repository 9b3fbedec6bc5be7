import { eq, inArray, sql } from 'drizzle-orm';
import type { Correction } from '#lib/exit/correction.ts';
import type { Tx } from '../engine/engine.ts';
import { keptList, keptQuery } from '../engine/kept-query.ts';
import { actSignature } from '../schema/act.ts';
import { lineCorrection, outsideEntry } from '../schema/visit.ts';
import { keep } from './evidence.ts';

export type CorrectionRow = typeof lineCorrection.$inferSelect;
export type OutsideRow = typeof outsideEntry.$inferSelect;

const saidOfVisit = keptQuery(['visit'], (tx, at) =>
  tx.select().from(lineCorrection).where(eq(lineCorrection.visit, at.visit)).orderBy(lineCorrection.place),
);
const knownElsewhere = keptList([], (tx, members) =>
  tx
    .select()
    .from(outsideEntry)
    .where(inArray(outsideEntry.traveller, members))
    .orderBy(outsideEntry.recordedAt, outsideEntry.id),
);

/** What officers said about the lines of a visit, in order. */
export const correctionsOf = (tx: Tx, visit: string): Promise<readonly CorrectionRow[]> => saidOfVisit(tx, { visit });

/** The same line by line, for lines of one visit or exit case. */
export async function correctionsByLine(tx: Tx, visit: string): Promise<ReadonlyMap<string, readonly Correction[]>> {
  const byLine = new Map<string, CorrectionRow[]>();
  for (const row of await correctionsOf(tx, visit)) byLine.set(row.line, [...(byLine.get(row.line) ?? []), row]);
  return byLine;
}

export async function saveCorrection(tx: Tx, row: Omit<typeof lineCorrection.$inferInsert, 'place'>): Promise<void> {
  const [last] = await tx
    .select({ place: sql<number>`coalesce(max(${lineCorrection.place}), 0)` })
    .from(lineCorrection)
    .where(eq(lineCorrection.visit, row.visit));
  await keep(tx, lineCorrection, { ...row, place: (last?.place ?? 0) + 1 });
}

/** What is known of a person from elsewhere, with what was corrected since. */
export const outsideEntriesOf = (tx: Tx, members: readonly string[]): Promise<readonly OutsideRow[]> =>
  knownElsewhere(tx, members, {});

/** Of entries those that no later one takes the place of. */
export function standingAmong(rows: readonly OutsideRow[]): readonly OutsideRow[] {
  const replaced = new Set(rows.flatMap(({ corrects }) => corrects ?? []));
  return rows.filter(({ id }) => !replaced.has(id));
}

export async function saveOutsideEntry(tx: Tx, row: typeof outsideEntry.$inferInsert): Promise<void> {
  await keep(tx, outsideEntry, row);
}

export async function saveActSignature(tx: Tx, row: typeof actSignature.$inferInsert): Promise<void> {
  await keep(tx, actSignature, row);
}
