import type Database from 'better-sqlite3';
import { keyOf, type Value } from '../evidence/row-digest.ts';
import type { Proven } from '../evidence/tables.ts';
import type { audit } from '../schema/act.ts';

type AuditRow = typeof audit.$inferSelect;

const AT_ONCE = 1000;

/** Every row of the audit, in the order in which it was written. */
export function* auditRows(file: Database.Database): Generator<AuditRow> {
  const page = file.prepare<[number, number], AuditColumns>(
    `SELECT rowid AS place, id, chain, position, act, actor, operator, kind, subject, facts, recorded_at AS recordedAt,
      previous_hash AS previousHash, hash, wrote FROM audit WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  for (let after = 0; ; ) {
    const rows = page.all(after, AT_ONCE);
    for (const { place, facts, wrote, ...row } of rows) {
      after = place;
      yield { ...row, facts: read(facts) as AuditRow['facts'], wrote: wrote === null ? null : rowsIn(read(wrote)) };
    }
    if (rows.length < AT_ONCE) return;
  }
}

/** What a damaged file holds may be no JSON, or no text at all: then it is not what was hashed, and the link says so. */
function read(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : `not text: ${text}`;
  } catch {
    return `not JSON: ${text}`;
  }
}

const rowsIn = (wrote: unknown): AuditRow['wrote'] =>
  Array.isArray(wrote) && wrote.every(Array.isArray) ? wrote : [['damaged', String(wrote)]];

type AuditColumns = Omit<AuditRow, 'facts' | 'wrote'> & {
  readonly place: number;
  readonly facts: string;
  readonly wrote: string | null;
};

type Raw = [...columns: Value[], place: number];

/**
 * The rows of one table, asked for in the order in which the chains list them. That is the order in which they stand, so that nearly
 * every row is the next one; any other is looked up. Nothing depends on the order but the time.
 */
export function rowsOf(
  file: Database.Database,
  proven: Proven,
): { count(): number; take(key: string): readonly Value[] | undefined } {
  const { name, columns, key } = proven;
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  const page = file.prepare<[number, number], Raw>(
    `SELECT ${names}, rowid FROM "${name}" WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  const one = file.prepare<[number], Raw>(`SELECT ${names}, rowid FROM "${name}" WHERE rowid = ?`);
  const place = file.prepare<Value[], number>(
    `SELECT rowid FROM "${name}" WHERE ${key.map((column) => `"${column.name}" = ?`).join(' AND ')}`,
  );
  const [pages, ones, places] = [page.raw(true), one.raw(true), place.pluck(true)];
  let rows: Raw[] = [];
  let next = 0;
  let last = 0;
  const head = () => {
    if (next >= rows.length) {
      rows = pages.all(last, AT_ONCE);
      next = 0;
      last = placeOf(rows.at(-1)) ?? last;
    }
    return rows[next];
  };
  return {
    count: () => file.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number,
    take(wanted) {
      const row = head();
      if (row !== undefined && keyOf(proven, row) === wanted) {
        next += 1;
        return row;
      }
      // By its place and not by its key, or an index would say what the row itself should.
      const found = places.get(...(key.length === 1 ? [wanted] : (JSON.parse(wanted) as Value[])));
      if (found === undefined) return undefined;
      if (row !== undefined && found > (placeOf(row) as number)) {
        rows = [];
        next = 0;
        last = found;
      }
      return ones.get(found);
    },
  };
}

const placeOf = (row: Raw | undefined): number | undefined => row?.at(-1) as number | undefined;
