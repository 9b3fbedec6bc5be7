import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LAW_CALLS } from '#app/api/calls/law-calls.ts';
import { RATE_CALLS } from '#app/api/calls/rate-calls.ts';
import { packInForce } from '#db/stores/market.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, inside } from '../support/a-visit.ts';
import { askAs, atTheOffice, told, whyNot } from '../support/an-office.ts';

type Pack = { version: number; rules: { id: string; measure: Record<string, unknown> }[]; gates: unknown[]; market: object };
type Draft = { draft: { id: string; version: number } };

let market: Market;
let first: Actor;
let second: Actor;
beforeEach(async () => {
  market = await aMarket();
  first = await atTheOffice(market, 'administrator');
  second = await atTheOffice(market, 'administrator2');
});
afterEach(() => market.close());

/** TEST_NOW is a Wednesday, the 18th, on both sides. */
const TOMORROW = '2026-11-19';
const MIDNIGHT = { CN: '2026-11-18T16:00:00.000Z', KZ: '2026-11-18T19:00:00.000Z' };
const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();

const post = (actor: Actor, path: string, fields: object) =>
  askAs(market, actor, 'POST', `/api/v1/law/${path}`, { id: id(), ...fields });
const get = <Body>(path: string) => told<Body>(askAs(market, first, 'GET', `/api/v1/law${path}`), 200);

/** A draft in which the Chinese limit of value is another. */
async function aDraft(limitMinor: number): Promise<string> {
  const { draft } = await told<Draft>(post(first, 'drafts', { title: 'A lower limit' }), 201);
  const { body: pack } = (await get<{ draft: { body: Pack } }>(`/drafts/${draft.id}`)).draft;
  await told(post(first, `drafts/${draft.id}/versions`, { after: 1, body: withLimit(pack, limitMinor) }), 201);
  return draft.id;
}

const withLimit = (pack: Pack, limitMinor: number): Pack => ({
  ...pack,
  rules: pack.rules.map((rule) => (rule.id === 'CN-ICBC-VAL' ? { ...rule, measure: { ...rule.measure, limitMinor } } : rule)),
});

async function aMotion(limitMinor = 100_000, effectiveFrom = TOMORROW): Promise<string> {
  const draft = await aDraft(limitMinor);
  const { motion } = await told<{ motion: { id: string } }>(
    post(first, `drafts/${draft}/motions`, { version: 2, effectiveFrom }),
    201,
  );
  return motion.id;
}

const versionOn = async (side: string, now: string): Promise<number> =>
  (await market.serai.engine.read((tx) => packInForce(tx, now, side))).pack.version;

describe('A draft', () => {
  test('is saved only as it reads, with the place of the first fault, and never over somebody else’s saving', async () => {
    const draft = await aDraft(700_000);
    const { body: pack } = (await get<{ draft: { body: Pack } }>(`/drafts/${draft}`)).draft;
    const faulty = { ...pack, rules: pack.rules.map((rule) => ({ ...rule, side: 'XX' })) };
    const refused = await told<{ reason: string; facts: Record<string, unknown>; faults: unknown[] }>(
      post(first, `drafts/${draft}/versions`, { after: 2, body: faulty }),
      422,
    );
    expect([refused.reason, refused.facts.field, refused.facts.count]).toEqual([
      'draft-faulty',
      '/rules/0/side',
      pack.rules.length,
    ]);
    expect(refused.faults.slice(0, 1)).toEqual([
      { pointer: '/rules/0/side', reason: 'one-of', facts: { ids: ['CN', 'KZ'] }, detail: 'write one of CN, KZ' },
    ]);
    expect([refused.faults.length, refused.facts.fault]).toEqual([pack.rules.length, 'write one of CN, KZ']);
    expect(await whyNot(post(second, `drafts/${draft}/versions`, { after: 1, body: pack }))).toBe('draft-moved-on');
    await told(post(second, `drafts/${draft}/versions`, { after: 2, body: withLimit(pack, 600_000) }), 201);
    const { versions } = (await get<{ draft: { versions: { number: number; author: string }[] } }>(`/drafts/${draft}`)).draft;
    expect(versions.map(({ number, author }) => [number, author])).toEqual([
      [3, 'Second administrator'],
      [2, 'Market administrator'],
      [1, 'Market administrator'],
    ]);
  });

  test('may not be another market’s, nor lose a gate', async () => {
    const draft = await aDraft(700_000);
    const { body: pack } = (await get<{ draft: { body: Pack } }>(`/drafts/${draft}`)).draft;
    const saved = (changed: object) => post(first, `drafts/${draft}/versions`, { after: 2, body: { ...pack, ...changed } });
    expect(await whyNot(saved({ market: { ...pack.market, id: 'elsewhere' } }))).toBe('draft-market');
    expect(await whyNot(saved({ gates: pack.gates.slice(1) }))).toBe('draft-place-gone');
  });
});

describe('Two signatures', () => {
  test('put a pack in force at each side’s own midnight, by itself', async () => {
    const motion = await aMotion();
    expect(await versionOn('CN', MIDNIGHT.KZ)).toBe(1);
    await told(post(second, `motions/${motion}/signatures`, {}), 201);
    expect(await versionOn('CN', justBefore(MIDNIGHT.CN))).toBe(1);
    expect(await versionOn('CN', MIDNIGHT.CN)).toBe(2);
    expect(await versionOn('KZ', justBefore(MIDNIGHT.KZ))).toBe(1);
    expect(await versionOn('KZ', MIDNIGHT.KZ)).toBe(2);
    const { packs } = await get<{ packs: { version: string; signers: string[]; inForceOn: string[] }[] }>('/packs');
    expect(packs.map(({ version, signers, inForceOn }) => [version, signers, inForceOn])).toEqual([
      ['2', ['Market administrator', 'Second administrator'], []],
      ['1', [], ['CN', 'KZ']],
    ]);
  });

  test('are of two different people, both by name', async () => {
    const motion = await aMotion();
    expect(await whyNot(post(first, `motions/${motion}/signatures`, {}))).toBe('motion-signed-by-you');
    expect(await whyNot(post(MACHINE, `motions/${motion}/signatures`, {}))).toBe('signer-unknown');
    expect(await versionOn('CN', MIDNIGHT.KZ)).toBe(1);
    await told(post(second, `motions/${motion}/signatures`, {}), 201);
    expect(await whyNot(post(second, `motions/${motion}/signatures`, {}))).toBe('motion-not-open');
  });

  test('need a day that is tomorrow or later on both sides, also when the second comes', async () => {
    const draft = await aDraft(100_000);
    const lay = (effectiveFrom: string) => post(first, `drafts/${draft}/motions`, { version: 2, effectiveFrom });
    expect(await whyNot(lay('2026-11-18'))).toBe('motion-too-early');
    // China has its tomorrow already, Kazakhstan has not.
    market.at(MIDNIGHT.CN);
    expect(await whyNot(lay(TOMORROW))).toBe('motion-too-early');
    const { motion } = await told<{ motion: { id: string } }>(lay('2026-11-20'), 201);
    market.at('2026-11-19T16:00:00.000Z');
    expect(await whyNot(post(second, `motions/${motion.id}/signatures`, {}))).toBe('motion-too-early');
  });

  test('are taken back with a reason until the day begins on the first side, and not after', async () => {
    const motion = await aMotion();
    await told(post(second, `motions/${motion}/signatures`, {}), 201);
    await told(post(second, `motions/${motion}/withdrawals`, { reason: 'the ministry changed its mind' }), 201);
    expect(await versionOn('CN', MIDNIGHT.KZ)).toBe(1);
    expect(await whyNot(post(second, `motions/${motion}/signatures`, {}))).toBe('motion-not-open');
    const draft = await aDraft(100_000);
    const { motion: other } = await told<{ motion: { id: string } }>(
      post(first, `drafts/${draft}/motions`, { version: 2, effectiveFrom: TOMORROW }),
      201,
    );
    await told(post(second, `motions/${other.id}/signatures`, {}), 201);
    market.at(MIDNIGHT.CN);
    expect(await whyNot(post(second, `motions/${other.id}/withdrawals`, { reason: 'too late' }))).toBe('motion-in-force');
  });

  test('make the law that the next sale is decided by', async () => {
    const motion = await aMotion(100_000);
    await told(post(second, `motions/${motion}/signatures`, {}), 201);
    const day = await aDay(market);
    const limitAt = async (now: string) => {
      market.at(now);
      const pass = await inside(day, 'CN', aDocument());
      const sold = await day.sell('A-001', pass, [[await day.stock('A-001', { price: '10.00' }), 1]]);
      const { decision } = body<{ receipt: Receipt }>(sold, 201).receipt;
      return [decision.pack, decision.limits.find(({ rule }) => rule === 'CN-ICBC-VAL')?.limit];
    };
    expect(await limitAt(justBefore(MIDNIGHT.CN))).toEqual(['khorgos@1', 800_000]);
    expect(await limitAt(MIDNIGHT.CN)).toEqual(['khorgos@2', 100_000]);
  });

  test('give another answer to an open question from a day on', async () => {
    const lay = (value: unknown) => post(first, 'settings/cn-national-tobacco/motions', { value, effectiveFrom: TOMORROW });
    expect(await whyNot(lay('perhaps'))).toBe('setting-option');
    const { motion } = await told<{ motion: { id: string } }>(lay(false), 201);
    await told(post(second, `motions/${motion.id}/signatures`, {}), 201);
    const rulesOn = async (day: string) => {
      const query = `side=CN&day=${day}&nationality=PAK&residence=PAK&age=30`;
      return (await get<{ rules: { rule: string }[] }>(`/allowances?${query}`)).rules.map(({ rule }) => rule);
    };
    expect(await rulesOn('2026-11-18')).toContain('CN-NAT-CIG');
    expect(await rulesOn(TOMORROW)).not.toContain('CN-NAT-CIG');
  });
});

describe('The traveller’s question', () => {
  test('is answered by the law of the day that is asked about', async () => {
    const motion = await aMotion(100_000, '2027-03-03');
    await told(post(second, `motions/${motion}/signatures`, {}), 201);
    const ask = (day: string, age: number) =>
      get<{ rules: { rule: string; limit: number; without: string | null; forbids: boolean }[] }>(
        `/allowances?side=CN&day=${day}&nationality=PAK&residence=PAK&age=${age}`,
      );
    const of = (rules: { rule: string }[], rule: string) => rules.find((each) => each.rule === rule);
    const young = (await ask('2027-03-02', 17)).rules;
    expect(of(young, 'CN-ICBC-VAL')).toMatchObject({ limit: 800_000, without: null });
    expect(of(young, 'CN-NAT-CIG')).toMatchObject({ limit: 0, without: 'under-age', forbids: true });
    const grown = (await ask('2027-03-03', 18)).rules;
    expect(of(grown, 'CN-ICBC-VAL')).toMatchObject({ limit: 100_000 });
    expect(of(grown, 'CN-NAT-CIG')).toMatchObject({ limit: 1_000_000, without: null });
  });
});

describe('Every reading of the law room', () => {
  test('answers as its shape says, to an auditor too', async () => {
    const motion = await aMotion();
    await told(post(second, `motions/${motion}/signatures`, {}), 201);
    const { drafts } = await get<{ drafts: { id: string }[] }>('/drafts');
    const { packs } = await get<{ packs: { hash: string }[] }>('/packs');
    const [draft, pack] = [drafts[0]?.id, packs[0]?.hash];
    const auditor = await atTheOffice(market, 'auditor');
    const paths = [
      'law',
      'law/packs',
      `law/packs/${pack}`,
      'law/motions',
      'law/drafts',
      `law/drafts/${draft}`,
      `law/comparisons?from=${pack}&to=${draft}`,
      'law/allowances?side=KZ&day=2027-01-01&nationality=KAZ&residence=KAZ&age=40',
      'rates?kind=law',
      'rates?kind=till',
    ];
    for (const path of paths) {
      const answered = await told(askAs(market, auditor, 'GET', `/api/v1/${path}`), 200);
      const pattern = (each: string) => new RegExp(`^${each.replace(/\{\w+\}/g, '[^/]+')}$`);
      const call = [...LAW_CALLS, ...RATE_CALLS].find((each) => pattern(each.path).test(`/api/v1/${path.split('?')[0]}`));
      expect([path, call?.output.safeParse(answered).error?.issues ?? []]).toEqual([path, []]);
    }
  });
});

describe('Two packs', () => {
  test('are compared rule by rule and field by field', async () => {
    const draft = await aDraft(700_000);
    const { packs } = await get<{ packs: { hash: string }[] }>('/packs');
    const compared = await get<{ added: []; removed: []; changed: { id: string; fields: unknown[] }[]; others: unknown[] }>(
      `/comparisons?from=${packs[0]?.hash}&to=${draft}`,
    );
    expect(compared.changed.map(({ id: rule, fields }) => [rule, fields])).toEqual([
      ['CN-ICBC-VAL', [{ pointer: '/measure/limitMinor', before: 800_000, after: 700_000 }]],
    ]);
    expect([compared.added, compared.removed]).toEqual([[], []]);
    expect(compared.others).toEqual([{ pointer: '/version', before: 1, after: 2 }]);
  });
});
