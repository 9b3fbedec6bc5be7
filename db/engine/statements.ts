import type { Tx } from './engine.ts';

/** A statement of one connection, run with its values in order: the rows of a select, each as its columns in order. */
export type Statement = (values: readonly unknown[]) => readonly Row[] | Promise<readonly Row[]>;
export type Row = readonly unknown[];

/** On the drizzle itself and not in a map beside it: pages are bundled with a copy of this module, and the engine is the server's. */
const PREPARE = Symbol.for('serai.prepare');
type Preparing = { [PREPARE]?: (text: string) => Statement };

/** Says how the connection under a drizzle prepares a statement: the engine's word, given when it opens one. */
export function preparesBy(tx: Tx, prepare: (text: string) => Statement): void {
  (tx as Preparing)[PREPARE] = prepare;
}

export function statementOf(tx: Tx, text: string): Statement {
  const prepare = (tx as Preparing)[PREPARE];
  if (prepare === undefined) throw new Error('no engine opened this connection');
  return prepare(text);
}
