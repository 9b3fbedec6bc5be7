import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInMemory } from '#db/engine/sqlite.ts';
import { headsOf, signedCheckpoint } from '#db/evidence/checkpoint.ts';
import { rowDigest } from '#db/evidence/row-digest.ts';
import { markStartingPoint } from '#db/evidence/starting-point.ts';
import { EVIDENCE, type Proven } from '#db/evidence/tables.ts';
import { type Verified, verifyMarket } from '#db/evidence/verify.ts';
import { verifyFile } from '#db/evidence/verify-folder.ts';
import { MARKET } from '#lib/staff/actor.ts';
import { fileOf, verified } from '../support/a-file.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, type Day, inside } from '../support/a-visit.ts';
import { askAboutFiscal } from '../support/every-call/about-fiscal.ts';
import { askAtDevices } from '../support/every-call/at-devices.ts';
import { listeningTo } from '../support/every-call/heard.ts';
import { chainedAsBefore } from '../support/of-before.ts';

let market: Market;
let day: Day;
beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
  await everythingThatWrites();
});
afterAll(() => market.close());

/** Tables that this file's day does not write: two signatures, goods brought in, counted drawers, corrections, what the office says. */
const RARELY_WRITTEN = [
  'exit_signature',
  'brought_in',
  'drawer_count',
  'act_signature',
  'allowance_choice',
  'outside_entry',
  'line_correction',
  'staff_traveller',
  'commission_rate',
  'commission_bound',
  'payout',
  'stall_custody',
];

type Receipt = {
  receipt: { id: string; lines: { line: number; price: { amount: string; currency: string }; quantity: string }[] };
};

/** One visit of each kind, so that every table of evidence has rows. */
async function everythingThatWrites(): Promise<void> {
  await askAtDevices(listeningTo(market));
  await askAboutFiscal(listeningTo(market));
  const goods = await day.stock('A-001', { price: '300.00' });
  const pass = await inside(day, 'CN', aDocument());
  const sold = body<Receipt>(await day.sell('A-001', pass, [[goods, 3]], cash('1000.00')), 201);
  body(await day.refund('A-001', sold.receipt as never, 1), 201);
  const wrong = body<Receipt>(await day.sell('A-001', pass, [[goods, 1]]), 201);
  const till = await day.till('A-001');
  body(
    await market.ask(till, 'POST', `/api/v1/sales/${wrong.receipt.id}/voids`, { id: randomUUID(), reason: 'rung up twice' }),
    201,
  );
  const { exit } = body<{ exit: { id: string; declared: { id: string }[] } }>(await day.present('CN', pass), 201);
  body(await day.resolve('CN', exit.id, { line: exit.declared[0]?.id, fate: 'carried', weightG: 950 }), 201);
  body(await day.close('CN', exit.id, 'settled'), 201);
  const dear = await day.stock('A-001', { price: '9500.00' });
  const taxed = await inside(day, 'CN', aDocument());
  body(await day.sell('A-001', taxed, [[dear, 1]], { acknowledgedDuty: { amount: '9999.00', currency: 'CNY' } }), 201);
  const left = body<{ exit: { id: string } }>(await day.present('CN', taxed), 201);
  body(await day.close('CN', left.exit.id, 'settled'), 201);
  const other = body<{ pass: { code: string } }>(await day.issue('CN', aDocument()), 201).pass.code;
  body(
    await market.ask(day.at.CN.gate, 'POST', `/api/v1/passes/${other}/revocations`, { id: randomUUID(), reason: 'lost it' }),
    201,
  );
}

const cash = (amount: string) => ({ tenders: [{ kind: 'cash', amount: { amount, currency: 'CNY' } }] });

/** What verifying says after somebody wrote into a copy of the file. */
function foundAfter(write: (file: Database.Database) => unknown): readonly string[] {
  const file = fileOf(market);
  write(file);
  const { faults } = verifyMarket(file);
  file.close();
  return faults.map(({ table, id, wrong }) => `${table} ${id} ${wrong}`);
}

const filled = () => {
  const file = fileOf(market);
  const names = EVIDENCE.filter(({ name }) => file.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() !== 0);
  file.close();
  return names.map(({ name }) => name);
};

describe('A market that nobody tampered with', () => {
  test('is true in every chain, row, sum and reference', () => {
    const { acts, rows, faults } = verified(market);
    expect(faults).toEqual([]);
    expect([acts > 300, rows > 2000]).toEqual([true, true]);
  });

  test('has rows in nearly every table of evidence, so that the tests below try them', () => {
    const empty = EVIDENCE.map(({ name }) => name).filter((name) => !filled().includes(name));
    expect(empty.filter((name) => !RARELY_WRITTEN.includes(name))).toEqual([]);
  });
});

describe('A row of evidence', () => {
  test('that was changed is named, in every table', () => {
    const changed = foundAfter((file) => {
      for (const name of filled()) {
        const { columns } = EVIDENCE.find((each) => each.name === name) as Proven;
        const at =
          columns.filter((column) =>
            /_at$|^at$|^kind$|^state$|^unit$|^category$|^goods$|currency|outcome/.test(column.name),
          )[0] ?? columns[0];
        file.exec(
          `UPDATE "${name}" SET "${at?.name}" = 'x' || coalesce("${at?.name}", '') WHERE rowid = (SELECT max(rowid) FROM "${name}")`,
        );
      }
    });
    expect(filled().filter((name) => !changed.some((each) => each.startsWith(`${name} `)))).toEqual([]);
  });

  test.each([
    ['takings', 'UPDATE takings SET minor = minor + 1 WHERE rowid_of_first'],
    ['takings', 'UPDATE takings SET sales = sales - 1 WHERE rowid_of_first'],
    ['takings', "INSERT INTO takings VALUES ('2026-11-18', 'nowhere', 'CNY', 'x', 1, 0)"],
    ['takings_hour', 'UPDATE takings_hour SET sales = sales - 1 WHERE rowid_of_first'],
    ['takings_hour', "INSERT INTO takings_hour VALUES ('2026-11-18', 'CN', '2026-11-18T01', 'x', 1)"],
    ['takings_by', 'UPDATE takings_by SET minor = minor - 1 WHERE rowid_of_first'],
    ['takings_by', "INSERT INTO takings_by VALUES ('nowhere', 'cashier', '2026-11-18', '', 'CNY', 'x', 1, 0, 0)"],
    ['product_takings', 'UPDATE product_takings SET quantity_milli = quantity_milli + 1 WHERE rowid_of_first'],
    ['stock_sum', 'UPDATE stock_sum SET quantity_milli = 0 WHERE quantity_milli > 0'],
    ['account_sum', 'UPDATE account_sum SET nearly_spent = nearly_spent + 1 WHERE rowid_of_first'],
    ['account_sum', 'DELETE FROM account_sum'],
  ])('with %s that reports read summed up wrongly is named: %s', (table, statement) => {
    const first: Record<string, string> = {
      takings: 'stall = (SELECT min(stall) FROM takings)',
      takings_hour: 'hour = (SELECT min(hour) FROM takings_hour)',
      takings_by: 'subject = (SELECT min(subject) FROM takings_by)',
      product_takings: 'product = (SELECT min(product) FROM product_takings)',
      account_sum: 'rule = (SELECT min(rule) FROM account_sum)',
    };
    const write = statement.replace('rowid_of_first', first[table] ?? '');
    const said = foundAfter((file) => file.exec(write));
    expect(said.filter((each) => each.startsWith(table)).length).toBeGreaterThan(0);
  });

  test('counts with every column but those that are sums', () => {
    const same = EVIDENCE.flatMap((proven) => {
      const values = proven.columns.map((_, i) => `value ${i}`);
      const digest = rowDigest(proven, values);
      return proven.columns.flatMap(({ name }, i) =>
        rowDigest(proven, values.with(i, 'another')) === digest ? [`${proven.name}.${name}`] : [],
      );
    });
    expect(same).toEqual(['account.held', 'account.posted']);
    const held = foundAfter((file) =>
      file.exec('UPDATE account SET held = held + 1 WHERE rowid = (SELECT min(rowid) FROM account)'),
    );
    expect(held[0]).toMatch(/^account .* posted and held are not the sums of its entries$/);
  });

  test('that was removed is named, in every table', () => {
    const removed = foundAfter((file) => {
      for (const name of filled()) file.exec(`DELETE FROM "${name}" WHERE rowid = (SELECT max(rowid) FROM "${name}")`);
    });
    expect(
      filled().filter((name) => !removed.some((each) => each.startsWith(`${name} `) && each.endsWith('was removed'))),
    ).toEqual([]);
  });

  test('that was put in is named', () => {
    const found = foundAfter((file) =>
      file.exec(
        "INSERT INTO account_entry (id, account, visit, act, kind, amount, recorded_at) SELECT 'forged', account, visit, act, kind, amount, recorded_at FROM account_entry LIMIT 1",
      ),
    );
    expect(found).toContain('account_entry forged was put in: no act lists it');
  });

  test('that a change set back to what it was before is named: a plan cannot be turned back', () => {
    const found = foundAfter((file) => {
      const [visit, old] = file
        .prepare(
          'SELECT plan.visit, decision.id FROM plan JOIN decision ON decision.visit = plan.visit WHERE decision.id <> plan.decision LIMIT 1',
        )
        .raw()
        .get() as string[];
      file.prepare('UPDATE plan SET decision = ? WHERE visit = ?').run(old, visit);
    });
    expect(found[0]).toMatch(/^plan .* was changed by no act$/);
  });
});

describe('Two threads', () => {
  test('find what one finds, in every table, chain, sum and reference', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serai-threads-'));
    const path = join(folder, 'serai.db');
    const by = (threads: 1 | 2) =>
      verifyFile(
        path,
        { folder, keys: join(folder, 'keys'), elsewhere: undefined },
        threads === 2 ? 0 : Number.POSITIVE_INFINITY,
      );
    const same = async (): Promise<readonly string[]> => {
      const [one, two] = [await by(1), await by(2)];
      const said = ({ faults }: Verified) => faults.map(({ table, id, wrong }) => `${table} ${id} ${wrong}`).sort();
      expect([two.acts, two.rows, said(two)]).toEqual([one.acts, one.rows, said(one)]);
      return said(two);
    };
    const file = fileOf(market);
    writeFileSync(path, file.serialize());
    expect(await same()).toEqual([]);
    for (const name of filled()) file.exec(`DELETE FROM "${name}" WHERE rowid = (SELECT max(rowid) FROM "${name}")`);
    file.exec("UPDATE audit SET kind = 'nothing-happened' WHERE rowid = 40");
    writeFileSync(path, file.serialize());
    file.close();
    expect((await same()).length).toBeGreaterThan(filled().length);
    rmSync(folder, { recursive: true });
  });
});

describe('A chain', () => {
  test('names the link that was changed, removed or put elsewhere', () => {
    const audit = (sql: string) => foundAfter((file) => file.exec(sql));
    const middle = '(SELECT rowid FROM audit ORDER BY rowid LIMIT 1 OFFSET 40)';
    expect(audit(`UPDATE audit SET kind = 'nothing-happened' WHERE rowid = ${middle}`)[0]).toMatch(
      /was changed after it was written/,
    );
    expect(audit(`UPDATE audit SET id = 'another' WHERE rowid = ${middle}`)[0]).toBe(
      'audit another was changed after it was written',
    );
    expect(audit(`DELETE FROM audit WHERE rowid = ${middle}`)[0]).toMatch(/^audit .* stands at \d+ of its chain, after \d+$/);
  });

  test('whose newest acts were cut off with all that they wrote is found by a checkpoint, and by nothing else', async () => {
    const heads = await market.serai.engine.read(headsOf);
    const checkpoint = signedCheckpoint(market.serai.keys, { market: 'khorgos', at: market.serai.now(), heads });
    const file = fileOf(market);
    expect(verifyMarket(file, { checkpoint }).faults).toEqual([]);
    const [place, wrote] = file
      .prepare("SELECT rowid, wrote FROM audit WHERE kind = 'revoke-pass' ORDER BY rowid DESC")
      .raw()
      .get() as [number, string];
    for (const [table, key] of JSON.parse(wrote) as [string, string][])
      file.prepare(`DELETE FROM "${table}" WHERE ${table === 'pass_revocation' ? 'pass' : 'id'} = ?`).run(key);
    file.prepare('DELETE FROM audit WHERE rowid = ?').run(place);
    expect(verifyMarket(file).faults).toEqual([]);
    expect(verifyMarket(file, { checkpoint }).faults[0]?.wrong).toMatch(
      /this chain ends at \d+, and the checkpoint of .* signed \d+/,
    );
    file.close();
  });
});

describe('A market of before', () => {
  test('lists what it finds once, and from then on every row of it is proven', async () => {
    const { engine, context } = asOfBefore();
    const said = () => {
      const file = new Database(engine.image());
      const { acts, faults } = verifyMarket(file);
      file.close();
      return { acts, first: faults[0]?.wrong };
    };
    expect(said().first).toBe('was put in: no act lists it');
    await markStartingPoint(context);
    const { acts, first } = said();
    expect(first).toBeUndefined();
    await markStartingPoint(context);
    expect(said().acts).toBe(acts);
    const tampered = new Database(engine.image());
    tampered.exec('UPDATE sale SET total_minor = total_minor + 1 WHERE rowid = 1');
    expect(verifyMarket(tampered).faults[0]).toMatchObject({ table: 'sale', wrong: 'was changed after it was written' });
    tampered.close();
    await engine.close();
  });
});

/** The same market with links that list nothing, as they were before migration 0008. */
function asOfBefore() {
  const file = fileOf(market);
  file.exec('UPDATE audit SET wrote = NULL');
  chainedAsBefore(file);
  const engine = openInMemory(file.serialize());
  file.close();
  const context = { ...market.serai.contextOf(MARKET), transact: engine.transact, read: engine.read };
  return { engine, context };
}
