import type Database from 'better-sqlite3';
import { FIRST_HASH } from '#lib/act/act.ts';
import { auditRows, rowsOf } from '../engine/sqlite-rows.ts';
import type { audit } from '../schema/act.ts';
import type { Checkpoint, Head } from './checkpoint.ts';
import { isTrueLink } from './link.ts';
import { keyOf, rowDigest, type Value } from './row-digest.ts';
import { RowHistory } from './row-history.ts';
import { falseSignatures, type MarketKey } from './signatures.ts';
import { SUMS } from './sums.ts';
import { EVIDENCE, type Proven, provenNamed } from './tables.ts';

/** What is false, and where. */
export type Fault = { readonly table: string; readonly id: string; readonly wrong: string };
export type Verified = { readonly acts: number; readonly rows: number; readonly faults: readonly Fault[] };

const MOST_FAULTS = 1000;

/** A share of the work: the rows of some tables, the chains themselves, and what is asked of several tables together. */
export type Share = { readonly tables: readonly Proven[]; readonly hasChains: boolean; readonly hasSums: boolean };

const WHOLE: Share = { tables: EVIDENCE, hasChains: true, hasSums: true };

type Trust = { readonly checkpoint?: Checkpoint | undefined; readonly marketKey?: MarketKey | undefined };

/**
 * Walks every chain, every row that the chains name and every signature, or a share of these, on a connection that only reads.
 * @returns what is false, the first first.
 */
export function verifyMarket(file: Database.Database, { checkpoint, marketKey }: Trust = {}, share = WHOLE): Verified {
  const faults: Fault[] = [];
  const found = (fault: Fault): void => {
    if (faults.length < MOST_FAULTS) faults.push(fault);
  };
  const chains = chainWalk(found, checkpoint);
  const tables = new Map(share.tables.map((proven) => [proven.name, tableWalk(file, proven, found)]));
  const walked = { acts: 0, rows: 0 };
  const guarded = (table: string, walk: () => void): void => {
    try {
      walk();
    } catch (fault) {
      found({ table, id: '', wrong: `the file cannot be read here: ${(fault as Error).message}` });
    }
  };
  file.exec('BEGIN');
  guarded('audit', () => {
    for (const row of auditRows(file)) {
      if (share.hasChains) chains.walk(row);
      for (const [name = '', key = '', digest = '', was] of row.wrote ?? []) {
        const table = tables.get(name);
        if (table !== undefined) {
          walked.rows += 1;
          guarded(name, () => table.walk(key, digest, was));
        } else if (share.hasChains && provenNamed(name) === undefined)
          found({ table: 'audit', id: row.id, wrong: `lists a row of ${name}, which there is not` });
      }
      if (share.hasChains) walked.acts += 1;
    }
  });
  if (share.hasChains) chains.end();
  for (const [name, table] of tables) guarded(name, table.end);
  if (share.hasSums) askTogether(file, marketKey, { found, guarded });
  file.exec('COMMIT');
  return { ...walked, faults };
}

type Walk = { readonly found: (fault: Fault) => void };
type Guarded = Walk & { readonly guarded: (table: string, walk: () => void) => void };

/** Sums, signatures and references. */
function askTogether(file: Database.Database, marketKey: MarketKey | undefined, { found, guarded }: Guarded): void {
  for (const { table, wrong, find } of SUMS)
    guarded(table, () => {
      for (const id of file.prepare<[], string>(find).pluck().all()) found({ table, id, wrong });
    });
  guarded('act_signature', () => {
    for (const id of falseSignatures(file, marketKey)) found({ table: 'act_signature', id, wrong: 'is not what its key signed' });
  });
  guarded('', () => {
    for (const { table, rowid, parent } of file.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[])
      found({ table, id: `rowid ${rowid}`, wrong: `points to a row of ${parent} that is not there` });
  });
}

/** Each chain is whole from its first link, and still has what a checkpoint signed. */
function chainWalk(found: Walk['found'], checkpoint: Checkpoint | undefined) {
  const heads = new Map<string, Head>();
  const signed = new Map((checkpoint?.heads ?? []).map((head) => [head.chain, head]));
  return {
    walk(row: typeof audit.$inferSelect): void {
      const { id, chain, position, hash, previousHash } = row;
      const before = heads.get(chain) ?? { position: 0, hash: FIRST_HASH };
      heads.set(chain, { chain, position, hash });
      const say = (wrong: string) => found({ table: 'audit', id, wrong });
      if (!isTrueLink(row)) say('was changed after it was written');
      else if (position !== before.position + 1) say(`stands at ${position} of its chain, after ${before.position}`);
      else if (previousHash !== before.hash) say('does not follow the link before it: one was changed, removed or put in');
      if (signed.get(chain)?.position === position && signed.get(chain)?.hash !== hash)
        say(`is not what the checkpoint of ${checkpoint?.at} signed at ${position} of its chain`);
    },
    end(): void {
      for (const { chain, position } of signed.values()) {
        const at = heads.get(chain)?.position ?? 0;
        if (at < position)
          found({
            table: 'audit',
            id: chain,
            wrong: `this chain ends at ${at}, and the checkpoint of ${checkpoint?.at} signed ${position}`,
          });
      }
    },
  };
}

/** Each row that a link lists is there and is what was written, and there is none that no link lists. */
function tableWalk(file: Database.Database, proven: Proven, found: Walk['found']) {
  const rows = rowsOf(file, proven);
  const history = new RowHistory();
  let listed = 0;
  const say = (id: string, wrong: string) => found({ table: proven.name, id, wrong });
  return {
    walk(key: string, digest: string, was: string | undefined): void {
      if (was === undefined) listed += 1;
      const row = rows.take(key);
      if (row === undefined) say(key, 'was removed');
      else if (proven.mayChange) history.add(key, was, digest, rowDigest(proven, row));
      else if (rowDigest(proven, row) !== digest) say(key, 'was changed after it was written');
    },
    end(): void {
      for (const key of history.falseKeys()) say(key, 'was changed by no act');
      const count = rows.count();
      if (count > listed) for (const key of unlisted(file, proven)) say(key, 'was put in: no act lists it');
    },
  };
}

/** The keys that no link lists. Only a table that has some is read this way. */
function* unlisted(file: Database.Database, proven: Proven): Generator<string> {
  const listed = new Set<string>();
  for (const { wrote } of auditRows(file)) for (const [name, key = ''] of wrote ?? []) if (name === proven.name) listed.add(key);
  const names = proven.columns.map(({ name }) => `"${name}"`).join(', ');
  for (const row of file.prepare<[], Value[]>(`SELECT ${names} FROM "${proven.name}" ORDER BY rowid`).raw(true).iterate()) {
    const key = keyOf(proven, row);
    if (!listed.has(key)) yield key;
  }
}
