import type Database from 'better-sqlite3';
import { type Like, likeOf, SALES_A_VISIT, WHICH } from './past-rows.ts';

const DAYS = 100;
const AT_ONCE = 100_000;
/** What a past sale takes on the disk, with its visit, its acts and every index (measured; documents shortened). */
export const BYTES_A_SALE = 5_600;

/**
 * Sells the newest sale of a market again and again over the hundred days before `now`, at every stall, each four to a visit of its own that
 * came in and left: rows of every table that a sale writes, with every column, index and sum. By SQL and not by acts, which would take
 * days: so the chains are no chains, and the documents of past acts and decisions are short, or ten million would take 130 GB.
 */
export function sellInThePast(file: Database.Database, { from, to, now }: { from: number; to: number; now: string }): void {
  file.pragma('journal_mode = MEMORY');
  file.pragma('synchronous = OFF');
  file.pragma('foreign_keys = OFF');
  file.pragma('cache_size = -524288');
  const like = likeOf(file);
  file.exec(`
    CREATE TEMP TABLE goods AS SELECT row_number() OVER (ORDER BY id) - 1 AS nth, id, stall, vendor FROM product;
    CREATE UNIQUE INDEX temp.goods_nth ON goods (nth);
    CREATE TEMP TABLE past (i INTEGER PRIMARY KEY, v INTEGER, its_at TEXT, its_day TEXT, made TEXT, its_product TEXT, its_stall TEXT, its_vendor TEXT)`);
  const end = Date.parse(now) / 1000 - 1;
  const fill = file.prepare(`
    WITH RECURSIVE n(i) AS (SELECT CAST(@from AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @to), timed AS (
      SELECT i, i / ${SALES_A_VISIT} AS v, @end - ${DAYS * 86_400} + (i + 0.5) / @all * ${DAYS * 86_400} AS seconds FROM n)
    INSERT INTO past SELECT i, v, strftime('%Y-%m-%dT%H:%M:%fZ', seconds, 'unixepoch'), strftime('%Y-%m-%d', seconds, 'unixepoch'),
      printf('%012x', CAST(seconds * 1000 AS INTEGER)), goods.id, goods.stall, goods.vendor
    FROM timed JOIN goods ON goods.nth = (i * 7919) % (SELECT count(*) FROM goods) ORDER BY i`);
  for (let first = from; first < to; first += AT_ONCE) {
    file.exec('BEGIN; DELETE FROM past');
    fill.run({ from: first, to: Math.min(to, first + AT_ONCE), all: to, end });
    for (const each of like) copy(file, each);
    file.exec('COMMIT');
  }
  file.exec('DROP TABLE past; DROP TABLE goods');
}

/** A row again for each of the past: what is given is said anew, everything else stays as it was. */
function copy(file: Database.Database, { table, row, given, of }: Like): void {
  const columns = file.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  const strange = Object.keys(given).filter((name) => !columns.includes(name));
  if (strange.length > 0) throw new Error(`${table} has no ${strange.join(', ')}`);
  const template = row === undefined ? '' : `CROSS JOIN (SELECT * FROM "${table}" WHERE ${row}) AS template`;
  file.exec(
    `INSERT INTO "${table}" (${columns.join(', ')}) SELECT ${columns.map((name) => given[name] ?? `template."${name}"`).join(', ')}
     FROM past ${template} WHERE ${WHICH[of]} ORDER BY i`,
  );
}
