import { eq, inArray, sql } from 'drizzle-orm';
import { account, excess, pass as passTable, visit } from '#db/schema/schema.ts';
import type { ExitView } from '#db/stores/exit-cases.ts';
import type { LinkView } from '#lib/traveller/link-view.ts';
import { aMarket, id, type Market } from './a-market.ts';
import { aDay, aDocument, body, inside, type Printed } from './a-visit.ts';

export type Linking = Awaited<ReturnType<typeof aLinkingMarket>>;

/** A market where one face shows several documents: who buys lamps of 500 CNY, how links are decided, and what stands where afterwards. */
export async function aLinkingMarket() {
  const market = await aMarket();
  const day = await aDay(market);
  const lamp = await day.stock('A-001', { price: '500.00' });

  const proposed = async (pass: string) =>
    body<{ rows: LinkView[] }>(await market.ask(day.at.CN.gate, 'GET', `/api/v1/links?pass=${pass}`), 200).rows;

  const decide = (link: string, outcome: 'linked' | 'separated', act = id()) =>
    market.ask(day.at.CN.gate, 'POST', `/api/v1/links/${link}/decisions`, {
      id: act,
      outcome,
      reason: 'compared both documents',
    });

  const buy = async (pass: string, lamps: number) =>
    body(await day.sell('A-001', pass, [[lamp, lamps]], { acknowledgedDuty: { amount: '99999.00', currency: 'CNY' } }), 201);

  /** A visit with so many lamps, from the entry to the exit. */
  const visitWith = async (document: unknown, lamps: number): Promise<string> => {
    const pass = await inside(day, 'CN', document);
    if (lamps > 0) await buy(pass, lamps);
    exitOf(await day.close('CN', exitOf(await day.present('CN', pass)).id, 'settled'));
    return pass;
  };
  return {
    market,
    day,
    lamp,
    proposed,
    decide,
    buy,
    visitWith,
    travellerOf: (pass: string) => travellerOf(market, pass),
    standing: (holders: readonly string[]) => standing(market, holders),
    beyond: (travellers: readonly string[]) => beyond(market, travellers),
  };
}

export const exitOf = (reply: Parameters<typeof body>[0]) => body<{ exit: ExitView }>(reply, 201).exit;

let namesakes = 0;

/** Documents of one face: the same names, birth date and nationality, another number on each. */
export function documentsOfOne(count: number, of: Partial<Printed> = {}): Printed[] {
  namesakes += 1;
  const letters = [...String(namesakes)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');
  return Array.from({ length: count }, () => aDocument({ surname: `NAMESAKE${letters}`, ...of }));
}

async function travellerOf(market: Market, pass: string): Promise<string> {
  const [row] = await market.serai.engine.read(async (tx) =>
    tx.select({ traveller: passTable.traveller }).from(passTable).where(eq(passTable.code, pass)),
  );
  return row?.traveller ?? '';
}

/** What stands in the accounts of these holders, by rule and period. */
async function standing(market: Market, holders: readonly string[]): Promise<Record<string, { posted: number; held: number }>> {
  const rows = await market.serai.engine.read(async (tx) =>
    tx
      .select()
      .from(account)
      .where(inArray(account.holder, [...holders]))
      .orderBy(account.holder, account.rule, account.period),
  );
  return Object.fromEntries(
    rows
      .filter(({ posted, held }) => posted + held > 0)
      .map(({ holder, rule, period, posted, held }) => [`${holders.indexOf(holder)} ${rule} ${period}`, { posted, held }]),
  );
}

/** What lies beyond the limit for the visits of these travellers, by holder and rule. */
async function beyond(market: Market, travellers: readonly string[]): Promise<Record<string, number>> {
  const amount = sql<number>`sum(${excess.amount})`;
  const rows = await market.serai.engine.read(async (tx) =>
    tx
      .select({ holder: excess.holder, rule: excess.rule, amount })
      .from(excess)
      .innerJoin(visit, eq(visit.id, excess.visit))
      .where(inArray(visit.traveller, [...travellers]))
      .groupBy(excess.holder, excess.rule),
  );
  return Object.fromEntries(
    rows.filter((row) => row.amount !== 0).map((row) => [`${travellers.indexOf(row.holder)} ${row.rule}`, row.amount]),
  );
}
