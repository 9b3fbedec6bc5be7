import type { ScaleCode } from '#lib/catalogue/scale-code.ts';
import { index, integer, json, primaryKey, table, text } from './columns.ts';
import { motion } from './motion.ts';

/** The one market that this database holds; another SERAI_MARKET is refused. */
export const market = table('market', {
  id: text().primaryKey(),
  openedAt: text().notNull(),
  /** The version of the words that goods are found by; nought while they are still to be written. */
  searchVersion: integer().notNull(),
});

/** How the scales of a side write what they weighed into a barcode. The newest of a side counts. */
export const scaleCodes = table(
  'scale_codes',
  {
    id: text().primaryKey(),
    side: text().notNull(),
    codes: json<readonly ScaleCode[]>().notNull(),
    setAt: text().notNull(),
    setBy: text().notNull(),
  },
  (t) => [index('scale_codes_side').on(t.side, t.setAt)],
);

/** A law pack as it was read, by the hash of its bytes. In force on a side: the newest whose day has begun there. */
export const lawPack = table('law_pack', {
  hash: text().primaryKey(),
  market: text()
    .notNull()
    .references(() => market.id),
  version: text().notNull(),
  effectiveFrom: text().notNull(),
  body: json<unknown>().notNull(),
  /** What two people signed; a market opens with a pack that nobody had to sign. */
  motion: text().references(() => motion.id),
  recordedAt: text().notNull(),
});

/** Official rates, for measures and duty. `scaled` is quote per one base, times a million. */
export const lawRate = table(
  'law_rate',
  {
    base: text().notNull(),
    quote: text().notNull(),
    date: text().notNull(),
    scaled: integer().notNull(),
    source: text().notNull(),
    motion: text().references(() => motion.id),
    recordedAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.base, t.quote, t.date] })],
);

/** The seller's or the market's rates, for prices, tenders and change. An empty stall means the whole market. */
export const tillRate = table(
  'till_rate',
  {
    stall: text().notNull().default(''),
    base: text().notNull(),
    quote: text().notNull(),
    date: text().notNull(),
    scaled: integer().notNull(),
    source: text().notNull(),
    recordedAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.stall, t.base, t.quote, t.date] })],
);

/** A question that the law leaves open, as this market answers it from a day on: the newest whose day has begun counts. */
export const lawAnswer = table(
  'law_answer',
  {
    motion: text()
      .primaryKey()
      .references(() => motion.id),
    setting: text().notNull(),
    value: json<string | number | boolean>().notNull(),
    effectiveFrom: text().notNull(),
    recordedAt: text().notNull(),
  },
  (t) => [index('law_answer_setting').on(t.setting, t.effectiveFrom)],
);
