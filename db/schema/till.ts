import { sql } from 'drizzle-orm';
import { flag, index, integer, oneOf, primaryKey, table, text, uniqueIndex } from './columns.ts';
import { lawPack } from './market.ts';
import { stall } from './vendor.ts';

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
    stall: text()
      .notNull()
      .references(() => stall.id),
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

/** Float, expected, counted and over/short, per currency. */
export const drawerCount = table(
  'drawer_count',
  {
    tillSession: text()
      .notNull()
      .references(() => tillSession.id),
    kind: oneOf(['float', 'expected', 'counted', 'over-short']).notNull(),
    currency: text().notNull(),
    minor: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tillSession, t.kind, t.currency] })],
);
