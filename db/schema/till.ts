import { sql } from 'drizzle-orm';
import { type CashCount, CUSTODIES } from '#lib/till/cash-count.ts';
import { KEEPERS } from '#lib/till/cash-keeper.ts';
import { check, flag, index, integer, json, oneOf, primaryKey, table, text, uniqueIndex } from './columns.ts';
import { lawPack } from './market.ts';
import { stall, vendor } from './vendor.ts';

/** What was enrolled. A bearer token is found by its hash; a browser has a `deviceKey` instead. */
export const device = table(
  'device',
  {
    id: text().primaryKey(),
    role: oneOf(['kiosk', 'gate', 'till', 'desk', 'auditor', 'program']).notNull(),
    name: text().notNull(),
    code: text().notNull(),
    stall: text().references(() => stall.id),
    gate: text(),
    secretHash: text(),
    enrolledAt: text().notNull(),
    revokedAt: text(),
  },
  (t) => [
    uniqueIndex('device_secret').on(t.secretHash),
    uniqueIndex('device_code').on(t.code),
    index('device_stall').on(t.stall),
  ],
);

/** The browser that is this device now, one at a time: its cookie, by hash, is worth nothing without the key's other half. */
export const deviceKey = table(
  'device_key',
  {
    secretHash: text().primaryKey(),
    device: text()
      .notNull()
      .references(() => device.id),
    publicKey: text().notNull(),
    enrolledAt: text().notNull(),
    endedAt: text(),
  },
  (t) => [uniqueIndex('device_key_one').on(t.device).where(sql`ended_at is null`), index('device_key_public').on(t.publicKey)],
);

/** Which law packs a device says that it holds. */
export const devicePack = table(
  'device_pack',
  {
    device: text()
      .notNull()
      .references(() => device.id),
    packHash: text()
      .notNull()
      .references(() => lawPack.hash),
    heldSince: text().notNull(),
    heardAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.device, t.packHash] })],
);

/** A one-time code of eight digits; a demo market's codes may be used again. */
export const enrolmentCode = table('enrolment_code', {
  codeHash: text().primaryKey(),
  device: text()
    .notNull()
    .references(() => device.id),
  reusable: flag().notNull(),
  expiresAt: text().notNull(),
  usedAt: text(),
});

/** Who is at the device. One at a time. */
export const operatorSession = table(
  'operator_session',
  {
    id: text().primaryKey(),
    device: text()
      .notNull()
      .references(() => device.id),
    person: text().notNull(),
    startedAt: text().notNull(),
    endedAt: text(),
  },
  (t) => [uniqueIndex('operator_session_one').on(t.device).where(sql`ended_at is null`)],
);

/** One drawer, open to close. */
export const tillSession = table(
  'till_session',
  {
    id: text().primaryKey(),
    number: integer().notNull(),
    device: text()
      .notNull()
      .references(() => device.id),
    /** Null at the market's own desk. */
    stall: text().references(() => stall.id),
    openedAt: text().notNull(),
    openedBy: text(),
    closedAt: text(),
    closedBy: text(),
  },
  (t) => [
    uniqueIndex('till_session_one_open').on(t.device).where(sql`closed_at is null`),
    uniqueIndex('till_session_number').on(t.device, t.number),
  ],
);

const COUNT_KINDS = [
  'float',
  'expected',
  'counted',
  'over-short',
  'market-expected',
  'market-counted',
  'market-over-short',
] as const;

/**
 * Float, expected, counted and over/short, per currency. Cash that is held for the market is counted apart from the stall's own; the float
 * is the stall's, and at the market's desk the market's.
 */
export const drawerCount = table(
  'drawer_count',
  {
    tillSession: text()
      .notNull()
      .references(() => tillSession.id),
    kind: oneOf(COUNT_KINDS).notNull(),
    currency: text().notNull(),
    minor: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tillSession, t.kind, t.currency] })],
);

/** Cash that goes into a drawer or out of it for another cause than a sale. */
export const drawerEntry = table(
  'drawer_entry',
  {
    id: text().primaryKey(),
    tillSession: text()
      .notNull()
      .references(() => tillSession.id),
    kind: oneOf(['in', 'out']).notNull(),
    custody: oneOf(CUSTODIES).notNull(),
    minor: integer().notNull(),
    currency: text().notNull(),
    reason: text().notNull(),
    recordedAt: text().notNull(),
    recordedBy: text().notNull(),
    /** Who allowed it by PIN; null where the one at the till may by themselves. */
    approvedBy: text(),
  },
  (t) => [index('drawer_entry_till_session').on(t.tillSession), check('drawer_entry_minor', sql`${t.minor} > 0`)],
);

/** Cash that changes hands between two who keep it, each with their PIN. A drawer is one of a till session, a safe one of a vendor. */
export const cashMove = table(
  'cash_move',
  {
    id: text().primaryKey(),
    leaves: oneOf(KEEPERS).notNull(),
    reaches: oneOf(KEEPERS).notNull(),
    tillSession: text().references(() => tillSession.id),
    /** Null where it is the market's own: between its desk, its safe and its bank. */
    vendor: text().references(() => vendor.id),
    custody: oneOf(CUSTODIES).notNull(),
    minor: integer().notNull(),
    currency: text().notNull(),
    givenBy: text().notNull(),
    takenBy: text().notNull(),
    movedAt: text().notNull(),
  },
  (t) => [
    index('cash_move_till_session').on(t.tillSession),
    index('cash_move_vendor').on(t.vendor),
    check(
      'cash_move_between',
      sql`${t.minor} > 0 and ${t.leaves} <> ${t.reaches} and ${t.givenBy} <> ${t.takenBy} and (${t.leaves} = 'drawer' or ${t.reaches} = 'drawer') = (${t.tillSession} is not null)`,
    ),
  ],
);

/** One cashier leaves the drawer to the next, who has counted it with them. */
export const handOver = table(
  'hand_over',
  {
    id: text().primaryKey(),
    tillSession: text()
      .notNull()
      .references(() => tillSession.id),
    givenBy: text().notNull(),
    takenBy: text().notNull(),
    counts: json<readonly CashCount[]>().notNull(),
    handedAt: text().notNull(),
  },
  (t) => [index('hand_over_till_session').on(t.tillSession)],
);

/** A close that was a mistake: what was counted then, who undid it and who allowed it. The session goes on. */
export const undoneClose = table(
  'undone_close',
  {
    id: text().primaryKey(),
    tillSession: text()
      .notNull()
      .references(() => tillSession.id),
    closedAt: text().notNull(),
    closedBy: text(),
    counts: json<readonly CashCount[]>().notNull(),
    reason: text().notNull(),
    undoneAt: text().notNull(),
    undoneBy: text().notNull(),
    approvedBy: text().notNull(),
  },
  (t) => [index('undone_close_till_session').on(t.tillSession)],
);

/** Where the market prints for a till, as the office entered it; null: nowhere any more. The newest of a till counts. */
export const networkPrinter = table(
  'network_printer',
  {
    id: text().primaryKey(),
    device: text()
      .notNull()
      .references(() => device.id),
    address: text(),
    setAt: text().notNull(),
    setBy: text().notNull(),
  },
  (t) => [index('network_printer_device').on(t.device, t.setAt)],
);
