import { createHash } from 'node:crypto';
import { getTableName } from 'drizzle-orm';
import type { Serai } from '#app/serai.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { diceFrom } from '../faults/dice.ts';
import { aMarket, type Market } from './a-market.ts';
import { aDocument, type Goods } from './a-visit.ts';
import { TABLES } from './contents.ts';
import { TEST_NOW } from './test-now.ts';

/** What a history said at each step, and a hash of each table at its end. */
export type History = { readonly said: readonly string[]; readonly tables: Readonly<Record<string, string>> };

type Asked = { readonly who: string; readonly path: string; readonly body: Record<string, unknown> };
type Dice = (sides: number) => number;

/** Passes that are issued, entered with, sold to, refunded, shown at the exit and asked again, as the dice fall: the same for a seed on any engine. */
export async function aHistory(seed: number, steps: number): Promise<History> {
  const market = await aMarket();
  fixIds(market.serai);
  const said = await playIn(market, seed, steps);
  const tables = await tablesOf(market);
  await market.close();
  return { said, tables };
}

/** The same in a market that goes on. @returns what it said at each step. */
export async function playIn(market: Market, seed: number, steps: number): Promise<readonly string[]> {
  const story = await aStory(market, seed);
  const said: string[] = [];
  for (let step = 0; step < steps; step += 1) said.push(await story.next());
  return said;
}

/** Ids and secrets that the market draws by lot are counted here instead. */
function fixIds(serai: Serai): void {
  let count = 0;
  const drawn = (): string => createHash('sha256').update(`drawn ${++count}`).digest('hex');
  const fixed: Pick<ReturnType<Serai['contextOf']>, 'newId' | 'randomBytes'> = {
    newId: () => `01a0${String(++count).padStart(4, '0')}-0000-7000-8000-${drawn().slice(0, 12)}`,
    randomBytes: (size) => Buffer.from(drawn().repeat(Math.ceil(size / 32)), 'hex').subarray(0, size),
  };
  const { contextOf } = serai;
  Object.assign(serai, {
    contextOf: (...of: Parameters<Serai['contextOf']>) => ({ ...contextOf(...of), ...fixed }),
  });
}

async function aStory(market: Market, seed: number) {
  const dice: Dice = diceFrom(seed);
  const of = <Item>(items: readonly Item[]): Item | undefined => items[dice(items.length)];
  const sides = ['CN', 'KZ'] as const;
  const at = {
    CN: { kiosk: await market.token('kiosk', 'CN-1'), gate: await market.token('gate', 'CN-1') },
    KZ: { kiosk: await market.token('kiosk', 'KZ-1'), gate: await market.token('gate', 'KZ-1') },
  };
  const till = await market.token('till', 'A-001');
  const goods = (await market.ask(till, 'GET', '/api/v1/products?stall=A-001&limit=20')).body as { products: Goods[] };
  const { offline } = (await market.ask(till, 'GET', '/api/v1/till')).body as { offline: { beacon: string } };
  const documents = ['CHN', 'KAZ', 'PAK', 'KGZ', 'KAZ'].map((nationality, place) =>
    aDocument({ nationality, number: `H${String(1_000_000 + place)}`, surname: `HISTORY${place}` }),
  );
  const passes: { code: string; side: 'CN' | 'KZ' }[] = [];
  const receipts: Receipt[] = [];
  const exits: { id: string; side: 'CN' | 'KZ'; lines: readonly string[] }[] = [];
  const done: Asked[] = [];
  let days = 0;
  let acts = 0;
  const actId = () => `${String(seed).padStart(8, '0')}-0000-4000-8000-${String(++acts).padStart(12, '0')}`;
  /** Mostly one of the newest: the older are spent. */
  const shown = () => of(dice(4) === 0 ? passes : passes.slice(-3));
  const pass = () => shown()?.code ?? 'NOSUCHPASS';
  /** Now and then less than the shelf asks: as much as a cashier may give alone, or more. */
  const less = () => (dice(3) === 0 ? { discount: { percent: of(['3', '10', '10', '10.01']), reason: 'damaged' } } : {});
  const lines = () =>
    Array.from({ length: 1 + dice(3) }, () => ({ product: of(goods.products)?.id, quantity: String(1 + dice(5)), ...less() }));
  const cash = (amount: string) => [{ kind: 'cash', amount: { amount, currency: 'CNY' } }];
  const baskets = Array.from({ length: 8 }, (_, place) => `ba5ce700-0000-4000-8000-00000000000${place}`);
  /** A sale that the till made without a network, some days ago or in days to come. */
  const inTheDark = () => {
    const sold = lines();
    const at = new Date(Date.parse(TEST_NOW) + (days - dice(3)) * 86_400_000).toISOString();
    const prices = sold.map(() => ({ amount: `${1 + dice(900)}.00`, currency: 'CNY' }));
    const said = { number: 1 + dice(20), beacon: offline.beacon, clock: 'wall', deviceClock: at, session: null, operator: null };
    const money = { prices, change: { amount: '0.00', currency: 'CNY' } };
    return {
      pass: pass(),
      lines: sold,
      tenders: cash('90000.00'),
      origin: 'offline',
      occurredAt: at,
      offline: { ...said, ...money },
    };
  };

  const issue = () => {
    const side = of(sides) ?? 'CN';
    return { who: at[side].kiosk, path: 'passes', body: { document: of(documents) } };
  };
  const enter = () => {
    const { code = 'NOSUCHPASS', side = 'CN' } = shown() ?? {};
    return { who: at[dice(6) === 0 ? 'CN' : side].gate, path: 'entries', body: { pass: code } };
  };
  /** Somebody is inside before anything else happens. */
  const first = [issue, enter, issue, enter, enter];
  const asks: readonly (() => Asked | undefined)[] = [
    issue,
    enter,
    ...Array.from({ length: 3 }, () => () => ({
      who: till,
      path: 'sales',
      body: {
        pass: pass(),
        lines: lines(),
        tenders: cash('90000.00'),
        ...less(),
        ...(dice(2) === 0 ? {} : { basket: of(baskets) }),
        ...(dice(2) === 0 ? {} : { acknowledgedDuty: { amount: '9999.00', currency: of(['CNY', 'EUR']) } }),
      },
    })),
    () => ({ who: till, path: 'sales', body: inTheDark() }),
    () => ({ who: till, path: 'leases', body: { basket: of(baskets), pass: pass(), lines: dice(4) === 0 ? [] : lines() } }),
    () => ({ who: at[of(sides) ?? 'CN'].gate, path: `leases/${of(baskets)}/recalls`, body: { reason: 'the till is dead' } }),
    () => ({ who: till, path: 'decisions', body: { pass: pass(), lines: lines() } }),
    () => {
      const receipt = of(receipts);
      const line = receipt === undefined ? undefined : of(receipt.lines);
      if (receipt === undefined || line === undefined) return undefined;
      const each = (Number(line.price.amount) / Number(line.quantity)).toFixed(2);
      const back = { lines: [{ line: line.line, quantity: '1', goods: 'back' }], tenders: cash(each), paidBy: 'stall' };
      return { who: till, path: `sales/${receipt.id}/refunds`, body: back };
    },
    () => {
      const receipt = of(receipts);
      return receipt === undefined
        ? undefined
        : { who: till, path: `sales/${receipt.id}/voids`, body: { reason: 'rung up twice' } };
    },
    () => {
      const side = dice(6) === 0 ? of(sides) : of(passes)?.side;
      return { who: at[side ?? 'CN'].gate, path: 'exits', body: { pass: pass() } };
    },
    () => {
      const exit = of(exits);
      const fate = of(['carried', 'consumed-inside', 'posted', 'given', 'seized']);
      const body = { line: of(exit?.lines ?? []), fate, reason: 'seen by the officer' };
      return exit === undefined ? undefined : { who: at[exit.side].gate, path: `exits/${exit.id}/resolutions`, body };
    },
    () => {
      const exit = of(exits);
      const outcome = of(['settled', 'settled', 'unsettled', 'withdrawn']);
      return exit === undefined ? undefined : { who: at[exit.side].gate, path: `exits/${exit.id}/close`, body: { outcome } };
    },
    () => of(done),
    () => {
      const before = of(done);
      return before === undefined ? undefined : { ...before, body: { ...before.body, pass: pass() } };
    },
    () => {
      days += dice(3);
      market.at(new Date(Date.parse(TEST_NOW) + days * 86_400_000).toISOString());
      return undefined;
    },
  ];

  const remember = (asked: Asked, body: { pass?: object; receipt?: Receipt; exit?: object }): void => {
    const {
      pass: issued,
      receipt,
      exit,
    } = body as { pass?: { code: string; side: 'CN' | 'KZ' }; receipt?: Receipt } & {
      exit?: { id: string; side?: 'CN' | 'KZ'; declared?: { id: string }[] };
    };
    done.push(asked);
    if (asked.path === 'passes' && issued !== undefined) passes.push({ code: issued.code, side: issued.side });
    if (asked.path === 'sales' && receipt !== undefined) receipts.push(receipt);
    if (asked.path === 'exits' && exit !== undefined)
      exits.push({ id: exit.id, side: asked.who === at.CN.gate ? 'CN' : 'KZ', lines: (exit.declared ?? []).map(({ id }) => id) });
  };
  return {
    async next(): Promise<string> {
      const asked = (first.shift() ?? of(asks))?.();
      if (asked === undefined) return 'nothing';
      const body = { id: actId(), ...asked.body };
      const reply = await market.ask(asked.who, 'POST', `/api/v1/${asked.path}`, asked.path === 'decisions' ? asked.body : body);
      if (reply.status === 201) remember({ ...asked, body }, reply.body);
      return `${asked.path} ${reply.status} ${JSON.stringify(reply.body)}`;
    },
  };
}

/** Every row of every table, but for what is drawn by lot outside the market: the seal over an identity. */
function tablesOf({ serai }: Market): Promise<Readonly<Record<string, string>>> {
  return serai.engine.read(async (tx) => {
    const tables: Record<string, string> = {};
    for (const table of TABLES) {
      const rows = await tx.select().from(table);
      const written = rows.map((row) => JSON.stringify({ ...row, sealed: undefined })).sort();
      tables[getTableName(table)] = `${rows.length} ${createHash('sha256').update(written.join('\n')).digest('hex')}`;
    }
    return tables;
  });
}
