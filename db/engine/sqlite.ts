import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import * as schema from '../schema/schema.ts';
import { type Ballast, ballastIn, saysFull } from './ballast.ts';
import { copyBefore } from './copy-before.ts';
import { BATCHES, Busy, DiskFull, type Engine, type Tx, Undo, type Urgency } from './engine.ts';
import { keepingStatements, keptStatementOf } from './kept-statements.ts';
import { migrateSqlite } from './migrate-sqlite.ts';
import { onStandingChange } from './standing-changes.ts';
import { forgetStanding } from './standing-query.ts';
import { preparesBy } from './statements.ts';

const MOST_WAITING = 5_000;
const MOST_IN_ONE_COMMIT = 200;
/** What nobody waits for holds up the acts of one commit by no more than this. */
const MOST_PATIENT_IN_ONE_COMMIT = 4;
/** So often acts that came in while others were decided may still join them. */
const MOST_LOOKS = 2;

type Waiting = { run: (tx: Tx) => Promise<unknown>; answer: (value: unknown) => void; fail: (fault: unknown) => void };

/** Opens the market's file, migrates it and owns its one writer. @throws if another process owns the folder. */
export function openSqlite(folder: string): Engine {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = holdTheFolder(folder);
  mustStillBeHere(folder);
  const file = join(folder, 'serai.db');
  const writer = connect(file);
  migrateSqlite(writer, copyBefore(folder, writer));
  chmodSync(file, 0o600);
  const reader = connect(file, { readonly: true });
  const walBytes = () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return engineOver(writer, reader, { ballast: ballastIn(folder), walBytes, afterClose: () => lock.close() });
}

/** Stands in the folder of a market that has moved to PostgreSQL, with the instant. */
export const MOVED = 'moved-to-postgresql';

function mustStillBeHere(folder: string): void {
  if (existsSync(join(folder, MOVED)))
    throw new Error(
      `The market of ${folder} moved to PostgreSQL: start with its DATABASE_URL. To go on with the file as it was, delete ${join(folder, MOVED)}.`,
    );
}

/** A market in memory, for tests: one connection serves as writer and reader. */
export function openInMemory(image?: Buffer): Engine & { image(): Buffer } {
  const writer = assured(new Database(image ?? ':memory:'));
  if (image === undefined) migrateSqlite(writer);
  return Object.assign(engineOver(writer, writer, IN_MEMORY), { image: () => writer.serialize() });
}

/** One connection, as every connection must be. better-sqlite3 reopens WAL files at NORMAL, which loses acknowledged sales in a power cut. */
export function connect(file: string, options: Database.Options = {}): Database.Database {
  if (options.readonly !== true && !existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  const connection = new Database(file, options);
  if (options.readonly !== true) connection.pragma('journal_mode = WAL');
  return assured(connection);
}

function assured(connection: Database.Database): Database.Database {
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 5000');
  // 16 MB of log before it is carried into the file: the same page is written by many commits, and a checkpoint syncs twice.
  connection.pragma('wal_autocheckpoint = 4000');
  // What is deleted of a person must not stand in the file's free pages.
  connection.pragma('secure_delete = ON');
  const synchronous = connection.pragma('synchronous', { simple: true });
  const foreignKeys = connection.pragma('foreign_keys', { simple: true });
  if (synchronous !== 2 || foreignKeys !== 1)
    throw new Error(`SQLite refused FULL (${synchronous}) or foreign keys (${foreignKeys})`);
  return connection;
}

/** One process owns a folder for as long as this stands open. @throws if another does. */
export function holdTheFolder(folder: string): Database.Database {
  const lock = new Database(join(folder, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Error(`Another Serai process owns ${folder}. Stop it, or give this one its own SERAI_DATA.`);
  }
  return lock;
}

function overConnection(connection: Database.Database): Tx {
  const prepare = keptStatementOf(connection);
  const tx: Tx = drizzle(keepingStatements(connection), { schema, casing: 'snake_case' });
  preparesBy(tx, prepare);
  forgetStanding(tx);
  return tx;
}

type Disk = { readonly ballast: Ballast; readonly walBytes: () => number; readonly afterClose: () => void };

const IN_MEMORY: Disk = { ballast: { isOff: () => false, throwOff: () => {} }, walBytes: () => 0, afterClose: () => {} };

function engineOver(writer: Database.Database, reader: Database.Database, { ballast, walBytes, afterClose }: Disk): Engine {
  // What a savepoint would undo is kept beside the commit: in a file of its own that was two writes for every page that an act touches,
  // more than a hundred for a sale. Only from here on, for a migration may sort more than fits into memory.
  writer.pragma('temp_store = MEMORY');
  const writing = overConnection(writer);
  const reading = reader === writer ? writing : overConnection(reader);
  let unsettled = false;
  onStandingChange(writer, () => {
    unsettled = true;
    forgetStanding(writing);
  });
  const waiting: Waiting[] = [];
  const patient: Waiting[] = [];
  const listeners = new Set<() => void>();
  let draining: Promise<void> | undefined;
  const [beginAct, endAct] = [writer.prepare('SAVEPOINT act'), writer.prepare('RELEASE act')];
  const changes = writer.prepare('select total_changes()').pluck();
  const changesSoFar = () => changes.get() as number;
  let closed = false;
  // A page cannot be copied while an act is open: better-sqlite3 takes that for the end of the copy. Nor may a reader look at one.
  let copies = 0;
  const mayLook = () => copies === 0 && reader !== writer;
  const done = { acts: 0, commits: 0, batches: BATCHES.map(() => 0) };

  async function drain(): Promise<void> {
    while (waiting.length + patient.length > 0) {
      await commitTogether();
      await new Promise(setImmediate);
    }
    draining = undefined;
  }

  /** Every act that waits goes into one commit, each in a savepoint of its own; nobody hears before the commit. */
  async function commitTogether(): Promise<void> {
    const batch: Waiting[] = [];
    const answers: (() => void)[] = [];
    const before = changesSoFar();
    // Beside an act that somebody waits for goes one that can wait, so that those come on however busy the market is.
    let most = MOST_PATIENT_IN_ONE_COMMIT;
    let taken = 0;
    const isWanted = () => waiting.length > 0 || (taken < most && patient.length > 0);
    const look = async () => {
      if (mayLook()) await new Promise(setImmediate);
    };
    try {
      writer.exec('BEGIN IMMEDIATE');
      for (let looks = 0; isWanted() && batch.length < MOST_IN_ONE_COMMIT && looks <= MOST_LOOKS; looks += 1) {
        while (isWanted() && batch.length < MOST_IN_ONE_COMMIT) {
          const live = waiting.shift();
          if (live) most = 1;
          else taken += 1;
          const one = live ?? (patient.shift() as Waiting);
          batch.push(one);
          answers.push(await inSavepoint(one));
          if (!live) await look();
        }
        // A look at what has come in: the sync that they would share takes as long as several acts.
        await look();
      }
      writer.exec('COMMIT');
    } catch (fault) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      forgetStanding(writing);
      if (saysFull(fault)) ballast.throwOff();
      for (const one of batch) one.fail(saysFull(fault) ? new DiskFull() : fault);
      return;
    }
    if (unsettled) forgetStanding(reading);
    unsettled = false;
    count(batch.length);
    for (const answer of answers) answer();
    if (changesSoFar() !== before) for (const listener of listeners) listener();
  }

  function count(acts: number): void {
    done.acts += acts;
    done.commits += 1;
    const size = BATCHES.findIndex((most) => acts <= most);
    done.batches[size] = (done.batches[size] ?? 0) + 1;
  }

  async function inSavepoint(one: Waiting): Promise<() => void> {
    beginAct.run();
    try {
      const value = await one.run(writing);
      endAct.run();
      return () => one.answer(value);
    } catch (fault) {
      if (!writer.inTransaction || saysFull(fault)) throw fault;
      writer.exec('ROLLBACK TO act; RELEASE act');
      // What the act read of its own writes never was.
      if (unsettled) forgetStanding(writing);
      return fault instanceof Undo ? () => one.answer(fault.value) : () => one.fail(fault);
    }
  }

  return {
    transact<T>(run: (tx: Tx) => Promise<T>, how: Urgency = {}): Promise<T> {
      if (closed) return Promise.reject(new Error('The market is closing.'));
      if (ballast.isOff() && how.letsLeave !== true) return Promise.reject(new DiskFull());
      if (waiting.length + patient.length >= MOST_WAITING) return Promise.reject(new Busy());
      return new Promise<T>((answer, fail) => {
        (how.canWait ? patient : waiting).push({ run, answer: answer as (value: unknown) => void, fail });
        draining ??= Promise.resolve().then(drain);
      });
    },
    async read<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
      return run(reading);
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // The writer's own connection: what it writes meanwhile is carried over, while another's writes would begin the copy again.
    async copyTo(file) {
      copies += 1;
      try {
        while (writer.inTransaction) await new Promise(setImmediate);
        await writer.backup(file);
      } finally {
        copies -= 1;
      }
    },
    figures: () => ({
      ...done,
      batches: [...done.batches],
      waiting: waiting.length + patient.length,
      walBytes: walBytes(),
      diskFull: ballast.isOff(),
    }),
    async close() {
      closed = true;
      await draining;
      if (reader !== writer) reader.close();
      writer.close();
      afterClose();
    },
  };
}
