import { dayIn } from '#lib/calendar/zone.ts';
import { ownSideOf, sideOf } from '#lib/law/rules-in-force.ts';
import { type Amount, amountOf } from '#lib/money/money.ts';
import type { CashCount } from '#lib/till/cash-count.ts';
import { type DrawerColumn, drawerOf } from '#lib/till/drawer.ts';
import type { CashRecord, CountedLine, DrawerLine, TillSessionView } from '#lib/till/till-session.ts';
import type { Tx } from '../engine/engine.ts';
import { findDevice } from './devices.ts';
import { entriesOf, handOversOf, movesOf, undoneClosesOf } from './drawer-records.ts';
import { closingCounts, drawerSums } from './drawers.ts';
import { fiscalReportOf } from './fiscal-sums.ts';
import { packInForce } from './market.ts';
import { soldIn } from './session-sales.ts';
import { findPerson } from './staff.ts';
import { findTillSession } from './tills.ts';
import { findStall } from './vendors.ts';

/** A till session as an X or, once closed, a Z report. */
export async function tillSessionView(tx: Tx, id: string): Promise<TillSessionView | undefined> {
  const session = await findTillSession(tx, id);
  if (session === undefined) return undefined;
  const { number, openedAt, closedAt } = session;
  const stall = session.stall === null ? undefined : await findStall(tx, { id: session.stall });
  const { pack } = await packInForce(tx, openedAt);
  const columns = drawerOf(await drawerSums(tx, session));
  const counts = closedAt === null ? [] : await closingCounts(tx, id);
  const floats = columns.map(({ currency, causes }) => ({ currency, minor: causes.float }));
  return {
    id,
    number,
    openedAt,
    closedAt,
    openedBy: await nameOf(tx, session.openedBy),
    closedBy: await nameOf(tx, session.closedBy),
    marketDay: dayIn((stall === undefined ? ownSideOf(pack) : sideOf(pack, stall.side)).zone, openedAt),
    float: summed(floats.filter(({ minor }) => minor !== 0)),
    ...(await soldIn(tx, id)),
    fiscal: await fiscalReportOf(tx, id, stall !== undefined && stall.fiscal !== null),
    expected: summed(columns.map(({ currency, expected }) => ({ currency, minor: expected }))),
    counted: summed(counts.map(({ currency, counted }) => ({ currency, minor: counted }))),
    overShort: summed(counts.map(({ currency, counted, expected }) => ({ currency, minor: counted - expected }))),
    drawer: drawerLines(columns, counts),
    records: await recordsOf(tx, id),
    handOvers: await Array.fromAsync(await handOversOf(tx, id), async (row) => ({
      at: row.handedAt,
      from: await whoever(tx, row.givenBy),
      to: await whoever(tx, row.takenBy),
      counts: row.counts.map(countedLine),
    })),
    undone: await Array.fromAsync(await undoneClosesOf(tx, id), async (row) => ({
      closedAt: row.closedAt,
      undoneAt: row.undoneAt,
      by: await whoever(tx, row.undoneBy),
      approvedBy: await whoever(tx, row.approvedBy),
      reason: row.reason,
      counts: row.counts.map(countedLine),
    })),
  };
}

const decimal = (minor: number, currency: string): string => amountOf({ minor, currency }).amount;

const countedLine = ({ custody, currency, expected, counted }: CashCount): CountedLine => ({
  custody,
  currency,
  counted: decimal(counted, currency),
  overShort: decimal(counted - expected, currency),
});

/** Every currency that moved or was counted. */
function drawerLines(columns: readonly DrawerColumn[], counts: readonly CashCount[]): readonly DrawerLine[] {
  const found = counts.filter(
    ({ custody, currency }) => !columns.some((one) => one.custody === custody && one.currency === currency),
  );
  const beside = drawerOf(found.map(({ custody, currency }) => ({ custody, currency, cause: 'float', minor: 0 })));
  return [...columns, ...beside].map(({ custody, currency, causes, expected }) => {
    const count = counts.find((each) => each.custody === custody && each.currency === currency);
    return {
      custody,
      currency,
      causes: Object.fromEntries(
        Object.entries(causes).map(([cause, minor]) => [cause, decimal(minor, currency)]),
      ) as DrawerLine['causes'],
      expected: decimal(expected, currency),
      counted: count === undefined ? null : decimal(count.counted, currency),
      overShort: count === undefined ? null : decimal(count.counted - count.expected, currency),
    };
  });
}

async function recordsOf(tx: Tx, session: string): Promise<readonly CashRecord[]> {
  const entries = await Array.fromAsync(await entriesOf(tx, session), async (row) => ({
    kind: row.kind,
    custody: row.custody,
    amount: amountOf(row),
    at: row.recordedAt,
    by: await whoever(tx, row.recordedBy),
    with: await nameOf(tx, row.approvedBy),
    reason: row.reason,
    keeper: null,
  }));
  const moves = await Array.fromAsync(await movesOf(tx, session), async (row) => ({
    kind: row.reaches === 'drawer' ? ('moved-in' as const) : ('moved-out' as const),
    custody: row.custody,
    amount: amountOf(row),
    at: row.movedAt,
    by: await whoever(tx, row.givenBy),
    with: await whoever(tx, row.takenBy),
    reason: null,
    keeper: row.reaches === 'drawer' ? row.leaves : row.reaches,
  }));
  return [...entries, ...moves].sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** A person, or the device where nobody stood at it. */
const whoever = async (tx: Tx, id: string): Promise<string> =>
  (await nameOf(tx, id)) ?? (await findDevice(tx, { id }))?.name ?? id;

const nameOf = async (tx: Tx, id: string | null): Promise<string | null> =>
  id === null ? null : ((await findPerson(tx, { id }))?.name ?? null);

function summed(amounts: readonly { readonly currency: string; readonly minor: number }[]): readonly Amount[] {
  const sums = new Map<string, number>();
  for (const { currency, minor } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, minor]) => amountOf({ minor, currency }));
}
