import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RehearsalView } from '#app/api/law-shapes.ts';
import { openSqlite } from '#db/engine/sqlite.ts';
import { decision } from '#db/schema/schema.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, Facts } from '#lib/law/decision.ts';
import { MOST_CHANGES, type Tally } from '#lib/law/rehearsal.ts';
import { advanceRehearsal } from '#lib/operations/advance-rehearsal.ts';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { aTraffic } from '../support/a-traffic.ts';
import { askAs, atTheOffice, told, whyNot } from '../support/an-office.ts';
import { packOf } from '../support/khorgos.ts';
import { runIn } from '../support/test-engine.ts';

type Json = {
  rules: { id: string; from: string; to: string | null; measure: Record<string, unknown> }[];
  settings: { changes?: { rule?: string; from?: string }[] }[];
  version: number;
};
type Report = { state: string; done: number; total: number; tally: Tally };

const AFTER = '2026-11-18T08:00:00.000Z';
const FULL = 100_000;

let market: Market;
let first: Actor;
beforeEach(async () => {
  market = await aMarket();
  first = await atTheOffice(market, 'administrator');
});
afterEach(() => market.close());

const post = (path: string, fields: object) => askAs(market, first, 'POST', `/api/v1/law/${path}`, { id: id(), ...fields });

/** A draft that halves the Chinese limit of value, by a rule that begins on the day it would be law. */
async function aHarderDraft(): Promise<{ draft: string; body: Json }> {
  const { draft } = await told<{ draft: { id: string } }>(post('drafts', { title: 'Half of it' }), 201);
  const read = await told<{ draft: { body: Json } }>(askAs(market, first, 'GET', `/api/v1/law/drafts/${draft.id}`), 200);
  const rules = read.draft.body.rules.flatMap((rule) =>
    rule.id === 'CN-ICBC-VAL'
      ? [
          { ...rule, to: '2026-11-30' },
          { ...rule, from: '2026-12-01', measure: { ...rule.measure, limitMinor: 60_000 } },
        ]
      : [rule],
  );
  const body = { ...read.draft.body, rules };
  await told(post(`drafts/${draft.id}/versions`, { after: 1, body }), 201);
  return { draft: draft.id, body };
}

async function begin(draft: string, lawDay = '2026-12-01'): Promise<string> {
  const started = await told<{ rehearsal: { id: string } }>(
    post(`drafts/${draft}/rehearsals`, { since: '2026-11-01', lawDay }),
    201,
  );
  return started.rehearsal.id;
}

async function goOn(): Promise<number> {
  let slices = 0;
  while (await advanceRehearsal(market.serai.contextOf(MACHINE))) slices += 1;
  return slices;
}

const reportOf = async (rehearsal: string): Promise<Report> =>
  (await told<{ rehearsal: Report }>(askAs(market, first, 'GET', `/api/v1/law/rehearsals/${rehearsal}`), 200)).rehearsal;

/** The same, said in another way: the whole record against the draft of the day, in one go. */
async function byHand(body: Json) {
  const isOver = ({ to }: Json['rules'][number]) => to !== null && to <= '2026-12-01';
  // What is over stays on the page without effect: others may name it. Of a rule with a later version only that one stays.
  const draft = packOf({
    ...body,
    // Answers that change one version alone name versions that are left out here; none of them is given.
    settings: body.settings.map((setting) =>
      setting.changes === undefined ? setting : { ...setting, changes: setting.changes.filter(({ from }) => from === undefined) },
    ),
    rules: body.rules
      .filter((rule) => !isOver(rule) || !body.rules.some((other) => other.id === rule.id && !isOver(other)))
      .map((rule) => (isOver(rule) ? { ...rule, applies: false } : rule))
      .map((rule) => (rule.from > '2026-11-01' ? { ...rule, from: '2026-11-01' } : rule)),
  });
  const rows = await market.serai.engine.read(async (tx) => tx.select().from(decision));
  const last = new Map<string, string>();
  for (const row of rows) if (row.id > (last.get(row.visit) ?? '')) last.set(row.visit, row.id);
  return rows.map((row) => ({
    isLast: last.get(row.visit) === row.id,
    before: row.body as Decision,
    after: decide(draft, row.facts as Facts),
  }));
}

describe('A rehearsal', () => {
  test('says who flips, what duty becomes and which stalls are touched, as the whole record decided by hand does', async () => {
    await aTraffic(market, 24);
    market.at(AFTER);
    const { draft, body } = await aHarderDraft();
    const rehearsal = await begin(draft);
    expect(await reportOf(rehearsal)).toMatchObject({ state: 'running', done: 0 });
    await goOn();
    const report = await reportOf(rehearsal);
    expect(RehearsalView.safeParse(report).error?.issues ?? []).toEqual([]);
    const all = await byHand(body);
    const changed = all.filter(
      ({ before, after }) => before.outcome !== after.outcome || before.duty?.minor !== after.duty?.minor,
    );
    expect(changed.length).toBeGreaterThan(5);
    const { tally } = report;
    expect([report.state, report.done, report.total]).toEqual(['done', all.length, all.length]);
    expect([tally.decisions, tally.changed, tally.undecided]).toEqual([all.length, changed.length, 0]);
    const lasts = all.filter(({ isLast }) => isLast);
    expect(tally.visits).toBe(lasts.length);
    expect(tally.outcomes['free>duty']).toBe(
      lasts.filter(({ before, after }) => before.outcome === 'free' && after.outcome === 'duty').length,
    );
    const cny = (when: 'before' | 'after') =>
      lasts.reduce((sum, each) => sum + (each[when].duty?.currency === 'CNY' ? (each[when].duty?.minor ?? 0) : 0), 0);
    expect(tally.duty.CNY).toEqual({ before: cny('before'), after: cny('after') });
    expect(Object.keys(tally.stalls).length).toBeGreaterThan(1);
    expect(tally.changes.length).toBe(Math.min(MOST_CHANGES, changed.length));
    for (const { rules, before, after, dutyBefore, dutyAfter } of tally.changes) {
      expect(rules).toContain('CN-ICBC-VAL');
      expect([before, dutyBefore]).not.toEqual([after, dutyAfter]);
    }
  });

  test('goes on after a restart from the last slice that was written, and does nothing twice', async () => {
    await aTraffic(market, 6);
    await copyDecisions(450);
    market.at(AFTER);
    const rehearsal = await begin((await aHarderDraft()).draft);
    await advanceRehearsal(market.serai.contextOf(MACHINE));
    const half = await reportOf(rehearsal);
    expect([half.state, half.done, half.tally.decisions]).toEqual(['running', 200, 200]);
    expect(await goOn()).toBe(2);
    const whole = await reportOf(rehearsal);
    expect([whole.state, whole.done, whole.tally.decisions]).toEqual(['done', whole.total, whole.total]);
  });

  test('of days without traffic is refused, and an auditor starts none', async () => {
    const { draft } = await aHarderDraft();
    market.at(AFTER);
    const later = post(`drafts/${draft}/rehearsals`, { since: '2026-11-19', lawDay: '2026-12-01' });
    expect(await whyNot(later)).toBe('rehearsal-empty');
    const auditor = await atTheOffice(market, 'auditor');
    const fields = { id: id(), since: '2026-11-01', lawDay: '2026-12-01' };
    expect((await askAs(market, auditor, 'POST', `/api/v1/law/drafts/${draft}/rehearsals`, fields)).status).toBe(403);
  });

  test.runIf(process.env.SERAI_FULL)('of 100,000 decisions lets acts between its slices', { timeout: 900_000 }, async () => {
    await aTraffic(market, 60);
    await copyDecisions(FULL);
    market.at(AFTER);
    const rehearsal = await begin((await aHarderDraft()).draft);
    const folder = mkdtempSync(join(tmpdir(), 'serai-rehearsal-'));
    const image = (market.serai.engine as unknown as { image: () => Buffer }).image();
    writeFileSync(join(folder, 'serai.db'), image);
    const engine = openSqlite(folder);
    const context = { ...market.serai.contextOf(MACHINE), transact: engine.transact, read: engine.read };
    const waits: number[] = [];
    let running = true;
    const acts = (async () => {
      while (running) {
        const asked = performance.now();
        await engine.transact(async (tx) => tx.run(sql`update market set opened_at = opened_at`));
        waits.push(performance.now() - asked);
        await new Promise((soon) => setTimeout(soon, 5));
      }
    })();
    const began = performance.now();
    while (await advanceRehearsal(context));
    const seconds = (performance.now() - began) / 1000;
    running = false;
    await acts;
    const [row] = await engine.read(async (tx) =>
      tx.all<{ state: string; done: number }>(sql`select state, done from rehearsal where id = ${rehearsal}`),
    );
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
    waits.sort((a, b) => a - b);
    const at = (share: number) => waits[Math.floor(waits.length * share)]?.toFixed(1);
    console.log(
      `rehearsal: ${row?.done} decisions in ${seconds.toFixed(1)} s; ${waits.length} acts between, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${waits.at(-1)?.toFixed(1)} ms`,
    );
    expect(row?.state).toBe('done');
    expect(row?.done).toBeGreaterThanOrEqual(FULL);
  });
});

/** Fills the record up to a size with copies of what is there, each a decision of its own. */
async function copyDecisions(size: number): Promise<void> {
  await market.serai.engine.transact((tx) =>
    runIn(
      tx,
      sql`
      with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${size}),
      known as (select *, row_number() over (order by id) as place, count(*) over () as known from decision)
      insert into decision (id, code, visit, act, engine, pack_hash, facts, body, recorded_at)
      select id || '-' || n, code || '-' || n, visit, act, engine, pack_hash, facts, body, recorded_at
      from numbers join known on place = 1 + n % known where n <= ${size} - known`,
    ),
  );
}
