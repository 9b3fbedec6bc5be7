import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, getTableColumns, is, sql, Table } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Undo } from '#db/engine/engine.ts';
import { connect, openInMemory, openSqlite } from '#db/engine/sqlite.ts';
import * as schema from '#db/schema/schema.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serai-engine-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const row = (id: string) => ({ id, nationality: 'CHN', residence: 'CHN', recordedAt: '2026-11-18T07:00:00.000Z' });

describe('SQLite', () => {
  test('every connection writes through to the disk, also one that opens the file again', async () => {
    const engine = openSqlite(folder);
    await engine.close();
    const again = connect(join(folder, 'serai.db'));
    expect(again.pragma('synchronous', { simple: true })).toBe(2);
    expect(again.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(again.pragma('foreign_keys', { simple: true })).toBe(1);
    again.close();
  });

  test('a second process on the same folder is refused and told what to do', async () => {
    const engine = openSqlite(folder);
    expect(() => openSqlite(folder)).toThrow(/Another Serai process owns/);
    await engine.close();
    await openSqlite(folder).close();
  });

  test('an act that throws writes nothing, and those committed with it stay', async () => {
    const engine = openSqlite(folder);
    const write = (id: string, fault?: Error) =>
      engine.transact(async (tx) => {
        await tx.insert(schema.traveller).values(row(id));
        if (fault !== undefined) throw fault;
        return id;
      });
    const settled = await Promise.allSettled([
      write('a'),
      write('b', new Error('broken')),
      write('c', new Undo('undone')),
      write('d'),
    ]);
    expect(settled.map((each) => (each.status === 'fulfilled' ? each.value : each.reason.message))).toEqual([
      'a',
      'broken',
      'undone',
      'd',
    ]);
    const kept = await engine.read((tx) =>
      tx
        .select({ id: schema.traveller.id })
        .from(schema.traveller)
        .orderBy(schema.traveller.id)
        .then((rows) => rows),
    );
    expect(kept.map(({ id }) => id)).toEqual(['a', 'd']);
    await engine.close();
  });

  test('nobody hears before the commit, and acts that wait together share one', async () => {
    const engine = openSqlite(folder);
    let commits = 0;
    engine.onCommit(() => {
      commits += 1;
    });
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        engine.transact(async (tx) =>
          tx
            .insert(schema.traveller)
            .values(row(`t${i}`))
            .then(() => expect(commits).toBe(0)),
        ),
      ),
    );
    expect(commits).toBe(1);
    await engine.close();
  });

  test('acts that come in while another is decided share its commit', async () => {
    const engine = openSqlite(folder);
    let commits = 0;
    engine.onCommit(() => {
      commits += 1;
    });
    const insert = (id: string) => engine.transact(async (tx) => tx.insert(schema.traveller).values(row(id)));
    const later: Promise<unknown>[] = [];
    await engine.transact(async (tx) => {
      // As the next request does, which the event loop reads once this act is done.
      setImmediate(() => later.push(insert('second'), insert('third')));
      await tx.insert(schema.traveller).values(row('first'));
    });
    await Promise.all(later);
    expect([later.length, commits]).toEqual([2, 1]);
    await engine.close();
  });

  test('what nobody waits for goes after all that somebody waits for, and holds a commit up by no more than four acts', async () => {
    const engine = openSqlite(folder);
    const ran: string[] = [];
    const act = (id: string, canWait: boolean) =>
      engine.transact(
        async (tx) => {
          ran.push(id);
          await tx.insert(schema.traveller).values(row(id));
        },
        { canWait },
      );
    const sent = Array.from({ length: 10 }, (_, i) => act(`sent-${i}`, true));
    const sold = Array.from({ length: 3 }, (_, i) => act(`sold-${i}`, false));
    await Promise.all([...sold, ...sent]);
    expect(ran.slice(0, 3)).toEqual(['sold-0', 'sold-1', 'sold-2']);
    expect(ran.slice(3)).toEqual(sent.map((_, i) => `sent-${i}`));
    const { commits, acts } = engine.figures();
    expect({ acts, commits }).toEqual({ acts: 13, commits: 4 });
    await engine.close();
  });

  test('what somebody waits for goes before the next that nobody does, in the commit that is open', async () => {
    const engine = openSqlite(folder);
    const ran: string[] = [];
    const act = (id: string, canWait: boolean, meanwhile = () => {}) =>
      engine.transact(
        async (tx) => {
          ran.push(id);
          setImmediate(meanwhile);
          await tx.insert(schema.traveller).values(row(id));
        },
        { canWait },
      );
    let sold: Promise<unknown> = Promise.resolve();
    const sent = ['sent-0', 'sent-1', 'sent-2'].map((id, i) =>
      act(id, true, () => {
        if (i === 0) sold = act('sold', false);
      }),
    );
    await sent[0];
    await sold;
    expect(ran.slice(0, 2)).toEqual(['sent-0', 'sold']);
    await Promise.all(sent);
    expect(ran).toEqual(['sent-0', 'sold', 'sent-1', 'sent-2']);
    expect(engine.figures().commits).toBe(2);
    await engine.close();
  });

  test('an account can never hold more than its limit', async () => {
    const engine = openInMemory();
    const account = {
      id: 'x',
      holderKind: 'traveller' as const,
      holder: 'h',
      rule: 'R',
      period: 'p',
      unit: 'g',
      limitAmount: 10,
      posted: 4,
      held: 6,
    };
    await engine.transact(async (tx) =>
      tx
        .insert(schema.account)
        .values(account)
        .then(() => undefined),
    );
    const more = engine.transact(async (tx) =>
      tx
        .update(schema.account)
        .set({ held: sql`${schema.account.held} + 1` })
        .where(eq(schema.account.id, 'x'))
        .then(() => undefined),
    );
    await expect(more).rejects.toThrow(/account_never_overspent/);
    await engine.close();
  });

  test('the migrated file has the tables, columns and STRICTness of the schema', async () => {
    const engine = openInMemory();
    const tables = Object.values(schema).filter((each) => is(each, Table)) as unknown as Parameters<typeof getTableConfig>[0][];
    expect(tables.length).toBeGreaterThan(45);
    const catalogue = await engine.read(async (tx) =>
      tx.all<{ name: string; strict: number }>(sql`select name, strict from pragma_table_list where schema = 'main'`),
    );
    for (const table of tables) {
      const { name } = getTableConfig(table);
      expect([name, catalogue.find((each) => each.name === name)?.strict]).toEqual([name, 1]);
      const columns = await engine.read(async (tx) => tx.all<{ name: string }>(sql`select name from pragma_table_info(${name})`));
      const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      expect(columns.map((column) => column.name).sort()).toEqual(Object.keys(getTableColumns(table)).map(snake).sort());
    }
    await engine.close();
  });

  test('a market of before keeps its people: the identity goes to the newest document, an erased one’s lookups are overdue', () => {
    const file = connect(join(folder, 'before.db'));
    const migration = (name: string) => file.exec(readFileSync(join('db', 'migrations', 'sqlite', name), 'utf8'));
    migration('0001-the-market-opens.sql');
    const person = file.prepare(
      "INSERT INTO traveller (id, nationality, residence, recorded_at) VALUES (?, 'KAZ', 'KAZ', '2026-01-01')",
    );
    const document = file.prepare(
      "INSERT INTO travel_document (id, traveller, type, issuer, lookup, likeness, key_version, expires_on, recorded_at) VALUES (?, ?, 'passport', 'KAZ', ?, 'x', 1, '2031-01-01', ?)",
    );
    for (const id of ['kept', 'erased']) person.run(id);
    document.run('card', 'kept', 'l1', '2026-01-01T08:00:00.000Z');
    document.run('passport', 'kept', 'l2', '2026-02-01T08:00:00.000Z');
    document.run('old', 'erased', 'l3', '2026-01-05T08:00:00.000Z');
    file.exec("INSERT INTO identity VALUES ('kept', x'0102', '2026-02-01T08:00:00.000Z', '2027-03-08')");
    file.pragma('foreign_keys = OFF');
    migration('0002-each-document-its-identity.sql');
    expect(file.pragma('foreign_key_check')).toEqual([]);
    expect(file.prepare('SELECT document, retain_until FROM identity').all()).toEqual([
      { document: 'passport', retain_until: '2027-03-08' },
    ]);
    expect(file.prepare('SELECT id, retain_until FROM travel_document ORDER BY id').all()).toEqual([
      { id: 'card', retain_until: '2027-03-08' },
      { id: 'old', retain_until: '2026-01-05' },
      { id: 'passport', retain_until: '2027-03-08' },
    ]);
    file.close();
  });
});
