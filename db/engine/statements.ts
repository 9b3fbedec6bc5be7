import type { Tx } from './engine.ts';

/** A statement of one connection, run with its values in order: the rows of a select, each as its columns in order. */
export type Statement = (values: readonly unknown[]) => readonly Row[] | Promise<readonly Row[]>;
export type Row = readonly unknown[];

const preparing = new WeakMap<Tx, (text: string) => Statement>();

/** Says how the connection under a drizzle prepares a statement: the engine's word, given when it opens one. */
export const preparesBy = (tx: Tx, prepare: (text: string) => Statement): void => void preparing.set(tx, prepare);

export function statementOf(tx: Tx, text: string): Statement {
  const prepare = preparing.get(tx);
  if (prepare === undefined) throw new Error('no engine opened this connection');
  return prepare(text);
}
