import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { corrected } from '#lib/exit/correction.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery, keptRow } from '../engine/kept-query.ts';
import { declaredLine, duty, exitCase, exitSignature, lineResolution, settlement } from '../schema/exit.ts';
import { correctionsByLine } from './corrections.ts';
import { change, keep } from './evidence.ts';

export type ExitCaseRow = typeof exitCase.$inferSelect;
export type DeclaredLineRow = typeof declaredLine.$inferSelect;

const exitById = keptRow(['id'], (tx, at) => tx.select().from(exitCase).where(eq(exitCase.id, at.id)));
const presentedOf = keptRow(['visit'], (tx, at) =>
  tx
    .select()
    .from(exitCase)
    .where(and(eq(exitCase.visit, at.visit), eq(exitCase.state, 'presented'))),
);
const closedOf = keptRow(['visit'], (tx, at) =>
  tx
    .select()
    .from(exitCase)
    .where(and(eq(exitCase.visit, at.visit), inArray(exitCase.state, ['settled', 'unsettled']))),
);
const newestBesides = keptRow(['visit', 'besides'], (tx, at) =>
  tx
    .select()
    .from(exitCase)
    .where(and(eq(exitCase.visit, at.visit), ne(exitCase.id, at.besides)))
    .orderBy(desc(exitCase.presentedAt))
    .limit(1),
);
const linesOfExit = keptQuery(['exit'], (tx, at) =>
  tx
    .select({ line: declaredLine, visit: exitCase.visit })
    .from(declaredLine)
    .innerJoin(exitCase, eq(exitCase.id, declaredLine.exitCase))
    .where(eq(declaredLine.exitCase, at.exit))
    .orderBy(declaredLine.position),
);

export const findExitCase = (tx: Tx, id: string): Promise<ExitCaseRow | undefined> => exitById(tx, { id });

/** The exit case that a visit is presented with. */
export const presentedExitOf = (tx: Tx, visit: string): Promise<ExitCaseRow | undefined> => presentedOf(tx, { visit });

/** The exit case that a visit was closed with; undefined if nobody saw its traveller leave. */
export const closedExitOf = (tx: Tx, visit: string): Promise<ExitCaseRow | undefined> => closedOf(tx, { visit });

export async function saveExitCase(tx: Tx, row: typeof exitCase.$inferInsert): Promise<void> {
  await keep(tx, exitCase, row);
}

export async function changeExitCase(
  tx: Tx,
  id: string,
  to: Partial<Pick<ExitCaseRow, 'state' | 'decision' | 'closedAt' | 'closedBy' | 'closingReason'>>,
): Promise<void> {
  await change(tx, exitCase, { id }, to);
}

/** The lines of an exit case as they are known today. */
export async function declaredLinesOf(tx: Tx, exit: string): Promise<readonly DeclaredLineRow[]> {
  const rows = await linesOfExit(tx, { exit });
  const said = await correctionsByLine(tx, rows[0]?.visit ?? '');
  return rows.map(({ line }) => corrected(line, said.get(line.id) ?? []));
}

export async function saveDeclaredLine(tx: Tx, row: typeof declaredLine.$inferInsert): Promise<void> {
  await keep(tx, declaredLine, row);
}

/** Writes the officer's word and the line as it now stands, keeping what it was. */
export async function resolveLine(
  tx: Tx,
  line: DeclaredLineRow,
  row: typeof lineResolution.$inferInsert,
  to: Partial<DeclaredLineRow>,
): Promise<void> {
  await keep(tx, lineResolution, row);
  await change(tx, declaredLine, { id: line.id }, { ...to, resolved: true });
}

export async function saveSignature(tx: Tx, row: typeof exitSignature.$inferInsert): Promise<void> {
  await keep(tx, exitSignature, row);
}

export async function saveDuty(tx: Tx, row: typeof duty.$inferInsert): Promise<void> {
  await keep(tx, duty, row);
}

export async function saveSettlement(tx: Tx, row: typeof settlement.$inferInsert): Promise<void> {
  await keep(tx, settlement, row);
}

/** The visit's newest exit case besides this one. */
export const lastExitOf = (tx: Tx, visit: string, besides: string): Promise<ExitCaseRow | undefined> =>
  newestBesides(tx, { visit, besides });
