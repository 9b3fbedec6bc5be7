import { sql } from 'drizzle-orm';
import { check, index, integer, json, table, text } from './columns.ts';
import { vendor } from './vendor.ts';

/** A catalogue file that was accepted whole. It is written in parts, so that no sale waits for all of it. */
export const catalogueImport = table(
  'catalogue_import',
  {
    id: text().primaryKey(),
    vendor: text()
      .notNull()
      .references(() => vendor.id),
    added: integer().notNull(),
    changed: integer().notNull(),
    unchanged: integer().notNull(),
    /** Of those that are new or changed, how many are written. */
    done: integer().notNull(),
    startedBy: text().notNull(),
    startedAt: text().notNull(),
    endedAt: text(),
  },
  (t) => [
    index('catalogue_import_vendor').on(t.vendor, t.id),
    check('catalogue_import_done', sql`${t.done} between 0 and ${t.added} + ${t.changed}`),
  ],
);

/** What is still to be written of it. The id is that of the act that writes it; then the row goes. */
export const cataloguePart = table(
  'catalogue_part',
  {
    id: text().primaryKey(),
    import: text()
      .notNull()
      .references(() => catalogueImport.id),
    rows: json<readonly unknown[]>().notNull(),
  },
  (t) => [index('catalogue_part_import').on(t.import, t.id)],
);
