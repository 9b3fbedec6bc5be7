import type { SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as schema from '../schema/schema.ts';

/** What a store or a read is given: drizzle inside one transaction. Await nothing else while you hold it. */
export type Tx = BetterSQLite3Database<typeof schema>;

/** The rows of a statement that drizzle has no words for; both engines must read it. */
export async function askIn<Row>(tx: Tx, statement: SQL): Promise<readonly Row[]> {
  if ('all' in tx) return tx.all<Row>(statement);
  return (await (tx as unknown as { execute(statement: SQL): Promise<{ rows: Row[] }> }).execute(statement)).rows;
}

/** Thrown by `run` to undo everything it wrote; `transact` then answers with the value. */
export class Undo<T> extends Error {
  readonly value: T;
  constructor(value: T) {
    super('undone');
    this.value = value;
  }
}

/** What lets people leave goes on while the disk is full; what nobody stands and waits for lets the others go first. */
export type Urgency = { readonly letsLeave?: boolean; readonly canWait?: boolean };

/** What somebody will hold against the market is handed out once no failover can lose it any more. */
export type Care = { readonly lasting?: boolean };

/** What the engine is doing, for those who watch it. */
export type Figures = {
  readonly waiting: number;
  readonly acts: number;
  readonly commits: number;
  /** How many acts each commit held, by the upper bounds of BATCHES. */
  readonly batches: readonly number[];
  readonly walBytes: number;
  readonly diskFull: boolean;
};

export const BATCHES = [1, 2, 5, 10, 20, 50, 100, 200] as const;

export interface Engine {
  /** Runs one act. Answers only after its writes are on the disk; writes nothing if `run` throws. */
  transact<T>(run: (tx: Tx) => Promise<T>, how?: Urgency): Promise<T>;
  /** Reads a consistent view, and must not write. */
  read<T>(run: (tx: Tx) => Promise<T>, how?: Care): Promise<T>;
  /** Called after every commit that wrote. @returns how to stop listening. */
  onCommit(listener: () => void): () => void;
  figures(): Figures;
  /** Copies the market as it stands into a new SQLite file, while acts go on. */
  copyTo(file: string): Promise<void>;
  /** Waits for what is queued, then closes. */
  close(): Promise<void>;
}

/** The market cannot take the act now, as where the queue in front of the writer is full: the caller says 503 and when to come back. */
export class Busy extends Error {
  readonly reason: 'queue-full' | 'disk-full' | 'database-away' = 'queue-full';
  readonly retryAfterSeconds: number = 1;
}

/** The disk has no room: nothing of the act was written. Travellers may leave; the rest waits until somebody made room. */
export class DiskFull extends Busy {
  override readonly reason = 'disk-full';
  override readonly retryAfterSeconds = 30;
}
