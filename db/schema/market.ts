import { integer, json, primaryKey, table, text } from './columns.ts';

/** The one market that this database holds; another SERAI_MARKET is refused. */
export const market = table('market', {
  id: text().primaryKey(),
  openedAt: text().notNull(),
});

/** A law pack as it was read, by the hash of its bytes. In force: the newest whose date has come. */
export const lawPack = table('law_pack', {
  hash: text().primaryKey(),
  market: text()
    .notNull()
    .references(() => market.id),
  version: text().notNull(),
  effectiveFrom: text().notNull(),
  body: json<unknown>().notNull(),
  recordedAt: text().notNull(),
});

export const lawPackSignature = table(
  'law_pack_signature',
  {
    pack: text()
      .notNull()
      .references(() => lawPack.hash),
    signer: text().notNull(),
    signedAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.pack, t.signer] })],
);

/** Official rates, for measures and duty. `scaled` is quote per one base, times a million. */
export const lawRate = table(
  'law_rate',
  {
    base: text().notNull(),
    quote: text().notNull(),
    date: text().notNull(),
    scaled: integer().notNull(),
    source: text().notNull(),
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

/** A question that the law leaves open, as this market answers it. */
export const setting = table('setting', {
  id: text().primaryKey(),
  value: json<string | number | boolean>().notNull(),
  changedAt: text().notNull(),
  changedBy: text().notNull(),
});
