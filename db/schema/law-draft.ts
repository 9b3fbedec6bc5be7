import { sql } from 'drizzle-orm';
import { check, index, integer, json, oneOf, table, text, uniqueIndex } from './columns.ts';
import { lawPack } from './market.ts';

/** A law pack that somebody writes. Each saving is a version with its author; none is changed. */
export const lawDraft = table('law_draft', {
  id: text().primaryKey(),
  title: text().notNull(),
  base: text()
    .notNull()
    .references(() => lawPack.hash),
  startedBy: text().notNull(),
  startedAt: text().notNull(),
});

export const lawDraftVersion = table(
  'law_draft_version',
  {
    id: text().primaryKey(),
    draft: text()
      .notNull()
      .references(() => lawDraft.id),
    number: integer().notNull(),
    body: json<unknown>().notNull(),
    author: text().notNull(),
    savedAt: text().notNull(),
  },
  (t) => [uniqueIndex('law_draft_version_number').on(t.draft, t.number)],
);

/** A version of a draft tried on the decisions of past days; `tally` grows until it is the report. */
export const rehearsal = table(
  'rehearsal',
  {
    id: text().primaryKey(),
    version: text()
      .notNull()
      .references(() => lawDraftVersion.id),
    /** The day whose law is tried: rules that begin later or have ended are left out. */
    lawDay: text().notNull(),
    since: text().notNull(),
    state: oneOf(['running', 'done', 'failed']).notNull(),
    cursorAt: text().notNull(),
    cursorId: text().notNull(),
    done: integer().notNull(),
    total: integer().notNull(),
    tally: json<unknown>().notNull(),
    startedBy: text().notNull(),
    startedAt: text().notNull(),
    endedAt: text(),
  },
  (t) => [
    index('rehearsal_state').on(t.state),
    index('rehearsal_version').on(t.version),
    check('rehearsal_done', sql`${t.done} between 0 and ${t.total}`),
  ],
);
